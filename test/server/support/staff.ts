/** A member of staff with a browser that runs no script. */
import type { Client } from './client.ts';

export const PASSWORD = 'correct horse é';

export const basic = (user: string, password: string): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

export class Staff {
  readonly #url: string;
  readonly #headers = basic('staff', PASSWORD);

  constructor(api: Client) {
    this.#url = api.url;
  }

  /** `path` begins behind `/staff`, or is a link of a page. */
  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const full = path.startsWith('/staff') ? path : `/staff${path}`;
    return fetch(this.#url + full, { headers: { ...this.#headers, ...headers } });
  }

  async page(path: string): Promise<string> {
    return await (await this.get(path)).text();
  }

  /** Sends the form of a page with everything hidden in it, as a browser does; follows what it leads to. */
  async submit(
    page: string,
    fields: Readonly<Record<string, string>>,
    headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' },
  ): Promise<Response> {
    const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? '';
    const hidden = [...page.matchAll(/<input\s+type="hidden"\s+name="(\w+)"\s+value="([^"]*)"/g)];
    const body = new URLSearchParams(
      hidden.map(([, name = '', value = '']): [string, string] => [name, value]),
    );
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const all = { ...this.#headers, ...headers };
    return await fetch(this.#url + action, { method: 'POST', headers: all, body });
  }

  /** The page of what is held under an address. */
  async person(email: string): Promise<string> {
    return await (await this.submit(await this.page('/people'), { email })).text();
  }
}

/** What a person reads of a page. */
export const textOf = (page: string): string =>
  page
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#39;', "'");

export const linkIn = (page: string, pattern: RegExp): string =>
  [...page.matchAll(/href="([^"]+)"/g)].find(([, href = '']) => pattern.test(href))?.[1] ?? '';

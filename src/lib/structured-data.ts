/** Describes what the page shows to search engines (JSON-LD), in the page's head. */

import { parseHtml } from './parse-html.ts';
import { safeUrl } from './safe-url.ts';

/** The description of one element's subject. */
export class StructuredData {
  #script: Element | null = null;
  #json: string | undefined;

  /** Publishes JSON in place of what was published before; undefined takes it away. */
  publish(json: string | undefined): void {
    if (json === this.#json) return;
    this.#script?.remove();
    this.#script = null;
    this.#json = json;
    // Only one thing on a page can be what the page is about.
    if (!json || document.head.querySelector('script[data-foothold]')) return;
    try {
      // From the parser, for Trusted Types forbid to write into a script. No `<` is left in it, so
      // `</script>` in a title ends nothing, neither here nor when the page is saved and opened again.
      this.#script = parseHtml(
        `<script type="application/ld+json" data-foothold>${json.replaceAll('<', '\\u003c')}</script>`,
      ).querySelector('script');
      document.head.append(this.#script!);
    } catch {
      // The page's policy allows no parser; search engines read the text.
    }
  }
}

/**
 * True when an address is the page's own: equal but for the fragment, and for parameters that are
 * neither the address's own nor hold `id`, like those of newsletters and campaigns.
 */
export function isThisPage(address: string, id: string): boolean {
  const there = safeUrl(address, document.baseURI);
  const here = new URL(location.href);
  if (!there) return false;
  for (const [name, value] of [...here.searchParams]) {
    if (value !== id && !there.searchParams.has(name)) here.searchParams.delete(name);
  }
  // Both through `sort`, which writes their parameters in one way.
  for (const url of [here, there]) {
    url.searchParams.sort();
    url.hash = '';
  }
  return here.href === there.href;
}

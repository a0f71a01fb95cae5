/** Describes what the page shows to search engines (JSON-LD), in the page's head. */

import { safeUrl } from './safe-url.ts';

/** Only one thing on a page can be what the page is about. */
const MARK = 'data-foothold';

/** The description of one element's subject. */
export class StructuredData {
  #script: HTMLScriptElement | undefined;
  #json: string | undefined;

  /** Publishes JSON in place of what was published before; undefined takes it away. */
  publish(json: string | undefined): void {
    if (json === this.#json) return;
    this.#script?.remove();
    this.#script = undefined;
    this.#json = json;
    if (!json || document.head.querySelector(`script[${MARK}]`)) return;
    const script = (this.#script = document.createElement('script'));
    script.type = 'application/ld+json';
    script.setAttribute(MARK, '');
    // A text node, for `textContent` of a script is forbidden under Trusted Types; and no `<` in it,
    // so that `</script>` and `<!--` in a title end nothing when the page is saved and opened again.
    script.append(json.replaceAll('<', '\\u003c'));
    document.head.append(script);
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

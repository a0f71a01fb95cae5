interface Policy {
  createHTML(html: string): string;
}

let policy: Policy | undefined;

/**
 * Parses HTML into a document that is never shown: nothing in it runs or is fetched.
 *
 * Under Trusted Types the parser takes only what a policy let through; ours, `foothold`, is made when
 * it is first needed.
 * @throws where the page's policy does not allow that
 */
export function parseHtml(html: string): Document {
  policy ??= (
    globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
  ).trustedTypes?.createPolicy('foothold', { createHTML: (text) => text });
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
}

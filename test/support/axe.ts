import type axe from 'axe-core';
// It is no ES module; what it leaves on the page is the way in.
import 'axe-core/axe.js';

const { axe: checker } = globalThis as unknown as { readonly axe: typeof axe };

/** What keeps people out, by axe: WCAG 2.0 to 2.2, levels A and AA, and its best practice. */
export async function violationsOf(element: Element): Promise<string[]> {
  const { violations } = await checker.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // A component is not a page.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

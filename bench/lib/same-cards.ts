/** Nothing is timed before everybody is known to draw the same. */
import { cardTexts, waitForCards, withSample } from './browser.ts';
import type { Stage } from './stage.ts';

/**
 * @param pages addresses by name; the first is what the others are held to
 * @throws when one of them does not show the same 20 cards
 */
export async function assertSameCards(
  { browser }: Stage,
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  let expected: { name: string; texts: readonly string[] } | undefined;
  for (const [name, url] of Object.entries(pages)) {
    const texts = await withSample(browser, {}, async ({ page }) => {
      await page.goto(url);
      await waitForCards(page, 20);
      return await cardTexts(page);
    });
    expected ??= { name, texts };
    const other = expected.texts.findIndex((text, index) => text !== texts[index]);
    if (other >= 0)
      throw new Error(
        `Card ${other + 1} differs.\n${expected.name}: ${expected.texts[other] ?? ''}\n${name}: ${texts[other] ?? ''}`,
      );
  }
}

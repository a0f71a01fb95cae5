/** Waiting for the list of projects. */
import type { Page } from 'playwright-core';

/** Does something that asks the API for a list, and waits until its answer is drawn. */
export async function untilListed(page: Page, action: () => Promise<unknown>): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => /\/api\/projects\?/.test(response.url())),
    action(),
  ]);
  await page.locator('[aria-busy="false"]').first().waitFor();
}

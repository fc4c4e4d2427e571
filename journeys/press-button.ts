import type { Page } from 'playwright-core';

/** Presses a button and waits for the page it leads to; the script may save on the way first. */
export async function pressButton(page: Page, words: string): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: words, exact: true }).first().click();
  await loaded;
}

import type { Page } from 'playwright-core';
import { unfoldMenu } from './unfold-menu.ts';

/** Presses a button and waits for the page it leads to; the script may save on the way first. */
export async function pressButton(page: Page, words: string): Promise<void> {
  await unfoldMenu(page, 'button', words);
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: words, exact: true }).first().click();
  await loaded;
}

import type { Page } from 'playwright-core';
import { unfoldMenu } from './unfold-menu.ts';

/** Follows a link and waits for the page it leads to. */
export async function followLink(page: Page, words: string | RegExp): Promise<void> {
  await unfoldMenu(page, 'link', words);
  const loaded = page.waitForEvent('load');
  await page
    .getByRole('link', { name: words, exact: typeof words === 'string' })
    .first()
    .click();
  await loaded;
}

import type { Page } from 'playwright-core';

/** Opens the menu of a narrow window when what is looked for is folded into it. */
export async function unfoldMenu(page: Page, role: 'link' | 'button', words: string | RegExp): Promise<void> {
  const isThere = await page
    .getByRole(role, { name: words, exact: typeof words === 'string' })
    .first()
    .isVisible();
  const menu = page.getByRole('button', { name: /^(メニュー|Menu)$/ });
  if (!isThere && (await menu.isVisible())) await menu.click();
}

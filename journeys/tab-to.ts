import type { Page } from 'playwright-core';

/** More stops than any page has. */
const MOST_STOPS = 500;

/** What can be said of where the keyboard is: its name as a field, and its words. */
type Stop = { readonly name: string; readonly words: string };

const HERE = `(() => {
  const at = document.activeElement;
  return { name: at.getAttribute('name') ?? '', words: at.textContent.trim() };
})()`;

/** Goes on with the Tab key to the field of a name, or the button or link with these words. */
export async function tabTo(page: Page, wanted: Partial<Stop>): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const { name, words } = await page.evaluate<Stop>(HERE);
    if ((wanted.name ?? name) === name && (wanted.words ?? words) === words) return;
  }
  throw new Error(`the Tab key never came to ${JSON.stringify(wanted)} on ${page.url()}`);
}

/** Presses the Enter key and waits for the page it leads to. */
export async function enter(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
}

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../testing/browser.ts';
import { equal } from '../testing/equal.ts';

/** The narrowest window pages are made for. */
const NARROWEST = 320;

/** Holds the page that is open to its promises: nothing axe-core finds, and no scrolling sideways in the narrowest window. */
async function soundPage(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: NARROWEST, height: 900 });
  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  assert.equal(wider, 0, `${page.url()} is wider than ${String(NARROWEST)} px`);
  equal(await accessibilityFaults(page), [], page.url());
  if (size !== null) await page.setViewportSize(size);
}

/** Holds the page that is open to its promises in both languages. */
export async function soundInBothLanguages(page: Page): Promise<void> {
  await soundPage(page);
  const here = new URL(page.url());
  const other = here.pathname.startsWith('/en/') ? here.pathname.slice('/en'.length) : `/en${here.pathname}`;
  const beside = await page.context().newPage();
  await beside.goto(here.origin + other + here.search);
  await soundPage(beside);
  await beside.close();
}

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { aProposedCase, aSubmittedCase } from '../testing/builders/cases.ts';
import { accessibilityFaults, serveForBrowser, useBrowser, WITHOUT_BROWSER } from '../testing/browser.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { aWorkspaceSite, cookieOf, type WorkspaceSite } from '../testing/workspace-site.ts';

const OFFICE = '/workspace/office';
/** Pixels the head of a page takes of a phone's window at most. */
const TALLEST = 120;

describe('the workspace in windows of any width', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  let site: WorkspaceSite;
  let served: Awaited<ReturnType<typeof serveForBrowser>>;
  before(async () => {
    site = await aWorkspaceSite(await openEmbeddedCopy(), { isDemonstration: true });
    served = await serveForBrowser((request) =>
      site.app.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } }),
    );
    await aSubmittedCase(site.world);
    await aProposedCase(site.world);
  });
  after(() => served.close());

  async function officerIn(width: number, javaScriptEnabled: boolean, use: (page: Page) => Promise<void>) {
    const context = await browser().newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
    await context.setExtraHTTPHeaders(cookieOf((await site.signIn('officerA')).token));
    const page = await context.newPage();
    await page.goto(served.address + OFFICE);
    await use(page);
    await context.close();
  }

  const numberOf = async (page: Page, expression: string): Promise<number> => Number(await page.evaluate(expression));
  const hidden = (page: Page): Promise<number> =>
    numberOf(
      page,
      `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('[role=region]'))`,
    );

  for (const withScript of [true, false]) {
    test(`on a phone folds who, where and which language into a menu, ${withScript ? 'with' : 'without'} script`, async () => {
      await officerIn(390, withScript, async (page) => {
        const height = await numberOf(page, `document.querySelector('header').offsetHeight`);
        assert.ok(height <= TALLEST, `the head is ${height} px tall`);
        const place = page.getByRole('navigation', { name: '業務の画面' }).getByRole('link', { name: '集計' });
        equal(await place.isVisible(), false);
        await page.getByRole('button', { name: 'メニュー' }).click();
        await page.getByRole('button', { name: 'サインアウト' }).waitFor();
        if (withScript) equal(await accessibilityFaults(page), []);
        await page.getByRole('button', { name: '閉じる' }).click();
        equal(await place.isVisible(), false);
        await page.getByRole('button', { name: 'メニュー' }).press('Enter');
        await place.click();
        await page.waitForURL(/\/figures$/);
      });
    });
  }

  test('shows the whole queue without scrolling sideways: as cards on a phone, as a table beside it', async () => {
    for (const width of [390, 1280]) {
      await officerIn(width, false, async (page) => {
        equal([await hidden(page), await numberOf(page, 'document.documentElement.scrollWidth')], [0, width]);
        equal(await page.locator('.table-cards__name').first().isVisible(), width < 768);
        equal(await page.getByRole('rowheader').count(), 2);
        await page.getByRole('link', { name: /^期限/ }).first().waitFor();
      });
    }
  });
});

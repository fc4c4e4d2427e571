import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFaults, serveForBrowser, useBrowser, WITHOUT_BROWSER, withPage } from '../testing/browser.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { aPublicSite } from '../testing/public-site.ts';

const LANGUAGES = { ja: '/workspace/parts', en: '/en/workspace/parts' } as const;

const styleOf = (page: Page, selector: string, property: string): Promise<unknown> =>
  page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`);

describe('the page of all parts in a browser', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  let site = '';
  let close = (): Promise<void> => Promise.resolve();

  before(async () => {
    if (WITHOUT_BROWSER !== false) return;
    const db = await openEmbeddedCopy();
    const { app } = await aPublicSite(db, { isDemonstration: true });
    const served = await serveForBrowser((request) => app.fetch(request));
    site = served.address;
    close = () => {
      served.close();
      return db.close();
    };
  });

  after(() => close());

  test('no part has a fault that axe-core finds or widens the page, in either language, narrow and wide', async () => {
    for (const [language, path] of Object.entries(LANGUAGES)) {
      for (const width of [320, 1280]) {
        const visit = { address: site + path, viewport: { width, height: 900 } };
        await withPage(browser(), visit, async (page) => {
          await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
          const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          assert.equal(over, 0, `${language} ${width} is wider than the window`);
          equal(await accessibilityFaults(page), [], `${language} ${width}`);
        });
      }
    }
  });

  test('at twice the text size the page still does not scroll sideways', async () => {
    const visit = { address: site + LANGUAGES.ja, viewport: { width: 640, height: 900 } };
    await withPage(browser(), visit, async (page) => {
      await page.evaluate("document.documentElement.style.setProperty('font-size', '200%')");
      assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
    });
  });

  test('the page asks for its style sheet and script only, and breaks no rule of its policy', async () => {
    await withPage(browser(), { address: 'about:blank' }, async (page) => {
      const asked: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
      page.on('console', (entry) => void complaints.push(entry.text()));
      page.on('pageerror', (error) => void complaints.push(String(error)));
      await page.goto(site + LANGUAGES.en, { waitUntil: 'networkidle' });
      const own = asked.filter((path) => path.startsWith('/'));
      assert.equal(own.length, 3, own.join(' '));
      for (const wanted of [
        /^\/en\/workspace\/parts$/,
        /^\/assets\/workspace-\w+\.css$/,
        /^\/assets\/workspace-\w+\.js$/,
      ]) {
        assert.ok(own.some((path) => wanted.test(path)));
      }
      equal(complaints, []);
    });
  });

  test('there is no such page outside of a demonstration', async () => {
    const db = await openEmbeddedCopy();
    const { get } = await aPublicSite(db);
    assert.equal((await get('/workspace/parts')).status, 404);
    await db.close();
  });

  test('what is to be mended has the focus as the page opens, and each link leads into its field, with and without script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await withPage(browser(), { address: site + LANGUAGES.ja, javaScriptEnabled }, async (page) => {
        assert.match(await page.title(), /エラー：部品一覧/);
        const summary = page.getByRole('alert', { name: '入力内容を確認してください' });
        await summary.waitFor();
        const link = summary.getByRole('link', { name: '2026年2月30日は暦にありません。' });
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await link.waitFor();
        assert.equal(await page.evaluate('document.activeElement.textContent'), await link.textContent());
        await page.keyboard.press('Enter');
        const field = page.getByRole('textbox', { name: /販売を始める日.*※必須/ });
        assert.equal(await page.evaluate('document.activeElement.id'), 'sold');
        assert.equal(await field.getAttribute('aria-invalid'), 'true');
      });
    }
  });

  test('fields are named with what they need and told with their texts', async () => {
    await withPage(browser(), { address: site + LANGUAGES.en, javaScriptEnabled: false }, async (page) => {
      const corporate = page.getByRole('textbox', { name: 'Corporate number Required' });
      const ids = (await corporate.getAttribute('aria-describedby')) ?? '';
      const told = await Promise.all(ids.split(' ').map((id) => page.locator(`#${id}`).textContent()));
      assert.match(told.join(' '), /13 digits\. Hyphens.*Error: Enter a corporate number of 13 digits/s);
      await page.getByRole('group', { name: 'Means of communication Required' }).waitFor();
      assert.equal(await page.getByText('At most 500 characters').first().isVisible(), true);
      assert.equal(await page.getByText('or drop files here').first().isVisible(), false);
    });
  });

  test('a button that is off can be reached and says why', async () => {
    await withPage(browser(), { address: site + LANGUAGES.en }, async (page) => {
      const confirm = page.getByRole('button', { name: 'Confirm' });
      await confirm.focus();
      assert.equal(await page.evaluate('document.activeElement.textContent'), 'Confirm');
      await page.keyboard.press('Enter');
      assert.equal(page.url(), site + LANGUAGES.en);
      const id = (await confirm.getAttribute('aria-describedby')) ?? '';
      assert.match((await page.locator(`#${id}`).textContent()) ?? '', /proposed a decision cannot confirm/);
    });
  });

  test('every stop of the keyboard can be seen', async () => {
    await withPage(browser(), { address: site + LANGUAGES.en }, async (page) => {
      const unseen: string[] = [];
      const stops = Number(
        await page.evaluate(
          'document.querySelectorAll(\'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]\').length',
        ),
      );
      assert.ok(stops > 80);
      for (let stop = 0; stop < stops; stop += 1) {
        await page.keyboard.press('Tab');
        const seen = await page.evaluate(`(() => {
          const at = document.activeElement;
          const style = getComputedStyle(at);
          return /4px/.test(style.outline) || at === document.body ? '' : at.outerHTML.slice(0, 100) + style.outline;
        })()`);
        if (seen !== '') unseen.push(String(seen));
      }
      equal(unseen, []);
    });
  });

  test('a table is sorted by its heading, which says how it is sorted, without script', async () => {
    const visit = { address: site + LANGUAGES.en, javaScriptEnabled: false, viewport: { width: 390, height: 800 } };
    await withPage(browser(), visit, async (page) => {
      const days = page.getByRole('columnheader', { name: /Days open/ });
      assert.equal(await days.getAttribute('aria-sort'), 'descending');
      const first = page.locator('.record-table tbody th').first();
      assert.equal(await first.textContent(), 'A-26-00021-T');
      await days.getByRole('link').click();
      assert.match(page.url(), /[?&]order=ascending/);
      assert.equal(await days.getAttribute('aria-sort'), 'ascending');
      assert.equal((await first.textContent())?.trim(), 'A-26-00007-K');
    });
  });

  test('each chart has a table of the same numbers, there without script', async () => {
    await withPage(browser(), { address: site + LANGUAGES.en, javaScriptEnabled: false }, async (page) => {
      const charts = page.locator('figure.chart');
      assert.equal(await charts.count(), 4);
      const inflow = charts.filter({ hasText: 'Applications and grants' });
      await inflow.getByRole('img', { name: /Applications and grants/ }).waitFor();
      await inflow.getByText('Table of the numbers').click();
      const row = inflow.getByRole('row', { name: /Month 10/ });
      assert.match((await row.textContent()) ?? '', /71[\s\S]*58/);
    });
  });

  test('in forced colours states and changes are told by words and borders', async () => {
    await withPage(browser(), { address: site + LANGUAGES.ja, forcedColors: 'active' }, async (page) => {
      equal(await accessibilityFaults(page), []);
      for (const selector of ['.status-tag', '.notification-banner', '.button', '.text-field', '.count-card']) {
        assert.match(String(await styleOf(page, selector, 'borderTopStyle')), /solid|dashed/, selector);
      }
    });
  });

  test('with reduced motion nothing moves by itself', async () => {
    await withPage(browser(), { address: site + LANGUAGES.ja, reducedMotion: 'reduce' }, async (page) => {
      assert.equal(
        await page.evaluate(
          'document.getAnimations().filter((moving) => moving instanceof CSSAnimation || moving instanceof CSSTransition).length',
        ),
        0,
      );
      assert.equal(await styleOf(page, 'html', 'scrollBehavior'), 'auto');
    });
  });

  test('printed, answers and tables stay and what only a screen can do goes', async () => {
    await withPage(browser(), { address: site + LANGUAGES.ja }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.getByRole('button', { name: '提出する' }).first().isVisible(), false);
      assert.equal(await page.getByText('office@minato.example').first().isVisible(), true);
      assert.equal(await page.getByRole('table', { name: '受け付けた申請' }).isVisible(), true);
      assert.equal(await styleOf(page, '.record-table__scroll', 'overflowX'), 'visible');
    });
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askSubscription } from '../src/app/subscription/ask-subscription.ts';
import { makerKeyOf } from '../src/core/register/search-entry.ts';
import { COMPLETE_VENDOR } from '../testing/builders/application.ts';
import { aGrantedCase } from '../testing/builders/cases.ts';
import { okOf } from '../testing/builders/world.ts';
import { accessibilityFaults, serveForBrowser, useBrowser, WITHOUT_BROWSER, withPage } from '../testing/browser.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { aPublicSite } from '../testing/public-site.ts';

/** Every page is measured in both languages and both windows; axe-core looks at each language in one of the windows. */
const LANGUAGES = [
  { prefix: '', width: 320, other: 1280 },
  { prefix: '/en', width: 1280, other: 320 },
] as const;

describe('the public pages in a browser', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  let site = '';
  let [number, maker, compared, subscription] = ['', '', '', ''];
  let close = (): Promise<void> => Promise.resolve();

  before(async () => {
    if (WITHOUT_BROWSER !== false) return;
    const db = await openEmbeddedCopy();
    const { world, app } = await aPublicSite(db);
    const models = Array.from({ length: 40 }, (_, place) => ({
      number: `HGW-${700 + place}`,
      name: 'みなと ゲートウェイ',
    }));
    number = (await aGrantedCase(world, { models, productType: 'smart-lock' })).label.number;
    const other = await aGrantedCase(world, {
      answers: { 'product.name': 'A'.repeat(200), 'product.nameEn': 'https://'.repeat(25) },
    });
    maker = `/makers/${encodeURIComponent(makerKeyOf(COMPLETE_VENDOR.name, world.scheme.search))}`;
    compared = `/compare?number=${number}&number=${other.label.number}&number=S1-26-00001-B`;
    const asked = { channel: 'webhook', address: 'https://hooks.example/', language: 'ja', network: '' } as const;
    const hook = okOf(await askSubscription(world.deps, { ...asked, topic: { kind: 'label', text: number } }));
    subscription = `/subscriptions/${hook?.secret ?? ''}`;
    const served = await serveForBrowser((request) => app.fetch(request));
    site = served.address;
    close = () => {
      served.close();
      return db.close();
    };
  });

  after(() => close());

  const paths = (): readonly string[] => [
    '/',
    '/search?q=HGW',
    '/search?q=S1-26-00001-B',
    '/terms',
    '/accessibility',
    '/log',
    '/verify',
    `/labels/${number}`,
    `/labels/${number}?bought=x`,
    `/labels/${number}/declaration`,
    '/makers',
    maker,
    '/types',
    '/types/smart-lock',
    compared,
    `/subscribe?label=${number}`,
    '/subscribe/asked',
    subscription,
    '/nothing',
  ];

  test('no page has a fault that axe-core finds, in either language, or needs scrolling sideways, narrow or wide', async () => {
    for (const { prefix, width, other } of LANGUAGES) {
      await withPage(browser(), { address: 'about:blank' }, async (page) => {
        for (const path of paths()) {
          await page.goto(site + prefix + path);
          await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
          for (const wide of [other, width]) {
            await page.setViewportSize({ width: wide, height: 900 });
            const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
            equal(over, 0, `${prefix}${path} is wider than ${wide} px`);
          }
          equal(await accessibilityFaults(page), [], `${prefix}${path} at ${width} px`);
        }
      });
    }
  });

  test('the notice of a demonstration has no fault that axe-core finds either, and fits a narrow window', async () => {
    const db = await openEmbeddedCopy();
    const { app } = await aPublicSite(db, { isDemonstration: true });
    const served = await serveForBrowser((request) => app.fetch(request));
    for (const path of ['/', '/en/']) {
      await withPage(
        browser(),
        { address: served.address + path, viewport: { width: 320, height: 900 } },
        async (page) => {
          await page.getByText('Demonstration, invented data').waitFor();
          assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
          equal(await accessibilityFaults(page), [], path);
        },
      );
    }
    served.close();
    await db.close();
  });

  test('a fault planted in a page is found: a picture without words, a target too small', async () => {
    await withPage(browser(), { address: `${site}/en/` }, async (page) => {
      const button = '<button aria-label="a" style="height:9px;width:9px;padding:0">x</button>';
      const planted = `<img src="data:,">${button}${button}`;
      await page.setContent(`<html lang="en"><title>x</title><main><h1>x</h1>${planted}</main></html>`);
      const faults = (await accessibilityFaults(page)).map((fault) => fault.split(':')[0]);
      for (const rule of ['image-alt', 'target-size']) assert.ok(faults.includes(rule), rule);
    });
  });

  test('a page asks the network for itself only, and breaks no rule of its own policy', async () => {
    for (const path of paths()) {
      await withPage(browser(), { address: 'about:blank' }, async (page) => {
        const asked: string[] = [];
        const complaints: string[] = [];
        page.on('request', (request) => void asked.push(request.url()));
        page.on('console', (entry) => void complaints.push(entry.text()));
        await page.goto(site + path, { waitUntil: 'networkidle' });
        // the page that verifies runs modules of ours, which ask for nothing; forms have a style sheet of their own
        const own = path.startsWith('/subscri') ? /^data:|\/assets\/workspace-\w+\.css$/ : /^data:/;
        const expected = path === '/verify' ? /^data:|\/assets\/(verifier|workspace-)/ : own;
        equal(
          asked.filter((url) => !expected.test(url)),
          [site + path],
        );
        equal(
          complaints.filter((text) => !text.includes('404')),
          [],
        );
        assert.notEqual(
          await page.evaluate("getComputedStyle(document.querySelector('footer')).backgroundColor"),
          'rgba(0, 0, 0, 0)',
        );
      });
    }
  });

  test('a reader finds a product by its model, sees whether its label is valid, and changes the language, with and without script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await withPage(
        browser(),
        { address: site, javaScriptEnabled, viewport: { width: 390, height: 800 } },
        async (page) => {
          await page.getByRole('searchbox', { name: '会社名、製品名、型番、登録番号' }).fill('ＨＧＷ－７０５');
          await page.getByRole('button', { name: '検索' }).click();
          await page.getByRole('link', { name: /HGW-700シリーズ/ }).click();
          await page.getByText('このラベルは今日、有効です。').waitFor();
          await page.getByRole('img', { name: '星4個のうち1個', exact: true }).waitFor();
          await page.getByRole('link', { name: 'English' }).click();
          await page.getByRole('heading', { level: 1, name: 'Minato Home Gateway HGW-700 series' }).waitFor();
          await page.getByText('This label is valid today.').waitFor();
        },
      );
    }
  });

  test('what is folded away opens without script, and every model is there', async () => {
    const visit = { address: `${site}/en/labels/${number}`, javaScriptEnabled: false };
    await withPage(browser(), visit, async (page) => {
      const model = page.getByText('HGW-739', { exact: true });
      assert.equal(await model.isVisible(), false);
      await page.getByText('Show all 40 models').click();
      assert.equal(await model.isVisible(), true);
    });
  });

  test('support left from the day of purchase is asked and answered without script', async () => {
    const visit = { address: `${site}/labels/${number}`, javaScriptEnabled: false };
    await withPage(browser(), visit, async (page) => {
      await page.getByRole('textbox', { name: '買った日' }).fill('令和8年11月22日');
      await page.getByRole('button', { name: '調べる' }).click();
      await page.getByText('2026年11月22日に買った製品は').waitFor();
      assert.equal(await page.getByRole('textbox', { name: '買った日' }).inputValue(), '令和8年11月22日');
    });
  });

  test('from the keyboard, the first stop skips to the content and its focus can be seen', async () => {
    await withPage(browser(), { address: `${site}/en/labels/${number}` }, async (page) => {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to main content');
      assert.match(String(await page.evaluate('getComputedStyle(document.activeElement).outline')), /4px/);
      const top = await page.evaluate('document.activeElement.getBoundingClientRect().top');
      assert.ok(Number(top) >= 0, 'it can be seen');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate('document.activeElement.id'), 'main');
    });
  });

  test('at twice the text size a narrow page still does not scroll sideways', async () => {
    await withPage(
      browser(),
      { address: `${site}/labels/${number}`, viewport: { width: 640, height: 900 } },
      async (page) => {
        await page.evaluate("document.documentElement.style.setProperty('font-size', '200%')");
        assert.equal(await page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)'), 32);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
      },
    );
  });

  test('printed, a page shows what is folded away and leaves the search out', async () => {
    await withPage(browser(), { address: `${site}/labels/${number}` }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.getByText('HGW-739', { exact: true }).isVisible(), true);
      assert.equal(await page.getByRole('button', { name: '調べる' }).isVisible(), false);
    });
  });

  test('in forced colours the state is still told by words and shapes', async () => {
    await withPage(browser(), { address: `${site}/en/labels/${number}`, forcedColors: 'active' }, async (page) => {
      assert.equal(await page.getByText('This label is valid today.').isVisible(), true);
      assert.match(
        String(await page.evaluate("getComputedStyle(document.querySelector('.status-banner')).borderTopStyle")),
        /solid/,
      );
      equal(await accessibilityFaults(page), []);
    });
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accessibilityFaults, useBrowser, WITHOUT_BROWSER, withPage } from '../testing/browser.ts';
import { aWorld } from '../testing/builders/world.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { exportToolsOf } from '../testing/export-tools.ts';
import { serveFiles } from '../testing/file-server.ts';
import { scratchDirectory } from '../testing/scratch.ts';
import { aSignedLabel, exported } from '../testing/static-copy.ts';

describe('the register as files in a browser, the program switched off', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  let site = '';
  let number = '';
  let close = (): void => undefined;

  before(async () => {
    if (WITHOUT_BROWSER !== false) return;
    const db = await openEmbeddedCopy();
    const world = await aWorld(db);
    number = (await aSignedLabel(world)).label.number;
    const folder = scratchDirectory();
    await exported(world, exportToolsOf('journey'), folder);
    await db.close();
    ({ address: site, close } = await serveFiles(folder));
  });

  after(() => close());

  test('whoever scans the code comes to the label, reads its declaration, and finds the other language', async () => {
    const code = `${site}/L/${number.replaceAll('-', '')}`;
    await withPage(browser(), { address: code, javaScriptEnabled: false }, async (page) => {
      await page.waitForURL(`${site}/labels/${number}`);
      equal(await page.locator('.status-banner').getAttribute('data-state'), 'valid');
      await page.getByRole('link', { name: 'English' }).click();
      await page.waitForURL(`${site}/en/labels/${number}`);
      await page.getByRole('link', { name: /Read the declaration/i }).click();
      await page.waitForURL(`${site}/en/labels/${number}/declaration`);
      assert.match((await page.locator('h1').textContent()) ?? '', /declaration/i);
    });
  });

  test('a search tells where there is one, on pages without a fault, narrow as well', async () => {
    for (const prefix of ['', '/en']) {
      const visit = { address: `${site}${prefix}/`, viewport: { width: 320, height: 800 } };
      await withPage(browser(), visit, async (page) => {
        await page.getByRole('searchbox').fill('HGW-700');
        await page.keyboard.press('Enter');
        await page.waitForURL(`${site}${prefix}/search?q=HGW-700`);
        equal(await accessibilityFaults(page), [], prefix);
        equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, prefix);
        await page.getByRole('main').getByRole('link').last().click();
        await page.waitForURL(`${site}${prefix}/data`);
      });
    }
  });

  test('a kept proof is verified on the copied page, by the copied modules', async () => {
    const proof = Buffer.from(await (await fetch(`${site}/labels/${number}/proof`)).arrayBuffer());
    await withPage(browser(), { address: `${site}/en/verify` }, async (page) => {
      const file = { name: 'label.tlog-proof', mimeType: 'text/plain', buffer: proof };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.locator('#verifier button').last().click();
      await page.getByText('Result: proven.').waitFor();
    });
  });
});

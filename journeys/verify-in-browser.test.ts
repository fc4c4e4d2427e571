import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { accessibilityFaults, serveForBrowser, useBrowser, WITHOUT_BROWSER, withPage } from '../testing/browser.ts';
import { aGrantedCase } from '../testing/builders/cases.ts';
import { okOf } from '../testing/builders/world.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { aPublicSite } from '../testing/public-site.ts';
import { scratchDirectory } from '../testing/scratch.ts';
import { makeCredentials } from '../src/app/credential/make-credentials.ts';

describe('verifying a saved proof in a browser', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  const folder = scratchDirectory();
  const inFolder = (name: string): string => join(folder, name);
  const asked: string[] = [];
  let site = '';
  let number = '';
  let close = (): Promise<void> => Promise.resolve();

  before(async () => {
    if (WITHOUT_BROWSER !== false) return;
    const db = await openEmbeddedCopy();
    const { world, app, page } = await aPublicSite(db);
    world.clock.set(Temporal.Now.instant());
    number = (await aGrantedCase(world)).label.number;
    okOf(await makeCredentials(world.deps, new AbortController().signal));
    const served = await serveForBrowser((request) => {
      asked.push(new URL(request.url).pathname);
      return app.fetch(request);
    });
    site = served.address;
    const proof = await page(`/labels/${number}/proof`);
    await writeFile(inFolder('mine.tlog-proof'), proof);
    await writeFile(inFolder('changed.tlog-proof'), proof.replace(/^index (\d+)$/m, 'index 0'));
    await writeFile(inFolder('label.vc.jwt'), await page(`/labels/${number}/credential`));
    await writeFile(inFolder('revocation.jwt'), await page('/status/revocation/0'));
    await writeFile(inFolder('suspension.jwt'), await page('/status/suspension/0'));
    await writeFile(inFolder('photo.png'), new Uint8Array(5000).fill(137));
    await writeFile(inFolder('long.bin'), new Uint8Array(2_000_000));
    close = () => {
      served.close();
      return db.close();
    };
  });

  after(() => close());

  test('a true proof is proven step by step, others are not, and nothing of them leaves the browser', async () => {
    const visit = { address: `${site}/verify`, viewport: { width: 320, height: 900 } };
    await withPage(browser(), visit, async (page) => {
      const results = page.locator('#results section');
      await page.locator('#files').waitFor();
      asked.length = 0;
      const files = ['mine.tlog-proof', 'changed.tlog-proof', 'photo.png', 'long.bin'].map(inFolder);
      await page.locator('#files').setInputFiles(files);
      await results.nth(3).waitFor();
      const told = await results.allInnerTexts();
      assert.match(told[0] ?? '', new RegExp(`^mine\\.tlog-proof\\n+結果：証明されました。[^]*${number}`));
      assert.match(told[1] ?? '', /証明されていません。[^]*\[不可\] 記録が[^]*証明が成り立ちません/);
      assert.match(told[2] ?? '', /\[不可\] 証明ファイルとして読めない/);
      assert.match(told[3] ?? '', /大きすぎます/);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
      equal(await accessibilityFaults(page), []);
      equal(asked, []);
    });
  });

  test('a credential is proven with the status lists beside it, and without them its status is not known', async () => {
    await withPage(browser(), { address: `${site}/en/verify` }, async (page) => {
      const results = page.locator('#results section');
      asked.length = 0;
      await page.locator('#files').setInputFiles(['label.vc.jwt', 'revocation.jwt', 'suspension.jwt'].map(inFolder));
      await results.nth(2).waitFor();
      const told = await results.allInnerTexts();
      assert.match(told[0] ?? '', new RegExp(`Result: proven\\.[^]*${number}[^]*not revoked[^]*not suspended`));
      assert.match(told[1] ?? '', /This is a status list/);
      await page.locator('#files').setInputFiles(inFolder('label.vc.jwt'));
      await page.getByText('[?] Whether the label was revoked is not known').waitFor();
      assert.match((await results.allInnerTexts()).join(), /Result: not settled\./);
      await page.locator('#issuer').fill('{}');
      await page.getByRole('button', { name: 'Verify' }).click();
      await page.getByText('This is no issuer of label credentials').waitFor();
      equal(await accessibilityFaults(page), []);
      equal(asked, []);
    });
  });

  test('the key somebody kept counts in place of the one this register shows, and witnesses are looked for', async () => {
    await withPage(browser(), { address: `${site}/en/verify` }, async (page) => {
      await page.locator('#files').setInputFiles(inFolder('mine.tlog-proof'));
      await page.getByText('Result: proven.').waitFor();
      await page.locator('#witnesses').fill('witness.example+0+x\n');
      await page.locator('#witnesses').blur();
      await page.getByText('Result: not proven.').waitFor();
      assert.match(await page.locator('#results').innerText(), /No cosignature of the witness/);
      await page.locator('#witnesses').fill('');
      await page.locator('#key').fill('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
      await page.getByRole('button', { name: 'Verify' }).click();
      await page.getByText('The signature of the checkpoint does not hold').waitFor();
    });
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { aDraft } from '../testing/builders/cases.ts';
import { okOf } from '../testing/builders/world.ts';
import { accessibilityFaults, serveForBrowser, useBrowser, WITHOUT_BROWSER, withPage } from '../testing/browser.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { aWorkspaceSite, type WorkspaceSite } from '../testing/workspace-site.ts';
import { findCase } from '../src/app/case/find-case.ts';
import { closeWorkbookReader } from '../src/formats/workbook/read-workbook.ts';
import { pressButton } from './press-button.ts';
import { soundInBothLanguages } from './sound-page.ts';

/** What answers to a form hold to as well: nothing axe-core finds, nothing wider than 320 px. */
async function soundAnswer(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 900 });
  assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, page.url());
  equal(await accessibilityFaults(page), [], page.url());
  await page.setViewportSize({ width: 1280, height: 900 });
}

type Looks = { readonly page: (page: Page) => Promise<void>; readonly answer: (page: Page) => Promise<void> };

/** axe-core needs script: pages are looked at with it, and walked through without. */
const CLOSE: Looks = { page: soundInBothLanguages, answer: soundAnswer };
const AWAY: Looks = { page: () => Promise.resolve(), answer: () => Promise.resolve() };

describe('a checklist on its way to Excel and back', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  let [address, close] = ['', (): void => undefined];
  let site: WorkspaceSite;

  before(async () => {
    if (WITHOUT_BROWSER !== false) return;
    site = await aWorkspaceSite(await openEmbeddedCopy(), { isDemonstration: true });
    const served = await serveForBrowser(site.app.fetch);
    address = served.address;
    close = served.close;
  });
  after(async () => {
    close();
    await closeWorkbookReader();
  });

  /** Downloads the checklist of one draft and brings it into another: nobody knows then who changed what. */
  const tellTheStory = async (page: Page, looks: Looks): Promise<void> => {
    const { deps, people } = site.world;
    const at = await aDraft(site.world, { answers: { 'product.name': '画面の名前' } });
    const other = await aDraft(site.world, { answers: { 'product.name': 'ファイルの名前' } });
    const visitor = await site.signIn('editor');
    const sent = await visitor.get(`/workspace/cases/${other.applicationNumber}/workbook`);
    const file = {
      name: '記入済み.xlsx',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from(await sent.arrayBuffer()),
    };
    const place = `${address}/workspace/cases/${at.applicationNumber}`;
    await page.goto(place);
    await page.getByRole('link', { name: 'Excelから続ける' }).click();
    await looks.page(page);
    await pressButton(page, '内容を読み取る');
    await looks.answer(page);
    await page.locator('#application').setInputFiles({ ...file, buffer: Buffer.from('nonsense') });
    await pressButton(page, '内容を読み取る');
    assert.match((await page.locator('main').textContent()) ?? '', /取り込めません/);
    await looks.answer(page);
    await page.locator('#application').setInputFiles(file);
    await pressButton(page, '内容を読み取る');
    await looks.answer(page);
    await pressButton(page, 'この内容で取り込む');
    await looks.answer(page);
    const choice = page.getByRole('group', { name: /製品名/ }).first();
    await choice.getByRole('radio', { name: 'ファイルの内容にする' }).check();
    await pressButton(page, 'この内容で取り込む');
    assert.equal(page.url(), place);
    await page.getByText('ファイルの内容を取り込みました').waitFor();
    const { application } = okOf(await findCase(deps, people.editor, at.id));
    equal(application.answers['product.name'], 'ファイルの名前');

    await page
      .getByRole('link', { name: /ファイルの差し替え・取り除き/ })
      .first()
      .click();
    await looks.page(page);
    await pressButton(page, 'このファイルを取り除く');
    await looks.page(page);
    await page.goto(`${address}/workspace/cases/new/from-file`);
    await looks.page(page);
  };

  for (const javaScriptEnabled of [true, false]) {
    test(`it is brought back ${javaScriptEnabled ? 'with script, and every page is sound' : 'without script'}`, async () => {
      await withPage(browser(), { address: `${address}/sign-in`, javaScriptEnabled }, async (page) => {
        await page.locator('button[value="editor@example.jp"]').click();
        await page.waitForLoadState('load');
        await tellTheStory(page, javaScriptEnabled ? CLOSE : AWAY);
      });
    });
  }
});

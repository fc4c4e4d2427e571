import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { completeApplication, setFor } from '../testing/builders/application.ts';
import { aDraft, storedText } from '../testing/builders/cases.ts';
import { okOf } from '../testing/builders/world.ts';
import { accessibilityFaults, useBrowser, WITHOUT_BROWSER, withPage } from '../testing/browser.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { japaneseScheme } from '../testing/schemes.ts';
import type { WorkspaceSite } from '../testing/workspace-site.ts';
import { findCase, resolveCase } from '../src/app/case/find-case.ts';
import { placeEvidence } from '../src/app/case/place-evidence.ts';
import type { Answer } from '../src/core/case/answer-kinds.ts';
import { ITEMS, SECTIONS, type SectionId } from '../src/core/case/application-items.ts';
import type { TableRow } from '../src/core/case/application-parts.ts';
import type { Application } from '../src/core/case/application.ts';
import { tableOf } from '../src/core/case/form-items.ts';
import { rawAnswer } from '../src/web/desk/raw-answer.ts';
import { message } from '../src/i18n/message.ts';
import { serveWithOpenid } from './openid-clerk.ts';
import { pressButton } from './press-button.ts';

const EVIDENCE = join(import.meta.dirname, '../examples/home-gateway/evidence/erase-test.pdf');

/** Puts an answer into the fields of a name, as a person at the keyboard would. */
async function fill(page: Page, name: string, answer: Answer | undefined): Promise<void> {
  const raw = rawAnswer(answer);
  if (raw.length === 0) return;
  const fields = page.locator(`[name="${name}"]`);
  const type = await fields.first().getAttribute('type');
  if (type === 'radio' || type === 'checkbox') {
    for (const value of raw) await page.locator(`[name="${name}"][value="${value}"]`).check();
  } else if ((await page.locator(`select[name="${name}"]`).count()) > 0) {
    await fields.first().selectOption(raw[0] ?? '');
  } else {
    await fields.first().fill(raw.join('\n'));
  }
}

/** Fills in the cards of a table; saving brings more cards when they run out. */
async function fillRows(page: Page, table: string, rows: readonly TableRow[]): Promise<void> {
  for (const [place, row] of rows.entries()) {
    const at = `${table}.${String(place)}`;
    if ((await page.locator(`[name^="${at}."]`).count()) === 0) {
      await pressButton(page, '保存して次へ');
      await page.goBack();
      await page.reload();
    }
    for (const [column, answer] of Object.entries(row)) await fill(page, `${at}.${column}`, answer);
  }
}

/** Fills in the page of a section that is open. */
async function fillSection(page: Page, section: string, application: Application): Promise<void> {
  for (const { id } of ITEMS) if (id.startsWith(`${section}.`)) await fill(page, id, application.answers[id]);
  const flags = section === 'scope' || section === 'profile' ? application[section] : {};
  for (const [id, answer] of Object.entries(flags)) await fill(page, `${section}.${id}`, answer);
  if (section === 'product') {
    await page.locator('#models').fill(application.models.map(({ number }) => number).join('\n'));
  }
  const table = tableOf(section as SectionId);
  if (table !== undefined && table !== 'models') await fillRows(page, table, application[table]);
}

describe('a vendor’s clerk in a browser', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  let [address, close] = ['', (): Promise<void> => Promise.resolve()];
  let site: WorkspaceSite;

  before(async () => {
    if (WITHOUT_BROWSER !== false) return;
    ({ site, address, close } = await serveWithOpenid(await openEmbeddedCopy()));
  });
  after(() => close());

  const asPerson = async (name: 'editor' | 'signatory', visit: object, use: (page: Page) => Promise<void>) => {
    await withPage(browser(), { address: `${address}/sign-in`, ...visit }, async (page) => {
      await page.locator(`button[value="${name}@example.jp"]`).click();
      await page.waitForLoadState('load');
      await use(page);
    });
  };

  /** Signs in at the provider, as somebody whom nobody has registered here. */
  const asClerk = async (visit: object, use: (page: Page) => Promise<void>) => {
    await withPage(browser(), { address: `${address}/sign-in`, ...visit }, async (page) => {
      await page.getByRole('link', { name: message('ja', 'sign-in.openid.act') }).click();
      await page.waitForURL(`${address}/workspace`);
      assert.ok((await page.locator('body').textContent())?.includes('青木'));
      await use(page);
    });
  };

  const tellTheStory = async (page: Page): Promise<void> => {
    const today = site.world.today();
    const application = completeApplication(japaneseScheme, today);
    await page.getByRole('link', { name: '申請の一覧' }).first().click();
    await page.getByRole('link', { name: '新しい申請をはじめる' }).first().click();
    await pressButton(page, 'はじめる');
    const place = page.url();
    const number = place.split('/').at(-1) ?? '';
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), `名称未入力（${number}）`);
    for (const section of SECTIONS) {
      if (section === 'determination') continue;
      await page.goto(`${place}/${section}`);
      await fillSection(page, section, application);
      await pressButton(page, '保存して一覧に戻る');
      assert.equal(page.url(), place, `${section}: ${await page.title()}`);
      await page.getByText('保存しました').waitFor();
    }
    for (const { id } of setFor(japaneseScheme, today).set.criteria) {
      await page.goto(`${place}/criteria/${id}`);
      for (const row of application.determinations.filter(({ criterion }) => criterion === id)) {
        const at = row.interface === undefined ? id : `${id}@${row.interface}`;
        for (const [column, answer] of Object.entries(row)) {
          if (['criterion', 'interface', 'evidence'].includes(column)) continue;
          await fill(page, `determinations.${at}.${column}`, answer);
        }
      }
      await page.locator('#files').setInputFiles(EVIDENCE);
      // pressed while the file is still on its way, the form waits for it and then goes on
      await page.getByRole('button', { name: '保存して一覧に戻る', exact: true }).click();
      await page.waitForURL(place);
      await page.getByText('保存し', { exact: false }).first().waitFor();
    }
    await page.goto(`${place}/answers`);
    const faults = await page.locator('.error-summary__list li').allTextContents();
    equal(faults, []);
    await pressButton(page, '提出する');
    assert.equal(page.url(), `${place}/receipt`);
    assert.ok((await page.locator('main').textContent())?.includes(number));
    const id = await resolveCase(site.world.deps, number);
    assert.ok(id !== undefined);
    equal(okOf(await findCase(site.world.deps, site.world.people.editor, id)).row.state, 'submitted');
  };

  test('signs in at the provider, fills in and submits an application from the first page to the receipt', () =>
    asClerk({}, tellTheStory));

  test('does the same with script switched off, on a phone', () =>
    asClerk({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } }, tellTheStory));

  test('loses nothing that was typed when the window is closed without saving', () =>
    asPerson('editor', {}, async (page) => {
      const at = await aDraft(site.world);
      await page.goto(`${address}/workspace/cases/${at.applicationNumber}/product`);
      await page.locator('[name="product.name"]').fill('保存せずに閉じた名前');
      const saved = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await page.locator('[name="product.firmware"]').focus();
      equal((await saved).status(), 200);
      await page.close();
      const { application } = okOf(await findCase(site.world.deps, site.world.people.editor, at.id));
      equal(application.answers['product.name'], '保存せずに閉じた名前');
    }));

  test('meets no fault that axe-core finds and no page wider than the window, in both languages', () =>
    asPerson('signatory', {}, async (page) => {
      const at = await aDraft(site.world);
      const files = [await storedText(site.world, 'メモ.pdf')];
      okOf(await placeEvidence(site.world.deps, site.world.people.editor, { id: at.id, files }));
      const below = [
        '',
        '/vendor',
        '/product',
        '/profile',
        '/data',
        '/criteria/S1.1-01',
        '/criteria/S1.1-13',
        '/answers',
        '/answers?show=all',
        '/evidence',
        '/product/file',
      ];
      const paths = ['/workspace', '/workspace/cases', '/workspace/cases/new', '/workspace/account'];
      paths.push(...below.map((path) => `/workspace/cases/${at.applicationNumber}${path}`));
      // each language in one of the windows is enough: what only the window changes is the same in both
      for (const [prefix, ...widths] of [['', 1280, 320] as const, ['/en', 320, 1280] as const]) {
        for (const path of paths) {
          await page.goto(address + prefix + path);
          for (const width of widths) {
            await page.setViewportSize({ width, height: 900 });
            const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
            equal(over, 0, `${prefix}${path} is wider than ${String(width)} px`);
          }
          equal(await accessibilityFaults(page), [], `${prefix}${path} at ${String(widths[1])} px`);
        }
      }
    }));
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { aSubmittedCase } from '../testing/builders/cases.ts';
import { okOf, SYSTEM, type PersonName } from '../testing/builders/world.ts';
import { serveForBrowser, useBrowser, WITHOUT_BROWSER, withPage } from '../testing/browser.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { aWorkspaceSite, type WorkspaceSite } from '../testing/workspace-site.ts';
import { invitePerson } from '../src/app/access/invite-person.ts';
import { addDevice } from './add-device.ts';
import { followLink } from './follow-link.ts';
import { pressButton } from './press-button.ts';
import { soundInBothLanguages } from './sound-page.ts';
import { enter, tabTo } from './tab-to.ts';
import { within } from './within.ts';

const OFFICE = '/workspace/office';
const REMARK = '型番の違いを、もう少し詳しく書いてください。';
const MENDED = '筐体の色だけが違います。基板と部品は同じです。';
/** Longer than a proof by passkey stays fresh. */
const NOT_FRESH_ANY_MORE = { minutes: 6 };

/** Whoever takes part, each in a browser of their own, and how a page is looked at on the way. */
type Cast = {
  readonly officer: Page;
  readonly second: Page;
  readonly vendor: Page;
  readonly look: (page: Page) => Promise<void>;
};

/** The number of the case a page of the office is about. */
const numberAt = (page: Page): string => /cases\/([^/?]+)/.exec(page.url())?.[1] ?? assert.fail(page.url());

/** The officer's first look: everything is ticked but the product, which goes back with a remark. Answers with the case. */
async function returnTheProduct({ officer, look }: Cast): Promise<string> {
  await followLink(officer, '審査窓口');
  await look(officer);
  await pressButton(officer, '次の案件を担当する');
  await look(officer);
  await followLink(officer, '形式確認を行う');
  const ticks = await officer.locator('input[name^="tick."]').all();
  assert.ok(ticks.length > 20, 'every section and criterion has a tick');
  for (const tick of ticks) if ((await tick.getAttribute('name')) !== 'tick.product') await tick.check();
  await officer.locator('[name="remark.product"]').fill(REMARK);
  await pressButton(officer, '途中まで保存する');
  equal(await officer.locator('input[name^="tick."]:checked').count(), ticks.length - 1);
  await look(officer);
  await pressButton(officer, '差戻しに進む');
  await officer.getByText(REMARK).first().waitFor();
  await look(officer);
  await pressButton(officer, '申請を差戻し');
  await officer.getByText('「申請を差戻し」を行いました').waitFor();
  return numberAt(officer);
}

/** The vendor finds the officer's words beside the one part that is open, mends it and submits again. */
async function mendTheProduct({ vendor, look }: Cast, number: string): Promise<void> {
  await followLink(vendor, '申請の一覧');
  await vendor.locator(`a[href$="/cases/${number}"]`).click();
  await vendor.waitForURL(`**/cases/${number}`);
  await look(vendor);
  await followLink(vendor, /^申請者（製品ベンダー）/);
  await vendor.getByText('この項目は、今は変更できません。').first().waitFor();
  equal(await vendor.locator('main input:enabled:not([type=hidden]), main textarea:enabled').count(), 0);
  await vendor.goBack();
  await followLink(vendor, /^製品(?!の)/);
  await vendor.getByText(REMARK).first().waitFor();
  await look(vendor);
  await vendor.locator('[name="product.modelDifferences"]').fill(MENDED);
  await pressButton(vendor, '保存して一覧に戻る');
  await followLink(vendor, '回答を確かめて提出する');
  await pressButton(vendor, '提出する');
  await vendor.getByText('申請を受け取りました').waitFor();
}

/** The officer accepts what was mended, records the fee, and proposes the grant, which they cannot confirm themselves. */
async function proposeTheGrant({ officer, look }: Cast, number: string): Promise<void> {
  await followLink(officer, '審査窓口');
  await officer.locator(`a[href$="/cases/${number}"]`).click();
  await officer.waitForURL(`**/cases/${number}`);
  await followLink(officer, '前回との違い');
  await officer.getByText('≠ 変更').first().waitFor();
  await look(officer);
  await followLink(officer, '申請内容');
  await officer.getByText('前回の提出から変わりました').waitFor();
  await officer.locator('[name="tick.product"]').check();
  await pressButton(officer, '受理に進む');
  await look(officer);
  await officer.getByLabel(/確認の印がありません/).check();
  await pressButton(officer, '申請を受理');
  await followLink(officer, '納付を記録');
  await look(officer);
  await pressButton(officer, '納付を記録');
  await followLink(officer, '付与又は付与しない決定を起案');
  await look(officer);
  await officer.getByLabel('付与する', { exact: true }).check();
  await pressButton(officer, '付与又は付与しない決定を起案');
  await officer.getByText('起案者とは別の担当官が承認すること').waitFor();
  assert.equal(await officer.getByRole('button', { name: '決定を承認' }).getAttribute('aria-disabled'), 'true');
  await look(officer);
}

/** The second officer reads what is proposed and sends the confirmation off. */
async function askToConfirm({ second, look }: Cast, number: string): Promise<void> {
  await second.goto(new URL(`${OFFICE}/cases/${number}`, second.url()).href);
  await followLink(second, '決定を承認');
  await look(second);
  await pressButton(second, '決定を承認');
}

/** The label is public: its page opens from the case, and to anybody. */
async function openTheLabel(browser: Browser, { second, look }: Cast): Promise<void> {
  await second.getByText('「決定を承認」を行いました').waitFor();
  await look(second);
  await followLink(second, '経過');
  await look(second);
  await followLink(second, '概要');
  const link = second.locator('#facts a[href^="/labels/"]');
  const address = new URL((await link.getAttribute('href')) ?? '', second.url()).href;
  await withPage(browser, { address }, async (anybody) => {
    assert.match((await anybody.locator('main').textContent()) ?? '', /有効です/);
    await look(anybody);
  });
}

describe('officers in a browser', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  let [address, close] = ['', (): Promise<void> => Promise.resolve()];
  let site: WorkspaceSite;

  before(async () => {
    if (WITHOUT_BROWSER !== false) return;
    const db = await openEmbeddedCopy();
    site = await aWorkspaceSite(db, { isDemonstration: true });
    const served = await serveForBrowser((request) =>
      site.app.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } }),
    );
    address = served.address;
    close = () => {
      served.close();
      return db.close();
    };
  });
  after(() => close());

  const played = async (visit: object, name: PersonName, use: (page: Page) => Promise<void>): Promise<void> =>
    withPage(browser(), { address: `${address}/sign-in`, ...visit }, async (page) => {
      await pressButton(page, name);
      await use(page);
    });

  /** Signs in for the first time: by the link of an invitation, with a passkey of this browser and recovery codes. */
  const enrolled = async (visit: object, name: PersonName, use: (page: Page) => Promise<void>): Promise<void> => {
    const { link } = okOf(await invitePerson(site.world.deps, SYSTEM, { mail: `${name.toLowerCase()}@example.jp` }));
    await withPage(browser(), { address: address + new URL(link).pathname, ...visit }, async (page) => {
      await addDevice(page, 'internal');
      await pressButton(page, '始める');
      await page.getByLabel('名前').fill('机のパソコン');
      await page.getByRole('button', { name: 'パスキーを登録' }).click();
      await page.getByRole('rowheader', { name: '机のパソコン' }).waitFor();
      await page.getByRole('button', { name: /新しい回復コード/ }).click();
      await page.getByRole('heading', { name: '回復コード' }).waitFor();
      await page.goto(`${address}/workspace`);
      await use(page);
    });
  };

  test('sign in with passkeys and bring a case from the queue to its public label, two of them granting it', async () => {
    const visit = { viewport: { width: 1280, height: 900 } };
    await aSubmittedCase(site.world);
    await enrolled(visit, 'officerA', (officer) =>
      enrolled(visit, 'officerB', (second) =>
        played(visit, 'signatory', async (vendor) => {
          const cast = { officer, second, vendor, look: soundInBothLanguages };
          const number = await within('returning the product', () => returnTheProduct(cast));
          await within('mending the product', () => mendTheProduct(cast, number));
          await within('proposing the grant', () => proposeTheGrant(cast, number));
          await within('confirming with a fresh proof', async () => {
            site.world.clock.advance(NOT_FRESH_ANY_MORE);
            await askToConfirm(cast, number);
            await second.getByRole('heading', { name: '本人確認' }).waitFor();
            await second.getByRole('button', { name: 'パスキーで確認' }).click();
            await second.getByRole('heading', { name: '本人確認ができました' }).waitFor();
            await pressButton(second, 'もう一度送る');
          });
          await within('opening the label', () => openTheLabel(browser(), cast));
        }),
      ),
    );
  });

  // Passkeys need script, so nobody proves afresh who they are here: the demonstration's own way in neither has nor asks
  // for a passkey. Everything else officers do is plain pages and forms.
  test('do the same with script switched off, on a phone', async () => {
    const visit = { javaScriptEnabled: false, viewport: { width: 390, height: 800 } };
    await aSubmittedCase(site.world);
    const look = async (page: Page): Promise<void> => {
      equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, page.url());
    };
    await played(visit, 'officerA', (officer) =>
      played(visit, 'officerB', (second) =>
        played(visit, 'signatory', async (vendor) => {
          const cast = { officer, second, vendor, look };
          const number = await within('returning the product', () => returnTheProduct(cast));
          await within('mending the product', () => mendTheProduct(cast, number));
          await within('proposing the grant', () => proposeTheGrant(cast, number));
          await within('confirming', () => askToConfirm(cast, number));
          await within('opening the label', () => openTheLabel(browser(), cast));
        }),
      ),
    );
  });

  test('need no mouse from the queue to the return of a case', async () => {
    await aSubmittedCase(site.world);
    await played({}, 'officerC', (page) =>
      within('working by keyboard', async () => {
        for (const words of ['審査窓口', '次の案件を担当する', '形式確認を行う']) {
          await tabTo(page, { words });
          await enter(page);
        }
        await tabTo(page, { name: 'tick.vendor' });
        await page.keyboard.press('Space');
        await tabTo(page, { name: 'remark.product' });
        await page.keyboard.insertText(REMARK);
        for (const words of ['差戻しに進む', '申請を差戻し']) {
          await tabTo(page, { words });
          await enter(page);
        }
        await page.getByText('「申請を差戻し」を行いました').waitFor();
        await tabTo(page, { words: '申請内容' });
        await enter(page);
        await page.getByText('差戻し中です。').waitFor();
        assert.ok((await page.locator('main').textContent())?.includes(REMARK));
      }),
    );
  });
});

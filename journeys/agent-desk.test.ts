import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { completeApplication, evidenceNames } from '../testing/builders/application.ts';
import { storedText, versionOf } from '../testing/builders/cases.ts';
import { okOf, type PersonName } from '../testing/builders/world.ts';
import { serveForBrowser, useBrowser, WITHOUT_BROWSER, withPage } from '../testing/browser.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { aWorkspaceSite, type WorkspaceSite } from '../testing/workspace-site.ts';
import { editCase } from '../src/app/case/edit-case.ts';
import { resolveCase } from '../src/app/case/find-case.ts';
import { findActor } from '../src/app/parties/find-actor.ts';
import { listMandates } from '../src/app/parties/list-mandates.ts';
import { revokeMandate } from '../src/app/parties/revoke-mandate.ts';
import { followLink } from './follow-link.ts';
import { pressButton } from './press-button.ts';
import { soundInBothLanguages } from './sound-page.ts';
import { within } from './within.ts';

const [AGENT, VENDOR] = ['代理商事株式会社', '株式会社みなとネットワークス'];
const ON_BEHALF = `${VENDOR}の代理として作業しています`;
const DESCRIPTION = '代理の者が、ベンダーから聞いたとおりに書いた説明です。';
const TYPED_LATE = '取り消された後に代理の者が書いた言葉';

type Pages = { readonly vendor: Page; readonly agent: Page; readonly look: (page: Page) => Promise<void> };

/** Every page an agent acts on says for whom. */
async function forVendor({ agent, look }: Pages): Promise<void> {
  await agent.getByText(ON_BEHALF).waitFor();
  await look(agent);
}

async function giveMandate({ vendor, look }: Pages): Promise<void> {
  await followLink(vendor, '委任');
  await followLink(vendor, '委任する');
  await look(vendor);
  await vendor.getByLabel(AGENT).check();
  await vendor.locator('[name="scope"][value="all"]').check();
  await pressButton(vendor, '委任する');
  await vendor.getByText('委任しました').waitFor();
  await look(vendor);
}

/** Begins an application for the vendor and answers with its number. */
async function begin({ agent, look }: Pages): Promise<string> {
  await followLink(agent, '申請の一覧');
  await followLink(agent, '新しい申請をはじめる');
  assert.ok(await agent.getByLabel(VENDOR).isChecked(), 'the only vendor is named and chosen');
  await look(agent);
  await pressButton(agent, 'はじめる');
  return agent.url().split('/').at(-1) ?? '';
}

/** Fills in the last answer that lacks and submits. */
async function submit(pages: Pages): Promise<void> {
  const { agent } = pages;
  await agent.reload();
  await forVendor(pages);
  await followLink(agent, /^製品(?!の)/);
  await forVendor(pages);
  await agent.locator('[name="product.description"]').fill(DESCRIPTION);
  await pressButton(agent, '保存して一覧に戻る');
  await followLink(agent, '回答を確かめて提出する');
  await forVendor(pages);
  await pressButton(agent, '提出する');
  await agent.getByText('申請を受け取りました').waitFor();
  await forVendor(pages);
}

/** The vendor sees what the agent did, act by act, newest first. */
async function followTheAgent({ vendor, look }: Pages, number: string): Promise<void> {
  await followLink(vendor, '申請の一覧');
  await vendor.locator(`a[href$="/cases/${number}"]`).click();
  await vendor.waitForURL(`**/cases/${number}`);
  const told = await vendor.locator('.history__entry').allTextContents();
  equal(
    told.map((entry) => ['申請を提出', '回答を保存', '申請を開始'].find((act) => entry.includes(act))),
    ['申請を提出', '回答を保存', '申請を開始'],
  );
  for (const entry of told) assert.ok(entry.includes(AGENT), entry);
  await look(vendor);
}

async function revoke({ vendor, look }: Pages): Promise<void> {
  await followLink(vendor, '委任');
  await vendor.locator('a[href$="/revoke"]').click();
  await vendor.waitForURL('**/revoke');
  await look(vendor);
  await vendor.getByLabel('理由').fill('契約の終了');
  await pressButton(vendor, '取り消す');
  await vendor.getByText('委任を取り消しました').waitFor();
}

/** What the agent sends after the revocation comes to nothing, and waits on the page it is told so on. */
async function beRefused({ agent, look }: Pages): Promise<void> {
  await pressButton(agent, '保存して一覧に戻る');
  await agent.getByRole('heading', { name: '保存されていません' }).waitFor();
  equal(await agent.locator('input[name="product.description"]').inputValue(), TYPED_LATE);
  assert.ok(!(await agent.content()).includes('HGW-700'), 'nothing of the case is shown any more');
  await look(agent);
  await pressButton(agent, 'もう一度送る');
  await agent.getByRole('heading', { name: '保存されていません' }).waitFor();
  await followLink(agent, '申請の一覧');
  await agent.getByText('申請はまだありません').waitFor();
  await followLink(agent, '委任');
  await agent.getByText('取消し済み').first().waitFor();
}

describe('an agent in a browser', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  let [address, close] = ['', (): Promise<void> => Promise.resolve()];
  let site: WorkspaceSite;

  before(async () => {
    if (WITHOUT_BROWSER !== false) return;
    const db = await openEmbeddedCopy();
    site = await aWorkspaceSite(db, { isDemonstration: true });
    const served = await serveForBrowser(site.app.fetch);
    address = served.address;
    close = () => {
      served.close();
      return db.close();
    };
  });
  after(() => close());
  // each story begins without a mandate
  beforeEach(async () => {
    if (WITHOUT_BROWSER !== false) return;
    const { deps, people } = site.world;
    for (const { id, state } of okOf(await listMandates(deps, people.signatory))) {
      if (state === 'in-force') okOf(await revokeMandate(deps, people.signatory, { id, reason: undefined }));
    }
  });

  const played = async (visit: object, name: PersonName, use: (page: Page) => Promise<void>): Promise<void> =>
    withPage(browser(), { address: `${address}/sign-in`, ...visit }, async (page) => {
      await pressButton(page, name);
      await use(page);
    });

  /** Answers as the agent would read them in from a workbook: all of a known application but what the product is. */
  const fillIn = async (number: string): Promise<void> => {
    const { world } = site;
    const application = completeApplication(world.scheme, world.today(), { answers: { 'product.description': '' } });
    const attach = await Promise.all(evidenceNames(application).map((name) => storedText(world, name)));
    const id = (await resolveCase(world.deps, number)) ?? assert.fail(number);
    const agent = (await findActor(world.deps, 'agent@example.jp')) ?? assert.fail('no agent');
    okOf(await editCase(world.deps, agent, { id, version: await versionOf(world, id), application, attach }));
  };

  const tellTheStory = async (pages: Pages): Promise<void> => {
    const { vendor, agent } = pages;
    await within('giving a mandate', () => giveMandate(pages));
    const number = await within('beginning an application', () => begin(pages));
    await fillIn(number);
    await within('submitting for the vendor', () => submit(pages));
    await within('following the agent', () => followTheAgent(pages, number));
    const second = await within('beginning another', () => begin(pages));
    await agent.goto(`${address}/workspace/cases/${second}/product`);
    await within('revoking', () => revoke(pages));
    await agent.locator('[name="product.description"]').fill(TYPED_LATE);
    await within('being refused', () => beRefused(pages));
    await vendor.goto(`${address}/workspace/cases/${second}/product`);
    equal(await vendor.locator('[name="product.description"]').inputValue(), '');
  };

  test('acts for a vendor from the mandate to its revocation, and not a click longer', async () => {
    await played({}, 'signatory', (vendor) =>
      played({}, 'agent', (agent) => tellTheStory({ vendor, agent, look: soundInBothLanguages })),
    );
  });

  test('does the same with script switched off, on a phone', async () => {
    const visit = { javaScriptEnabled: false, viewport: { width: 390, height: 800 } };
    const look = async (page: Page): Promise<void> => {
      equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, page.url());
    };
    await played(visit, 'signatory', (vendor) =>
      played(visit, 'agent', (agent) => tellTheStory({ vendor, agent, look })),
    );
  });

  test('is told by the script that saves on the way that nothing can be saved any more, and keeps what was typed', async () => {
    const pages = { look: () => Promise.resolve() };
    await played({}, 'signatory', (vendor) =>
      played({}, 'agent', async (agent) => {
        await within('giving a mandate', () => giveMandate({ ...pages, vendor, agent }));
        const number = await within('beginning an application', () => begin({ ...pages, vendor, agent }));
        await agent.goto(`${address}/workspace/cases/${number}/product`);
        await within('revoking', () => revoke({ ...pages, vendor, agent }));
        await agent.locator('[name="product.description"]').fill(TYPED_LATE);
        await agent.locator('[name="product.firmware"]').focus();
        await agent.getByText('入力した内容は保存されていません。').waitFor();
        equal(await agent.locator('[name="product.description"]').inputValue(), TYPED_LATE);
      }),
    );
  });
});

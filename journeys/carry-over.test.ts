import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { aDraft } from '../testing/builders/cases.ts';
import { newerScheme } from '../testing/builders/newer-scheme.ts';
import { okOf } from '../testing/builders/world.ts';
import { accessibilityFaults, serveForBrowser, useBrowser, WITHOUT_BROWSER, withPage } from '../testing/browser.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { aWorkspaceSite, type WorkspaceSite } from '../testing/workspace-site.ts';
import { findCase } from '../src/app/case/find-case.ts';
import { loadScheme } from '../src/app/scheme/load-scheme.ts';
import { message } from '../src/i18n/message.ts';
import { pressButton } from './press-button.ts';

describe('a vendor’s clerk whose form becomes a newer one', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  let [address, close] = ['', (): Promise<void> => Promise.resolve()];
  let site: WorkspaceSite;
  let older: WorkspaceSite['world']['deps']['scheme'];
  let newer: typeof older;

  before(async () => {
    if (WITHOUT_BROWSER !== false) return;
    const db = await openEmbeddedCopy();
    site = await aWorkspaceSite(db, { isDemonstration: true });
    const { deps, scheme } = site.world;
    older = deps.scheme;
    newer = okOf(await loadScheme(deps, newerScheme(scheme)));
    const served = await serveForBrowser(site.app.fetch);
    address = served.address;
    close = () => {
      served.close();
      return db.close();
    };
  });
  after(() => close());

  const inForce = (scheme: typeof older): unknown => Object.assign(site.world.deps, { scheme });

  const carryOver = async (page: Page, isScripted: boolean): Promise<void> => {
    const { deps, people } = site.world;
    inForce(older);
    const { id, applicationNumber, application } = await aDraft(site.world);
    const [gone] = application.determinations;
    inForce(newer);
    const place = `${address}/workspace/cases/${applicationNumber}`;
    await page.goto(place);
    await page.getByRole('link', { name: message('ja', 'desk.carry.look') }).click();
    await page.waitForURL(`${place}/carry-over`);
    for (const words of ['新しい基準', '9.9版', gone?.criterion ?? '']) {
      assert.ok((await page.locator('main').textContent())?.includes(words), words);
    }
    // without script nothing can look at the page from within
    if (isScripted) equal(await accessibilityFaults(page), []);
    await pressButton(page, message('ja', 'desk.carry.go'));
    assert.equal(new URL(page.url()).pathname, new URL(place).pathname);
    assert.equal(await page.getByRole('link', { name: message('ja', 'desk.carry.look') }).count(), 0);
    await page.goto(`${place}/criteria/S1.1-99`);
    assert.ok((await page.getByRole('heading', { level: 1 }).textContent())?.includes('新しい基準'));
    const shown = okOf(await findCase(deps, people.editor, id));
    equal(shown.application.determinations, application.determinations.slice(1));
    equal(shown.outdated, undefined);
  };

  const asEditor = (visit: BrowserContextOptions): Promise<void> =>
    withPage(browser(), { address: `${address}/sign-in`, ...visit }, async (page) => {
      await page.locator('button[value="editor@example.jp"]').click();
      await page.waitForLoadState('load');
      await carryOver(page, visit.javaScriptEnabled !== false);
    });

  test('sees what is new and what is gone, carries the draft over, and goes on in the new form', () => asEditor({}));

  test('does the same with script switched off, on a phone', () =>
    asEditor({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } }));
});

import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFaults, serveForBrowser, useBrowser, WITHOUT_BROWSER, withPage } from '../testing/browser.ts';
import { okOf, SYSTEM, type World } from '../testing/builders/world.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { aWorkspaceSite } from '../testing/workspace-site.ts';
import { invitePerson } from '../src/app/access/invite-person.ts';
import { addDevice } from './add-device.ts';
import { unfoldMenu } from './unfold-menu.ts';

async function sound(page: Page): Promise<void> {
  equal(await accessibilityFaults(page), [], page.url());
  assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, page.url());
}

type Setup = Parameters<typeof aWorkspaceSite>[1];

/** The pages on a port of this machine, for one test. */
async function opened(t: TestContext, setup?: Setup): Promise<{ world: World; address: string }> {
  const db = await openEmbeddedCopy();
  const { world, app } = await aWorkspaceSite(db, setup);
  const served = await serveForBrowser((request) =>
    app.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } }),
  );
  t.after(() => {
    served.close();
    return db.close();
  });
  return { world, address: served.address };
}

describe('staff in a browser', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();

  test('follow an invitation, enrol a passkey, keep recovery codes, sign out, and sign in again by the passkey alone', async (t) => {
    const { world, address: site } = await opened(t);
    const { link } = okOf(await invitePerson(world.deps, SYSTEM, { mail: 'officera@example.jp' }));
    const address = site + new URL(link).pathname;
    await withPage(browser(), { address, viewport: { width: 320, height: 900 } }, async (page) => {
      await addDevice(page, 'internal');
      await sound(page);
      await page.getByRole('button', { name: '始める' }).click();
      await page.getByText('サインインの方法を登録してください').waitFor();
      await sound(page);
      await page.getByLabel('名前').fill('机のパソコン');
      await page.getByRole('button', { name: 'パスキーを登録' }).click();
      await page.getByRole('rowheader', { name: '机のパソコン' }).waitFor();
      await page.getByRole('button', { name: /新しい回復コード/ }).click();
      await page.getByRole('heading', { name: '回復コード' }).waitFor();
      equal(await page.locator('code').count(), 10);
      await sound(page);
      await page.goto(`${site}/en/workspace`);
      await page.getByText('label officer').first().waitFor();
      await sound(page);
      await unfoldMenu(page, 'button', 'Sign out');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL('**/en/sign-in');
      await sound(page);
      equal((await page.context().cookies()).length, 0);
      await page.getByRole('button', { name: 'Use a passkey' }).click();
      await page.waitForURL('**/en/workspace');
      const [cookie] = await page.context().cookies();
      equal(
        [cookie?.name, cookie?.httpOnly, cookie?.secure, cookie?.sameSite, cookie?.path],
        ['__Host-shirushi', true, true, 'Lax', '/'],
      );
    });
  });

  test('are told when their device has no passkey for us, and nothing is sent', async (t) => {
    const { address: site } = await opened(t);
    await withPage(browser(), { address: `${site}/en/sign-in` }, async (page) => {
      await addDevice(page, 'usb');
      await page.getByRole('button', { name: 'Use a passkey' }).click();
      await page.getByText('The passkey could not be used.').waitFor({ timeout: 20_000 });
      assert.ok(page.url().endsWith('/en/sign-in'));
    });
  });

  test('sign in on 127.0.0.1 too: they are moved to the name passkeys belong to, and the cookie holds there', async (t) => {
    const { address: site } = await opened(t, { isDemonstration: true });
    const address = site.replace('localhost', '127.0.0.1');
    await withPage(browser(), { address: `${address}/workspace/account`, javaScriptEnabled: false }, async (page) => {
      assert.equal(new URL(page.url()).hostname, 'localhost');
      await page.getByRole('button', { name: 'signatory', exact: true }).click();
      await page.getByRole('heading', { name: '自分のサインイン' }).waitFor();
    });
  });
});

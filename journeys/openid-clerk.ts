import { openidProvider } from '../src/adapters/openid-provider.ts';
import type { Database } from '../src/db/database.ts';
import { COMPLETE_VENDOR } from '../testing/builders/application.ts';
import { serveForBrowser } from '../testing/browser.ts';
import { OpenidMock } from '../testing/openid-mock.ts';
import { aWorkspaceSite, type WorkspaceSite } from '../testing/workspace-site.ts';

/** A clerk of the vendor with an account at the provider (Prime), whom nobody has registered here. */
const CLERK = {
  sub: 'clerk-1',
  account_type: '2',
  corporate_number: COMPLETE_VENDOR.corporateNumber,
  name: COMPLETE_VENDOR.name,
  en_name: 'Minato Networks Co., Ltd.',
  address: '東京都千代田区',
  user_last_name: '青木',
  user_first_name: '遥',
  email: 'aoki@minato-networks.example.jp',
  delegation_info: [],
};

/** The pages on a port of this machine, with a provider in the shape of GビズID beside them at which the clerk consents. */
export async function serveWithOpenid(
  db: Database,
): Promise<{ readonly site: WorkspaceSite; readonly address: string; readonly close: () => Promise<void> }> {
  const opened = Promise.withResolvers<WorkspaceSite>();
  const incoming = { socket: { remoteAddress: '127.0.0.1' } };
  const served = await serveForBrowser(async (request) => (await opened.promise).app.fetch(request, { incoming }));
  const redirectUri = `${served.address}/sign-in/openid/callback`;
  const mock = await OpenidMock.open(redirectUri);
  mock.account = CLERK;
  const openid = openidProvider({ issuer: mock.issuer, redirectUri, ...mock.client });
  const site = await aWorkspaceSite(db, { isDemonstration: true, openid });
  opened.resolve(site);
  const close = async (): Promise<void> => {
    served.close();
    mock.close();
    await db.close();
  };
  return { site, address: served.address, close };
}

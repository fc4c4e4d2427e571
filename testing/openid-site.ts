import { openidProvider } from '../src/adapters/openid-provider.ts';
import type { Database } from '../src/db/database.ts';
import { OpenidMock } from './openid-mock.ts';
import { aWorkspaceSite, type WorkspaceSite } from './workspace-site.ts';

/** Where the provider sends browsers back to. */
const REDIRECT = 'https://label.example.jp/sign-in/openid/callback';

/** A way from the sign-in page to the provider and back, step by step. */
export type OpenidVisit = { readonly cookie: string; readonly query: string };

/** The pages with a provider in the shape of GビズID beside them. */
export type OpenidSite = WorkspaceSite & {
  readonly mock: OpenidMock;
  /** Goes to the provider and back, up to the address the provider sends the browser to. */
  readonly visit: (to?: string) => Promise<OpenidVisit>;
  /** Comes back with what the provider gave. */
  readonly comeBack: (visit: OpenidVisit) => Promise<Response>;
};

/** Opens the pages and the provider; close the provider after the test. */
export async function anOpenidSite(db: Database): Promise<OpenidSite> {
  const mock = await OpenidMock.open(REDIRECT);
  const openid = openidProvider({ issuer: mock.issuer, redirectUri: REDIRECT, ...mock.client });
  const site = await aWorkspaceSite(db, { openid });
  return {
    ...site,
    mock,
    visit: async (to = '/workspace') => {
      const away = await site.ask(`/sign-in/openid?to=${encodeURIComponent(to)}`);
      const cookie = /__Host-shirushi-begun=[\w-]+/.exec(away.headers.get('set-cookie') ?? '')?.[0] ?? '';
      const back = await fetch(away.headers.get('location') ?? '', { redirect: 'manual' });
      return { cookie, query: new URL(back.headers.get('location') ?? 'http://nowhere').search };
    },
    comeBack: ({ cookie, query }) => site.ask(`/sign-in/openid/callback${query}`, { headers: { cookie } }),
  };
}

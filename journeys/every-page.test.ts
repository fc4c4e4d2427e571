import assert from 'node:assert/strict';
import { before, after, describe, test } from 'node:test';
import { aDraft, aProposedCase, aReturnedCase, aSubmittedCase } from '../testing/builders/cases.ts';
import type { PersonName } from '../testing/builders/world.ts';
import { accessibilityFaults, serveForBrowser, useBrowser, WITHOUT_BROWSER } from '../testing/browser.ts';
import { openEmbeddedCopy } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { addressOf, isAtWork, routesOf, type AddressParts } from '../testing/security/route-walk.ts';
import { aWorkspaceSite, cookieOf, type WorkspaceSite } from '../testing/workspace-site.ts';

/** Who looks, in the order in which they are asked: the first who is shown a page looks at it. */
const READERS = [
  'editor',
  'signatory',
  'officerA',
  'officerB',
  'administrator',
  'agent',
] as const satisfies PersonName[];

/** The narrowest window pages are made for. */
const NARROW = { width: 320, height: 900 };

/** A page as somebody is shown it. */
type Shown = { readonly address: string; readonly reader: PersonName };

describe('every page of the workspaces', { skip: WITHOUT_BROWSER }, () => {
  const browser = useBrowser();
  let site: WorkspaceSite;
  let served: Awaited<ReturnType<typeof serveForBrowser>>;
  let variants: readonly AddressParts[];
  const tokens = new Map<PersonName, string>();
  before(async () => {
    site = await aWorkspaceSite(await openEmbeddedCopy());
    served = await serveForBrowser((request) =>
      site.app.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } }),
    );
    const { world } = site;
    const cases = [
      await aReturnedCase(world),
      await aDraft(world),
      await aSubmittedCase(world),
      await aProposedCase(world),
    ];
    const { rows } = await world.deps.db.pool.query<{ sha256: string; name: string }>(
      'select sha256, name from case_files',
    );
    for (const reader of READERS) tokens.set(reader, (await site.signIn(reader)).token);
    const fixed = { sha256: rows[0]?.sha256 ?? '', criterion: 'S1.1-01', section: 'product' };
    const ids = [world.mandate, world.organisations.vendor, world.people.editor.person];
    const acts = ['accept', 'return', 'decline', 'propose', 'withdraw'];
    variants = cases.flatMap(({ applicationNumber: number }) =>
      ids.flatMap((id) =>
        acts.map((act) => ({ ...fixed, number, id, act, '/workspace/account/sessions/:id/end': id })),
      ),
    );
  });
  after(() => served.close());

  const cookie = (reader: PersonName) => cookieOf(tokens.get(reader) ?? '');

  /** A page of a route somebody is shown; undefined where it is none, as for files and for what only leads on. */
  async function shownAt(route: { readonly method: 'GET'; readonly path: string }): Promise<Shown | undefined> {
    const addresses = [...new Set(variants.map((parts) => addressOf(route, parts)))];
    for (const reader of READERS) {
      for (const address of addresses) {
        const answer = await site.ask(address, { headers: cookie(reader) });
        const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html');
        await answer.body?.cancel();
        if (answer.status === 200 && isPage) return { address, reader };
      }
    }
    return undefined;
  }

  test('is free of what axe-core finds and fits into 320 px, in both languages', async () => {
    const routes = routesOf(site.app, 'GET').filter(isAtWork);
    const pages: Shown[] = [];
    for (const { path } of routes) {
      const shown = await shownAt({ method: 'GET', path });
      if (shown !== undefined) pages.push(shown);
    }
    assert.ok(pages.length >= 70, `only ${pages.length} of ${routes.length} routes showed a page`);
    const context = await browser().newContext({ viewport: NARROW });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const { address, reader } of pages) {
      await context.setExtraHTTPHeaders(cookie(reader));
      await page.goto(`${served.address}${address}`);
      const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      if (wider !== 0) faults.push(`${address} (${reader}) is ${String(wider)} px too wide`);
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${address} (${reader}): ${fault}`));
    }
    await context.close();
    equal(faults, []);
  });
});

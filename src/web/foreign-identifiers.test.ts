import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aDraft, aSubmittedCase } from '../../testing/builders/cases.ts';
import { okOf, type PersonName, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import {
  addressOf,
  isAtWork,
  namesSomething,
  routesOf,
  type AddressParts,
  type Route,
} from '../../testing/security/route-walk.ts';
import { contentsOf } from '../../testing/without-trace.ts';
import { aWorkspaceSite, type Visitor, type WorkspaceSite } from '../../testing/workspace-site.ts';
import { invitePerson } from '../app/access/invite-person.ts';
import { giveMandate } from '../app/parties/give-mandate.ts';
import { revokeMandate } from '../app/parties/revoke-mandate.ts';

/** What only the vendor and the operator may read of the case that is looked for, and nobody sends along. */
const SECRETS = /Minato|みなと|signatory@example\.jp/;

/** Tables that change with any request of a browser: its session, its forms, its challenges. */
const OWN = ['sessions', 'sent_forms', 'ceremonies', 'attempts'];

/** Tables of what belongs to the vendor: nothing in them may change, whatever others send. */
const VENDORS = [
  'cases',
  'case_files',
  'case_models',
  'case_notes',
  'fees',
  'format_check_drafts',
  'format_check_findings',
  'format_checks',
  'label_decisions',
  'invitations',
  'labels',
  'memberships',
  'organisations',
  'passkeys',
  'recovery_codes',
  'submission_files',
  'submissions',
];

/** A mandate limited to one application, which was given and taken back. */
async function namedMandate({ deps, organisations, people, today }: World, number: string): Promise<void> {
  const { vendor, agent } = organisations;
  const terms = { vendor, agent, from: today(), numbers: [number], allowsNew: false };
  const id = okOf(await giveMandate(deps, people.signatory, terms));
  okOf(await revokeMandate(deps, people.signatory, { id }));
}

/** Mandates of the vendor with what they cover: others may give their own. */
async function mandatesOf({ deps, organisations }: World): Promise<unknown> {
  const { rows } = await deps.db.pool.query(
    `select to_jsonb(mandates)::text as mandate,
       array(select case_id::text from mandate_cases where mandate = mandates.id order by case_id) as covered
     from mandates where vendor = $1 order by id`,
    [organisations.vendor],
  );
  return rows;
}

describe('identifiers of another organisation, at every route of the workspaces', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let foreign: readonly AddressParts[];
    let missing: AddressParts;
    let fields: Readonly<Record<string, string>>;
    before(async () => {
      site = await aWorkspaceSite(await open());
      const { world } = site;
      await site.signIn('editor');
      const [draft, filed] = [await aDraft(world), await aSubmittedCase(world)];
      const { rows: sessions } = await world.deps.db.pool.query<{ id: string }>('select id from sessions');
      const { rows: files } = await world.deps.db.pool.query<{ sha256: string }>('select sha256 from case_files');
      okOf(await revokeMandate(world.deps, world.people.signatory, { id: world.mandate, reason: undefined }));
      await namedMandate(world, draft.applicationNumber);
      okOf(await invitePerson(world.deps, world.people.administrator, { mail: 'editor@example.jp' }));
      const shared = {
        '/workspace/account/sessions/:id/end': sessions[0]?.id ?? '',
        id: world.mandate,
        sha256: files[0]?.sha256 ?? '',
        act: 'accept',
        criterion: 'S1.1-01',
        section: 'product',
      };
      foreign = [draft, filed].map(({ applicationNumber: number }) => ({ ...shared, number }));
      const nobody = '00000000-0000-7000-8000-00000000ffff';
      missing = { ...shared, number: 'A-26-99999-X', id: nobody, sha256: '0'.repeat(64) };
      missing = { ...missing, '/workspace/account/sessions/:id/end': nobody };
      fields = {
        vendor: world.organisations.vendor,
        organisation: world.organisations.vendor,
        agent: world.organisations.agent,
        from: draft.applicationNumber,
        except: draft.id,
        number: filed.applicationNumber,
        with: filed.applicationNumber,
        mail: 'editor@example.jp',
        to: world.people.editor.person,
        id: world.mandate,
        case: filed.id,
        level: 's1',
        reason: 'not mine',
        note: 'not mine',
        sequence: '1',
        version: '1',
        'product.name': 'not mine',
        idempotency_key: draft.id,
      };
    });

    const contents = async (tables: (name: string) => boolean): Promise<string> => {
      const all = Object.entries(await contentsOf(site.world.deps.db));
      return JSON.stringify(all.filter(([name]) => tables(name)));
    };
    const ask = async (visitor: Visitor, route: Route, parts: AddressParts): Promise<Response> => {
      const address = addressOf(route, parts);
      if (route.method === 'POST') return visitor.post(address, fields);
      return visitor.get(`${address}?${new URLSearchParams(fields).toString()}`);
    };
    /** A redirect that only takes a page's address apart says nothing; anything else that is not "not found" does. */
    const told = (answer: Response): string => (answer.status === 303 ? '303' : String(answer.status));

    test('are told apart from those of nothing by their owner, so that the walk would notice', async () => {
      const visitor = await site.signIn('editor');
      const pages = routesOf(site.app, 'GET').filter((route) => isAtWork(route) && namesSomething(route));
      let reached = 0;
      for (const route of pages) {
        const [own, nothing] = [await ask(visitor, route, foreign[1] ?? {}), await ask(visitor, route, missing)];
        if (own.status === 200 && nothing.status === 404 && SECRETS.test(await own.text())) reached += 1;
      }
      assert.ok(reached >= 8, `only ${reached} pages showed the case to its owner`);
    });

    for (const name of ['stranger', 'agent'] as const satisfies readonly PersonName[]) {
      test(`are answered to ${name} like those of nothing, and nothing of the case is told or changed`, async () => {
        const visitor = await site.signIn(name);
        const routes = (['GET', 'POST'] as const).flatMap((method) => routesOf(site.app, method));
        const walked = routes.filter((route) => isAtWork(route) && namesSomething(route));
        assert.ok(walked.length >= 50, `only ${walked.length} routes were found`);
        const before_ = await contents((table) => !OWN.includes(table));
        for (const route of walked) {
          for (const parts of foreign) {
            const [theirs, nothing] = [await ask(visitor, route, parts), await ask(visitor, route, missing)];
            const where = `${route.method} ${route.path}`;
            equal(told(theirs), told(nothing), where);
            assert.ok([303, 403, 404].includes(theirs.status), `${where} answered ${theirs.status}`);
            assert.ok(!SECRETS.test(await theirs.text()), `${where} tells whose it is`);
          }
        }
        equal(await contents((table) => !OWN.includes(table)), before_);
      });

      test(`change nothing of the vendor’s when ${name} sends them in any form`, async () => {
        const visitor = await site.signIn(name);
        const { world } = site;
        const theirs = async (): Promise<unknown> => [
          await contents((table) => VENDORS.includes(table)),
          await mandatesOf(world),
          (
            await world.deps.db.pool.query('select 1 from sessions where person = $1 and ended_at is null', [
              world.people.editor.person,
            ])
          ).rows.length,
        ];
        const before_ = await theirs();
        const forms = routesOf(site.app, 'POST').filter((route) => isAtWork(route) && !namesSomething(route));
        const last = forms.filter(({ path }) => path.endsWith('/sign-out'));
        for (const route of [...forms.filter((form) => !last.includes(form)), ...last]) {
          const answer = await ask(visitor, route, {});
          assert.ok(answer.status < 500, `${route.path} answered ${answer.status}`);
        }
        equal(await theirs(), before_);
      });
    }
  });
});

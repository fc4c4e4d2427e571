import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { eachDatabase } from '../../testing/database.ts';
import { appendFact } from '../../testing/append-fact.ts';
import { equal } from '../../testing/equal.ts';
import type { OrganisationId, PersonId, Sha256 } from '../core/kernel/ids.ts';
import { ok } from '../core/kernel/result.ts';
import type { Database } from './database.ts';
import { appendEvent } from './events.ts';
import { findFile, insertFiles, listFileHashes } from './files.ts';
import type { PublicFact } from './public-log.ts';
import { transact, type Tx } from './transact.ts';

const AT = Temporal.Instant.from('2026-04-01T00:00:00Z');
const PERSON = '00000000-0000-7000-8000-000000000001' as PersonId;
const MAKER = '00000000-0000-7000-8000-000000000002' as OrganisationId;
const AGENT = '00000000-0000-7000-8000-000000000003' as OrganisationId;
const FACT: PublicFact = { at: AT, kind: 'label_granted', subject: 'JP-0001', entry: '{"label":"JP-0001"}' };

describe('records of the database', () => {
  eachDatabase((_kind, open) => {
    let db: Database;
    before(async () => {
      db = await open();
    });
    const commit = async <T>(act: (tx: Tx) => Promise<T>): Promise<T> => {
      const result = await transact(db, async (tx) => ok(await act(tx)));
      return result.value;
    };

    test('an event says who did what for whom, when and why', async () => {
      const id = await commit((tx) =>
        appendEvent(tx, {
          at: AT,
          act: 'case.submit',
          actor: { person: PERSON, organisation: AGENT, onBehalfOf: MAKER, role: 'applicant' },
          subject: { kind: 'case', id: 'C-1' },
          reason: '申請の提出',
          detail: { level: 1, files: ['a'], left: undefined },
        }),
      );
      const row = await db.kysely.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      assert.equal(
        JSON.stringify(row),
        `{"id":${id},"at":"2026-04-01T00:00:00Z","act":"case.submit","actor_person":"${PERSON}","actor_organisation":"${AGENT}",` +
          `"on_behalf_of":"${MAKER}","actor_role":"applicant","subject_kind":"case","subject_id":"C-1","reason":"申請の提出",` +
          `"detail":{"files":["a"],"level":1}}`,
      );
    });

    test('an event of the system itself names nobody', async () => {
      const id = await commit((tx) =>
        appendEvent(tx, { at: AT, act: 'label.expire', actor: undefined, subject: { kind: 'label', id: 'L-1' } }),
      );
      const row = await db.kysely.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      assert.equal(
        row.actor_person ?? row.actor_organisation ?? row.on_behalf_of ?? row.actor_role ?? row.reason,
        null,
      );
      assert.equal(JSON.stringify(row.detail), '{}');
    });

    test('a public fact is kept as it was logged', async () => {
      await commit((tx) => appendFact(tx, FACT));
      const first = await db.kysely
        .selectFrom('public_log')
        .select(['index', 'at', 'kind', 'subject', 'entry'])
        .where('index', '=', 0)
        .executeTakeFirstOrThrow();
      assert.equal(JSON.stringify(first), JSON.stringify({ index: 0, ...FACT }));
    });

    for (const [table, key] of [
      ['events', 'id'],
      ['public_log', 'index'],
    ] as const) {
      for (const [act, statement] of [
        ['changed', `update ${table} set at = at`],
        [
          'changed through an upsert',
          `insert into ${table} overriding system value select * from ${table} on conflict (${key}) do update set at = excluded.at`,
        ],
        ['deleted', `delete from ${table}`],
        ['truncated', `truncate ${table}`],
        ['truncated with what refers to them', `truncate ${table} cascade`],
      ] as const) {
        test(`rows of ${table} cannot be ${act}`, async () => {
          const [before] = (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db.kysely))
            .rows;

          // What others refer to cannot be truncated alone, whatever its triggers say.
          const refusal = act === 'truncated' ? /is append-only|referenced in a foreign key/ : /is append-only/;
          await assert.rejects(sql.raw(statement).execute(db.kysely), { message: refusal });
          const [after] = (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db.kysely))
            .rows;
          assert.ok(before !== undefined && before.n > 0);
          assert.equal(after?.n, before.n);
        });
      }

      test(`rows of ${table} cannot be deleted in a session that passes triggers over`, async () => {
        const run = transact(db, async (tx) => {
          await sql`set local session_replication_role = replica`.execute(tx);
          await sql`delete from ${sql.table(table)}`.execute(tx);
          return ok(undefined);
        });
        await assert.rejects(run, { code: '23000' });
      });
    }

    test('the head of the public log can be neither removed nor doubled', async () => {
      await assert.rejects(sql`delete from public_log_head`.execute(db.kysely), { code: '23000' });
      await assert.rejects(sql`truncate public_log_head`.execute(db.kysely), { code: '23000' });
      await assert.rejects(sql`insert into public_log_head (size) values (0)`.execute(db.kysely), { code: '23505' });
      await assert.rejects(sql`insert into public_log_head values (false, 0)`.execute(db.kysely), { code: '23514' });
    });

    test('a file is recorded once, and found by its content', async () => {
      const sha256 = 'ab'.repeat(32) as Sha256;
      const file = { sha256, size: 12, mediaType: 'application/pdf', storedAt: AT };
      await commit((tx) => insertFiles(tx, [file]));
      await commit((tx) => insertFiles(tx, [{ ...file, mediaType: 'text/plain' }]));
      assert.equal(JSON.stringify(await findFile(db.kysely, sha256)), JSON.stringify(file));
      assert.equal(await findFile(db.kysely, 'cd'.repeat(32) as Sha256), undefined);
    });

    test('a file under a name that is no hash is not recorded', async () => {
      const file = { sha256: 'AB' as Sha256, size: 1, mediaType: 'text/plain', storedAt: AT };
      await assert.rejects(
        commit((tx) => insertFiles(tx, [file])),
        { code: '23514' },
      );
    });

    test('recorded files are listed page by page in the order of their names', async () => {
      const digits = ['f', '0', '9', 'a', '9'];
      const files = digits.map((digit) => ({
        sha256: digit.repeat(64) as Sha256,
        size: 0,
        mediaType: 'x',
        storedAt: AT,
      }));
      await commit((tx) => insertFiles(tx, files));
      const pages: string[] = [];
      for (let after: Sha256 | undefined; ;) {
        const page = await listFileHashes(db.kysely, { after, limit: 2 });
        if (page.length === 0) break;
        pages.push(page.map((sha256) => sha256.slice(0, 2)).join());
        after = page.at(-1);
      }
      equal(pages, ['00,99', 'aa,ab', 'ff']);
    });
  });
});

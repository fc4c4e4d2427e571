import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readFoundState } from '../bench/kill/found-state.ts';
import { killRounds, type KillOutcome } from '../bench/kill/kill-rounds.ts';
import { beginLife, liveAndDie, stateFaults, type Life } from '../bench/kill/life.ts';
import { filesOf, openPlace } from '../bench/kill/place.ts';
import { startDiskCluster } from '../bench/measure/disk-cluster.ts';
import type { Database } from '../src/db/database.ts';
import { brokenPromises } from '../testing/case-invariants.ts';
import { copyEmbeddedTemplate } from '../testing/embedded-template.ts';
import { equal } from '../testing/equal.ts';
import { POSTGRES_PROGRAMS } from '../testing/postgres-programs.ts';

/** The full number of rounds is `npm run bench -- kill`. */
const ROUNDS = { embedded: 5, server: 3 };

function assertNothingLost({ counts, faults }: KillOutcome, rounds: number): void {
  equal(faults, []);
  equal(counts['rounds'], rounds);
  assert.ok((counts['acts acknowledged, all found'] ?? 0) >= rounds);
}

/** What a kill must never leave behind, each done to a sound database: a statement, and what must be said of it. */
const DAMAGE: readonly (readonly [statement: string, said: RegExp])[] = [
  [`delete from events where act = 'case.accept'`, /acknowledged at .*found: nothing/],
  [`update events set at = at + interval '1 hour' where id = (select max(id) from events)`, /acknowledged at/],
  [
    `insert into events (at, act, subject_kind, subject_id) select at, act, subject_kind, subject_id from events
    where act = 'case.submit'`,
    /acknowledged at .*case\.submit.*case\.submit/,
  ],
  [`update number_counters set last = last + 1 where kind = 'registration'`, /registration number .* is missing/],
  [`update cases set acceptance_number = acceptance_number || '0'`, /acceptanceNumber is not what was acknowledged/],
  [`update fees set paid_on = null, recorded_by = null`, /payments is 0, not 1/],
  [`delete from submission_files`, /receipt is not what was acknowledged/],
  [`update submissions set application = application || ' '`, /the answers of case .* have another hash/],
  // With the hashes the database asks for: what is wrong is seen in the entries and the size themselves.
  [
    String.raw`update public_log set entry = entry || ' ', leaf_hash = sha256('\x00'::bytea || convert_to(entry || ' ', 'UTF8'))`,
    /the log differs on/,
  ],
  [
    `update public_log_head set size = size + 1, edge = decode(repeat('00', 32 * bit_count((size + 1)::bit(64))::int), 'hex')`,
    /the log's head says/,
  ],
  [`update public_log_head set checkpoint = replace(checkpoint, '/log', '/lag')`, /the log's checkpoint is refused/],
  [`delete from label_models`, /covers no model/],
  [`delete from pgboss.job`, /jobs is 0, not 1/],
];

/** Foreign keys and append-only triggers would prevent the damage. */
const UNGUARDED = `do $$ declare name text; begin
  for name in select oid::regclass::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
  loop execute format('alter table %s disable trigger all', name); end loop;
end $$`;

/** What is said of a database while a statement's damage is there; it is undone afterwards. */
async function saidOf(db: Database, life: Life, statement: string): Promise<readonly string[]> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await client.query(UNGUARDED);
    await client.query(statement);
    return await stateFaults(life, await readFoundState(client));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('killed while acts run', { concurrency: true }, () => {
  test('the embedded database keeps every act that was acknowledged, and no act by half', async () => {
    assertNothingLost(await killRounds({ rounds: ROUNDS.embedded, seed: 1 }), ROUNDS.embedded);
  });

  const skip =
    POSTGRES_PROGRAMS === undefined && 'NO POSTGRESQL SERVER PROGRAMS: set SHIRUSHI_TEST_POSTGRES to their folder';
  test('a PostgreSQL server keeps every act that was acknowledged, and no act by half', { skip }, async () => {
    const cluster = await startDiskCluster();
    try {
      assertNothingLost(await killRounds({ rounds: ROUNDS.server, cluster, seed: 1 }), ROUNDS.server);
    } finally {
      cluster.remove();
    }
  });

  test('a lost act, a doubled event, a number without a holder, a changed entry and a missing file are noticed', async () => {
    const life = await beginLife(undefined, await copyEmbeddedTemplate());
    await liveAndDie(life, (process) => process.acknowledges(20));
    const db = await openPlace(life.place);
    equal(await stateFaults(life, await readFoundState(db.pool)), []);
    equal(await brokenPromises(db), []);
    for (const [statement, said] of DAMAGE) {
      const faults = await saidOf(db, life, statement);
      assert.ok(
        faults.some((fault) => said.test(fault)),
        `${statement}: ${faults.join('; ')}`,
      );
    }
    const content = join(filesOf(life.place), 'content');
    rmSync(join(content, readdirSync(content)[0] ?? ''), { recursive: true });
    const faults = await stateFaults(life, await readFoundState(db.pool));
    assert.ok(faults.some((fault) => fault.includes('of a receipt is not in the store')));
    await db.close();
  });
});

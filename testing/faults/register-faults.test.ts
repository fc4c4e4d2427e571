import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientBase } from 'pg';
import { takeSnapshots } from '../../src/app/open-data/take-snapshots.ts';
import type { Database } from '../../src/db/database.ts';
import { okOf } from '../builders/world.ts';
import { openEmbeddedCopy } from '../embedded-template.ts';
import { equal } from '../equal.ts';
import { aPublicSite } from '../public-site.ts';
import { aSignedLabel, RUNNING } from '../static-copy.ts';
import { brokenIn, registerFaults } from './register-faults.ts';

/** What a fault must never leave behind, each done to a sound register: a statement, and what must be said of it. */
const DAMAGE: readonly (readonly [statement: string, said: RegExp])[] = [
  [`update labels set published_at = null`, /logged and not public/],
  [`delete from public_log where kind = 'label-published'`, /is public and not logged once/],
  [`update public_log set subject = 'S1-26-09999-X' where kind = 'label-published'`, /is public and not logged once/],
  [`delete from events where act = 'label.publish'`, /its publication is not one event/],
  [
    `insert into events (at, act, subject_kind, subject_id) select at, act, subject_kind, subject_id from events
    where act = 'label.publish'`,
    /its publication is not one event/,
  ],
  [`delete from label_search`, /cannot be found/],
  [`update cases set state = 'awaiting_decision' where state = 'granted'`, /is granted and has no label/],
  [`update number_counters set last = last + 1 where kind = 'registration'`, /number is lost/],
  [`delete from snapshots`, /snapshot is kept and not logged/],
  [`delete from public_log where kind = 'criteria-published'`, /criteria are in force and not logged/],
  [`update label_credentials set entry = 0`, /credential is of nothing that was logged/],
  [`update issuer_keys set used_until = used_from`, /not one key signs/],
  [`delete from pgboss.job where name = 'tell-publication'`, /not told by one job/],
  [`insert into pgboss.job (name, data) select name, data from pgboss.job`, /not told by one job/],
];

/** Foreign keys and append-only triggers would prevent the damage. */
const UNGUARDED = `do $$ declare name text; begin
  for name in select oid::regclass::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
  loop execute format('alter table %s disable trigger all', name); end loop;
end $$`;

/** What is said while something is done to a database; it is undone afterwards. */
async function saidOf(db: Database, damage: (client: ClientBase) => Promise<unknown>): Promise<readonly string[]> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await client.query(UNGUARDED);
    await damage(client);
    return await brokenIn(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('what a fault must never leave behind is noticed', async () => {
  const db = await openEmbeddedCopy();
  const site = await aPublicSite(db);
  await aSignedLabel(site.world);
  site.world.clock.advance({ hours: 24 });
  okOf(await takeSnapshots(site.world.deps, RUNNING));
  equal(await registerFaults(site), []);
  for (const [statement, said] of DAMAGE) {
    const faults = await saidOf(db, (client) => client.query(statement));
    assert.ok(
      faults.some((fault) => said.test(fault)),
      `${statement}: ${faults.join('; ')}`,
    );
  }
  await db.close();
});

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { ed25519Key } from '../../../testing/ed25519.ts';
import { equal } from '../../../testing/equal.ts';
import { auditedLog } from '../../../testing/log-audit.ts';
import { POSTGRES_PROGRAMS } from '../../../testing/postgres-programs.ts';
import { createServerDatabase } from '../../../testing/server-template.ts';
import { FAILING_LOG, TEST_LOG } from '../../../testing/test-signer.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { EMPTY_EDGE } from '../../core/log/tree-edge.ts';
import { connectServer } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { findLogHead, listTileHashes, saveGrowth, type PublicFact } from '../../db/public-log.ts';
import { transact } from '../../db/transact.ts';
import { appendPublicFacts, logKeyText, type LogDeps } from './append-public-facts.ts';

const AT = Temporal.Instant.from('2026-04-01T00:00:00Z');
const fact = (name: string): PublicFact => ({ at: AT, kind: 'tried', subject: name, entry: `{"name":"${name}"}` });
const facts = (count: number, prefix = 'n'): readonly PublicFact[] =>
  Array.from({ length: count }, (_, place) => fact(`${prefix}${place}`));

const append = (db: Database, added: readonly PublicFact[], log: LogDeps = TEST_LOG) =>
  transact(db, (tx) => appendPublicFacts(log, tx, added));

const subjectsOf = async (db: Database): Promise<readonly string[]> => {
  const rows = await db.kysely.selectFrom('public_log').select(['index', 'subject']).orderBy('index').execute();
  equal(
    rows.map(({ index }) => index),
    rows.map((_, place) => place),
  );
  return rows.map(({ subject }) => subject);
};

describe('the public log (RFC 6962, C2SP tlog-checkpoint)', () => {
  eachDatabase((_kind, open) => {
    let db: Database;
    before(async () => {
      db = await open();
    });

    test('counts facts from 0 without gaps, also when acts are refused or run at once, and signs where it stands', async () => {
      okOf(await append(db, [fact('first')]));
      equal(await auditedLog(db).then(({ origin, size }) => [origin, size]), ['label.example.jp/log', 1]);
      await refusedWithoutTrace(
        db,
        () =>
          transact(db, async (tx) => {
            okOf(await appendPublicFacts(TEST_LOG, tx, [fact('withdrawn')]));
            return refused({ code: 'changed_its_mind' });
          }),
        { code: 'changed_its_mind' },
      );
      await Promise.all(Array.from({ length: 12 }, (_, place) => append(db, [fact(`at-once-${place}`)])));
      const subjects = await subjectsOf(db);
      assert.equal(subjects[0], 'first');
      assert.equal(new Set(subjects).size, 13);
      assert.equal((await auditedLog(db)).size, 13);
    });

    test('takes several facts of one act as one step, and keeps the hashes of full tiles', async () => {
      const { edge } = await findLogHead(db.kysely);
      okOf(await append(db, facts(300 - edge.size, 'batch')));
      assert.equal((await auditedLog(db)).size, 300);
      okOf(await append(db, facts(260, 'more')));
      assert.equal((await auditedLog(db)).size, 560);
      const above = await listTileHashes(db.kysely, { level: 1, index: 0, width: 256 });
      assert.equal(above.length, 2);
    });

    test('takes nothing that it cannot sign: the act is refused and nothing is written', async () => {
      await refusedWithoutTrace(db, () => append(db, [fact('unsigned')], FAILING_LOG), { code: 'log_not_signed' });
    });

    test('is not signed by two keys, nor under two names', async () => {
      const other = ed25519Key(new Uint8Array(32).fill(2));
      const stranger = {
        ...TEST_LOG,
        signer: {
          publicKey: other.publicKey,
          sign: (message: Uint8Array) => Promise.resolve(ok(other.sign(message))),
        },
      };
      await assert.rejects(append(db, [fact('stranger')], stranger), /another key/);
      await assert.rejects(append(db, [fact('renamed')], { ...TEST_LOG, logOrigin: 'other/log' }), /another key/);
      assert.equal((await auditedLog(db)).size, 560);
    });

    test('moves on from where it stands only: whoever counted from elsewhere writes nothing', async () => {
      const before = await subjectsOf(db);
      const forged = {
        facts: [],
        completed: [],
        edge: { ...EMPTY_EDGE },
        signed: { checkpoint: 'forged', verifierKey: logKeyText(TEST_LOG), joiningKey: undefined },
      };
      const added = { ...fact('forged'), bytes: new Uint8Array(0), leafHash: new Uint8Array(32) };
      const run = transact(db, async (tx) => {
        await saveGrowth(tx, { ...forged, from: before.length - 1, facts: [added] });
        return ok(true);
      });
      await assert.rejects(run, /moved on without its lock/);
      equal(await subjectsOf(db), before);
      await auditedLog(db);
    });

    test('keeps no entry under a hash that is not its own, and no head whose edge does not fit its size', async () => {
      const insert = `insert into public_log (index, at, kind, subject, entry, leaf_hash)
        values (9999, now(), 'k', 's', 'e', decode(repeat('00', 32), 'hex'))`;
      await assert.rejects(db.pool.query(insert), { code: '23514' });
      await assert.rejects(db.pool.query('update public_log_head set size = size + 1'), { code: '23514' });
      const long = `insert into public_log (index, at, kind, subject, entry, leaf_hash)
        select 9999, now(), 'k', 's', e, sha256('\\x00'::bytea || convert_to(e, 'UTF8')) from (select repeat('e', 65536) as e) x`;
      await assert.rejects(db.pool.query(long), { code: '23514' });
    });

    test('its kept hashes cannot be changed or deleted', async () => {
      for (const act of ['update public_log_subtrees set level = 1', 'delete from public_log_subtrees']) {
        await assert.rejects(db.pool.query(act), { code: '23000', message: /is append-only/ });
      }
      await assert.rejects(db.pool.query('truncate public_log_subtrees'), { code: '23000' });
    });
  });

  test(
    'is never forked by a second process on the same database',
    { skip: POSTGRES_PROGRAMS === undefined && 'NO POSTGRESQL SERVER PROGRAMS' },
    async () => {
      const { url, drop } = await createServerDatabase({ migrated: true });
      const processes = await Promise.all([1, 2].map(async () => okOf(await connectServer(url, { max: 4 }))));
      try {
        const acts = processes.flatMap((db, which) =>
          Array.from({ length: 40 }, (_, place) => append(db, facts(1 + (place % 3), `${which}-${place}-`))),
        );
        for (const done of await Promise.all(acts)) okOf(done);
        const [first] = processes;
        assert.ok(first !== undefined);
        const added = Array.from({ length: 40 }, (_, place) => 1 + (place % 3)).reduce((sum, n) => sum + n, 0);
        assert.equal((await auditedLog(first)).size, 2 * added);
        assert.equal(new Set(await subjectsOf(first)).size, 2 * added);
      } finally {
        for (const db of processes) await db.close();
        await drop();
      }
    },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, SYSTEM } from '../../../testing/builders/world.ts';
import { credentialFaults } from '../../../testing/credential-faults.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { auditedLog } from '../../../testing/log-audit.ts';
import { TEST_LOG } from '../../../testing/test-signer.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { refused } from '../../core/kernel/result.ts';
import { transact } from '../../db/transact.ts';
import { logIssuerKeys } from './append-issuer-keys.ts';
import { appendLabelStatus } from './append-label-status.ts';
import { makeCredentials } from './make-credentials.ts';
import { readIssuer } from './read-issuer.ts';
import { revokeKey } from './revoke-key.ts';
import { rotateKey } from './rotate-key.ts';

const NEVER = new AbortController().signal;

eachDatabase((_kind, open) => {
  test('what /issuer says of keys is logged: the first one at the start, once, and every change with its act', async () => {
    const { deps } = await aWorld(await open());
    const logged = async (): Promise<readonly Record<string, unknown>[]> => {
      const sql = `select entry from public_log where kind = 'issuer-key' order by index`;
      const { rows } = await deps.db.pool.query<{ entry: string }>(sql);
      return rows.map(({ entry }) => JSON.parse(entry) as Record<string, unknown>);
    };
    await Promise.all([logIssuerKeys(deps), logIssuerKeys(deps)]);
    const [first = {}] = await logged();
    equal([(await logged()).length, first['usedUntil']], [1, undefined]);
    assert.ok(JSON.stringify(await readIssuer(deps)).includes(String(first['key'])));

    const unsigned = {
      ...deps,
      signer: { ...TEST_LOG.signer, sign: () => Promise.resolve(refused({ code: 'x' } as never)) },
    };
    await refusedWithoutTrace(deps.db, () => rotateKey(unsigned, SYSTEM), { code: 'log_not_signed' });
    const { key, before = '' } = okOf(await rotateKey(deps, SYSTEM));
    const [, retired = {}, signs = {}] = await logged();
    equal([retired['key'], typeof retired['usedUntil'], retired['revokedAt']], [first['key'], 'string', undefined]);
    assert.ok(key.endsWith(`#${String(signs['key'])}`));
    const stolen = { key: before, reason: 'stolen' };
    await refusedWithoutTrace(deps.db, () => revokeKey(unsigned, SYSTEM, stolen), { code: 'log_not_signed' });
    okOf(await revokeKey(deps, SYSTEM, stolen));
    const last = (await logged()).at(-1);
    equal([(await logged()).length, last?.['key'], typeof last?.['revokedAt']], [4, first['key'], 'string']);
    await logIssuerKeys(deps);
    equal((await logged()).length, 4);
    await auditedLog(deps.db);
  });

  test('a label is revoked by an entry of the log alone: there is no row to write, and none beyond the checkpoint counts', async () => {
    const world = await aWorld(await open());
    const { deps } = world;
    const { label } = await aGrantedCase(world);
    okOf(await makeCredentials(deps, NEVER));
    const { rows } = await deps.db.pool.query(
      `select from information_schema.tables where table_name = 'label_statuses'`,
    );
    equal(rows.length, 0);
    const at = deps.clock.now();
    const entry = JSON.stringify({ kind: 'label-status', number: label.number, isRevoked: true, isSuspended: true });
    await deps.db.pool.query(
      `insert into public_log (index, at, kind, subject, entry, leaf_hash)
       select size, $1, 'label-status', $2, $3, sha256('\\x00'::bytea || convert_to($3, 'UTF8')) from public_log_head`,
      [at.toString(), `status:${label.number}`, entry],
    );
    equal(await credentialFaults(deps, label.number), []);
    const revoking = transact(deps.db, (tx) =>
      appendLabelStatus(deps, tx, label.number, { isRevoked: true, isSuspended: false, at }),
    );
    await assert.rejects(revoking, /public_log/, 'the log does not go on over an entry it never signed');
  });
});

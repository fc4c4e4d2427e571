import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { logKeyText } from '../app/log/append-public-facts.ts';
import { retireLogKey, rotateLogKey } from '../app/log/rotate-log-key.ts';
import type { Deps } from '../app/ports.ts';
import { loadScheme } from '../app/scheme/load-scheme.ts';
import { okOf } from '../../testing/builders/world.ts';
import { openEmbeddedCopy } from '../../testing/embedded-template.ts';
import { equal } from '../../testing/equal.ts';
import { auditedLog } from '../../testing/log-audit.ts';
import { japaneseScheme } from '../../testing/schemes.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { SimulatedClock } from '../../testing/world/clock.ts';
import { openLogKey } from './open-log-key.ts';

test('a log keeps its key and its name from its first checkpoint on; without its key nothing is started', async () => {
  const db = await openEmbeddedCopy();
  try {
    const logKeyFile = join(scratchDirectory(), 'log-key.pem');
    const own = { logKeyFile, logOrigin: 'label.example.jp/log' };
    const log = okOf(await openLogKey(db, own));
    okOf(await loadScheme({ db, clock: new SimulatedClock('2026-04-01T00:00:00Z'), ...log }, japaneseScheme));
    const { origin, size } = await auditedLog(db);
    equal([origin, size], ['label.example.jp/log', 1]);

    const renamed = okOf(await openLogKey(db, { ...own, logOrigin: 'elsewhere.example/log' }));
    assert.equal(renamed.logOrigin, 'label.example.jp/log');
    await rename(logKeyFile, `${logKeyFile}.away`);
    const missing = await openLogKey(db, own);
    equal(missing, { ok: false, error: { code: 'log_key_missing', file: logKeyFile } });
    const other = join(scratchDirectory(), 'other.pem');
    const fresh = await openEmbeddedCopy();
    okOf(await openLogKey(fresh, { ...own, logKeyFile: other }));
    await fresh.close();
    const differing = await openLogKey(db, { ...own, logKeyFile: other });
    assert.equal(differing.ok ? 'ok' : differing.error.code, 'log_key_differs');
  } finally {
    await db.close();
  }
});

test('a log whose key was changed goes on with the new one, wherever the old one is', async () => {
  const db = await openEmbeddedCopy();
  try {
    const logKeyFile = join(scratchDirectory(), 'log-key.pem');
    const own = { logKeyFile, logOrigin: 'label.example.jp/log' };
    const first = okOf(await openLogKey(db, own));
    const clock = new SimulatedClock('2026-04-01T00:00:00Z');
    okOf(await loadScheme({ db, clock, ...first }, japaneseScheme));
    const deps = { db, clock, ...first } as unknown as Deps;
    const { key } = okOf(await rotateLogKey(deps, { kind: 'system', job: 'test' }));
    assert.equal(logKeyText(okOf(await openLogKey(db, own))), logKeyText(first), 'until the old one retires');
    okOf(await retireLogKey(deps, { kind: 'system', job: 'test' }));
    assert.equal(logKeyText(okOf(await openLogKey(db, own))), key);
    await rename(logKeyFile, `${logKeyFile}.away`);
    const { logOrigin, ...later } = okOf(await openLogKey(db, own));
    equal([logKeyText({ logOrigin, ...later }), logOrigin], [key, 'label.example.jp/log']);
    await rename(join(dirname(logKeyFile), 'log-keys'), join(dirname(logKeyFile), 'gone'));
    equal(await openLogKey(db, own), { ok: false, error: { code: 'log_key_missing', file: logKeyFile } });
    await rename(`${logKeyFile}.away`, logKeyFile);
    const stale = await openLogKey(db, own);
    assert.equal(stale.ok ? 'ok' : stale.error.code, 'log_key_differs');
  } finally {
    await db.close();
  }
});

test('what changed nothing in the scheme is not logged a second time', async () => {
  const db = await openEmbeddedCopy();
  try {
    const log = okOf(await openLogKey(db, { logKeyFile: join(scratchDirectory(), 'k.pem'), logOrigin: 'x/log' }));
    const deps = { db, clock: new SimulatedClock('2026-04-01T00:00:00Z'), ...log };
    okOf(await loadScheme(deps, japaneseScheme));
    okOf(await loadScheme(deps, japaneseScheme));
    assert.equal((await auditedLog(db)).size, 1);
  } finally {
    await db.close();
  }
});

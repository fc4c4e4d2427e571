import { logIssuerKeys } from '../../src/app/credential/append-issuer-keys.ts';
import { ensureSigningKey } from '../../src/app/credential/signing-key.ts';
import { retireLogKey, rotateLogKey } from '../../src/app/log/rotate-log-key.ts';
import type { Deps } from '../../src/app/ports.ts';
import type { Database } from '../../src/db/database.ts';
import { logAbout } from '../append-fact.ts';
import { okOf, SYSTEM, type World } from '../builders/world.ts';
import { issuerKeysInMemory } from '../issuer-keys.ts';
import { auditedLog } from '../log-audit.ts';
import { faultyDeps } from './faulty-deps.ts';
import { rowOf, type ArrangedWrite, type RegisterWrite } from './register-write.ts';

/** A log of its own with something in it, whose keys nobody has changed yet. */
async function aLog(world: World, open: () => Promise<Database>): Promise<Deps> {
  const deps = { ...world.deps, db: await open(), issuerKeys: issuerKeysInMemory(), logKeys: issuerKeysInMemory() };
  await logAbout(deps.db, 'S1-26-00001-A');
  return deps;
}

/** An act on such a log, of which one entry of a kind must come, and an event of its name where it has one. */
function logged(deps: Deps, kind: string, act: (deps: Deps) => Promise<unknown>): ArrangedWrite {
  return {
    run: (_deps, writes) => act(faultyDeps(deps, writes)),
    outcome: async () => {
      await auditedLog(deps.db);
      return rowOf({ deps } as World, `select count(*)::int as entries from public_log where kind = $1`, [kind]);
    },
    expected: { entries: 1 },
  };
}

const furtherKey: RegisterWrite = {
  files: ['log/rotate-log-key.ts'],
  writes: ['log key', 'commit'],
  arrange: async (world, open) =>
    logged(await aLog(world, open), 'log-key-introduced', (deps) => rotateLogKey(deps, SYSTEM)),
};

const retired: RegisterWrite = {
  files: ['log/rotate-log-key.ts'],
  writes: ['commit'],
  arrange: async (world, open) => {
    const deps = await aLog(world, open);
    okOf(await rotateLogKey(deps, SYSTEM));
    return logged(deps, 'log-key-retired', (given) => retireLogKey(given, SYSTEM));
  },
};

const namedKeys: RegisterWrite = {
  files: ['credential/append-issuer-keys.ts'],
  writes: ['commit'],
  arrange: async (world, open) => {
    const deps = await aLog(world, open);
    okOf(await ensureSigningKey(deps));
    return logged(deps, 'issuer-key', (given) => logIssuerKeys(given));
  },
};

/** What is written to change the keys of the public log, and to log those of the issuer. */
export const LOG_KEY_WRITES: Readonly<Record<string, RegisterWrite>> = {
  'a further key of the log': furtherKey,
  'a key of the log retired': retired,
  'the issuer’s keys logged': namedKeys,
};

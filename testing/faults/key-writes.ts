import { listKeys } from '../../src/app/credential/list-keys.ts';
import { makeCredentials } from '../../src/app/credential/make-credentials.ts';
import { revokeKey } from '../../src/app/credential/revoke-key.ts';
import { rotateKey } from '../../src/app/credential/rotate-key.ts';
import { ensureSigningKey } from '../../src/app/credential/signing-key.ts';
import { listIssuerKeys } from '../../src/db/issuer-keys.ts';
import { aGrantedCase } from '../builders/cases.ts';
import { okOf, SYSTEM, type World } from '../builders/world.ts';
import { credentialFaults } from '../credential-faults.ts';
import { issuerKeysInMemory } from '../issuer-keys.ts';
import { faultyDeps } from './faulty-deps.ts';
import { RUNNING, rowOf, type RegisterWrite } from './register-write.ts';

async function signedLabel(world: World): Promise<string> {
  const { label } = await aGrantedCase(world);
  okOf(await makeCredentials(world.deps, RUNNING));
  return label.number;
}

const credentials: RegisterWrite = {
  files: ['credential/make-credentials.ts'],
  writes: ['commit'],
  arrange: async (world) => {
    const { label } = await aGrantedCase(world);
    return {
      run: (deps) => makeCredentials(deps, RUNNING),
      outcome: async () => ({
        ...(await rowOf(
          world,
          `select count(*)::int as credentials from label_credentials
          where entry = (select index from public_log where subject = $1)`,
          [label.number],
        )),
        faults: await credentialFaults(world.deps, label.number),
      }),
      expected: { credentials: 1, faults: [] },
    };
  },
};

/** How many keys sign, and whether each that was ever recorded can be opened. */
async function keysOf({ deps }: Pick<World, 'deps'>): Promise<{ readonly signing: number; readonly lost: number }> {
  const keys = await listIssuerKeys(deps.db.kysely);
  const opened = await Promise.all(keys.map(({ public_key: key }) => deps.issuerKeys.open(key)));
  const signing = keys.filter(({ used_until: until }) => until === null).length;
  return { signing, lost: opened.filter(({ ok }) => !ok).length };
}

const rotation: RegisterWrite = {
  files: ['credential/rotate-key.ts'],
  writes: ['issuer key', 'commit'],
  arrange: async (world) => {
    const number = await signedLabel(world);
    return {
      run: (deps) => rotateKey(deps, SYSTEM),
      outcome: async () => ({ ...(await keysOf(world)), faults: await credentialFaults(world.deps, number) }),
      expected: { signing: 1, lost: 0, faults: [] },
    };
  },
};

const revocation: RegisterWrite = {
  files: ['credential/revoke-key.ts'],
  writes: ['commit'],
  arrange: async (world) => {
    const { before = '' } = okOf(await rotateKey(world.deps, SYSTEM));
    return {
      run: (deps) => revokeKey(deps, SYSTEM, { key: before, reason: 'came out' }),
      outcome: async () => {
        const keys = okOf(await listKeys(world.deps, SYSTEM));
        return { ...(await keysOf(world)), state: keys.find(({ key }) => key === before)?.state };
      },
      expected: { signing: 1, lost: 0, state: 'revoked' },
    };
  },
};

const firstKey: RegisterWrite = {
  files: ['credential/signing-key.ts'],
  writes: ['issuer key', 'commit'],
  arrange: async (world, open) => {
    const deps = { ...world.deps, db: await open(), issuerKeys: issuerKeysInMemory() };
    return {
      run: (_deps, writes) => ensureSigningKey(faultyDeps(deps, writes)),
      outcome: () => keysOf({ deps }),
      expected: { signing: 1, lost: 0 },
    };
  },
};

/** What is written to sign labels as credentials. */
export const KEY_WRITES: Readonly<Record<string, RegisterWrite>> = {
  'credentials of labels': credentials,
  'another key for credentials': rotation,
  'a key revoked': revocation,
  'the first key for credentials': firstKey,
};

import { isStatusList, looksSigned } from '../../src/verify/signed-files.ts';
import { verifyCredential, type CredentialExpectation } from '../../src/verify/verify-credential.ts';
import { CREDENTIAL_HEADER, credentialPayload, signedAsCredential, statusPayload } from '../credential-in-memory.ts';
import { TEST_TOOLS } from '../log-in-memory.ts';
import type { SeededChance } from '../seeded-chance.ts';
import { craft } from './craft.ts';
import { crafted, type Reader } from './crafted.ts';
import { SPECIMENS } from './specimens.ts';
import { refusalIn } from './verifiers.ts';

const [OWN] = SPECIMENS.credential;
const [ISSUER] = SPECIMENS.issuer;

const EXPECTED: CredentialExpectation = {
  issuer: ISSUER,
  lists: [],
  now: Temporal.Instant.from('2026-04-02T00:00:00Z').epochMilliseconds / 1000,
};

type Json = Readonly<Record<string, unknown>>;

const PAYLOAD = JSON.stringify(credentialPayload());
const HEADER = JSON.stringify(CREDENTIAL_HEADER);
const LIST = JSON.stringify(await statusPayload('revocation'));

/** An object made of a good one; the good one where nothing that could be signed came out. */
function objectFrom(chance: SeededChance, good: string): Json {
  try {
    const text = craft(chance, [good]);
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && text.isWellFormed() && !text.includes('\\ud') ? (value as Json) : (JSON.parse(good) as Json);
  } catch {
    return JSON.parse(good) as Json;
  }
}

/** Signs as the issuer; nothing that nests too deep for our own writer. */
function signed(payload: Json, header?: Json): string {
  try {
    return signedAsCredential(payload, header);
  } catch {
    return OWN;
  }
}

async function stepsOf(text: string, expected: Partial<CredentialExpectation> = {}) {
  return (await verifyCredential(text, { ...EXPECTED, ...expected }, TEST_TOOLS)).steps;
}

/** Readers of credentials: believed is only what the issuer signed. */
export const CREDENTIAL_READERS: Readonly<Record<string, Reader>> = {
  credential: async (chance) => {
    const text = crafted(chance, 'credential');
    const refusal = refusalIn(await stepsOf(text));
    if (refusal === 'taken' && text.trim() !== OWN) throw new Error('a credential nobody signed was believed');
    return refusal;
  },
  'credential, signed': async (chance) => refusalIn(await stepsOf(signed(objectFrom(chance, PAYLOAD)))),
  'credential, header': async (chance) =>
    refusalIn(await stepsOf(signed(credentialPayload(), objectFrom(chance, HEADER)))),
  'credential, issuer': async (chance) => refusalIn(await stepsOf(OWN, { issuer: crafted(chance, 'issuer') })),
  'status list': async (chance) => {
    const text = crafted(chance, 'list');
    const steps = await stepsOf(OWN, { lists: [text] });
    const isBelieved = steps.some(({ id, outcome }) => id === 'revocation' && outcome === 'ok');
    if (isBelieved && !SPECIMENS.list.includes(text)) throw new Error('a list nobody signed was believed');
    return refusalIn(steps);
  },
  'status list, signed': async (chance) => refusalIn(await stepsOf(OWN, { lists: [signed(objectFrom(chance, LIST))] })),
  'signed file': (chance) => {
    const text = crafted(chance, chance.oneOf(['list', 'credential', 'proof']));
    return `${String(looksSigned(text))} ${String(isStatusList(text))}`;
  },
};

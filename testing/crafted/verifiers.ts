import { createWitness } from '../../src/app/witness/witness.ts';
import { parseAbsenceProof } from '../../src/formats/absence-proof/absence-proof.ts';
import { parseVerifierKey } from '../../src/formats/signed-note/verifier-key.ts';
import { auditRegister, type RegisterSource } from '../../src/verify/audit-register.ts';
import { isProven, type Step } from '../../src/verify/step.ts';
import { verifyFile } from '../../src/verify/verify-file.ts';
import { verifyProof } from '../../src/verify/verify-proof.ts';
import { okOf } from '../builders/world.ts';
import { bytesOf } from '../bytes-of.ts';
import { verifyEd25519 } from '../ed25519.ts';
import { signedByLog, TEST_TOOLS } from '../log-in-memory.ts';
import { sha256Bytes } from '../sha256.ts';
import { TEST_LOG } from '../test-signer.ts';
import { SimulatedClock } from '../world/clock.ts';
import { bytesIn, crafted, type Reader } from './crafted.ts';
import { ENTRIES, isListed, LOG, SPECIMENS, WITNESS } from './specimens.ts';

/** The step at which something was refused, with its code; `taken` where none failed. */
export function refusalIn(steps: readonly Step[]): string {
  const failed = steps.find(({ outcome }) => outcome === 'failed');
  if (failed === undefined) return 'taken';
  const { code, how } = failed.detail;
  return [failed.id, code ?? how].filter((part) => part !== undefined).join(' ');
}

const TRUSTED = { key: LOG.key, witnesses: [] };

/** What a proof may be about: the log has entries of no other kind. */
const KINDS = ['label-published', 'criteria-published', 'register-listed'];

/** Readers of proofs: believed is only what the log says. */
export const PROOF_READERS: Readonly<Record<string, Reader>> = {
  proof: async (chance) => {
    const witnesses = chance.once(2) ? [WITNESS.key] : [];
    const { steps, entry } = await verifyProof(crafted(chance, 'proof'), { ...TRUSTED, witnesses }, TEST_TOOLS);
    const isKnown = entry?.kind !== 'label-published' || isListed({ number: entry.number });
    if (entry !== undefined && !(isKnown && KINDS.includes(entry.kind))) throw new Error('nobody logged this');
    return refusalIn(steps);
  },
  'proof, signed': async (chance) => {
    const [text = ''] = crafted(chance, 'checkpoint').split('\n\n');
    const proof = LOG.proof(1).replace(LOG.checkpoint, () => signedByLog(`${text}\n`));
    return refusalIn((await verifyProof(proof, TRUSTED, TEST_TOOLS)).steps);
  },
  key: async (chance) =>
    refusalIn((await verifyProof(LOG.proof(1), { key: crafted(chance, 'key') }, TEST_TOOLS)).steps),
  'witness key': async (chance) => {
    const [proof = ''] = SPECIMENS.proof.slice(1);
    return refusalIn((await verifyProof(proof, { ...TRUSTED, witnesses: [crafted(chance, 'key')] }, TEST_TOOLS)).steps);
  },
  absence: async (chance) => {
    const text = crafted(chance, 'absence');
    const steps = await verifyFile(text, TRUSTED, TEST_TOOLS);
    const proof = parseAbsenceProof(text);
    if (isProven(steps) && proof.ok && isListed(proof.value.asked)) throw new Error('what is listed was proven absent');
    return refusalIn(steps);
  },
};

const logs = [okOf(parseVerifierKey(sha256Bytes, LOG.key))];
const clock = new SimulatedClock();

/** A witness that has cosigned nothing yet. */
export const witnessReader: Reader = async (chance) => {
  const kept: number[] = [];
  const keep = (_origin: string, { size }: { readonly size: number }): Promise<void> => {
    kept.push(size);
    return Promise.resolve();
  };
  const memory = { find: () => Promise.resolve(undefined), keep };
  const witness = createWitness({ name: 'w', signer: TEST_LOG.signer, clock, logs, memory, verifyEd25519 });
  const answer = await witness(crafted(chance, 'request'));
  if (kept.some((size) => size !== ENTRIES.length)) throw new Error('a checkpoint nobody signed was cosigned');
  return answer.ok ? 'taken' : answer.error.code;
};

const SIZE = String(ENTRIES.length);

/** An auditor of a register of which one thing is crafted: the checkpoint, a tile, the entries or the dump. */
export const auditReader: Reader = async (chance) => {
  const kind = chance.oneOf(['checkpoint', 'tile', 'bundle', 'dump'] as const);
  const text = crafted(chance, kind);
  const places: Readonly<Record<string, string>> = {
    tile: `tile/0/000.p/${SIZE}`,
    bundle: `tile/entries/000.p/${SIZE}`,
  };
  const source: RegisterSource = {
    checkpoint: () => Promise.resolve(kind === 'checkpoint' ? text : LOG.checkpoint),
    tile: (path) => (path === places[kind] ? Promise.resolve(bytesIn(text)) : LOG.tile(path)),
    labels: () => bytesOf(kind === 'dump' ? text : SPECIMENS.dump.join('')),
  };
  const { steps } = await auditRegister(source, { key: LOG.key }, TEST_TOOLS);
  const isChanged = kind in places && !(SPECIMENS[kind] as readonly string[]).includes(text);
  if (isChanged && isProven(steps)) throw new Error('tiles nobody signed were believed');
  return refusalIn(steps);
};

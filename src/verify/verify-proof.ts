import { leafHash, type Sha256Of } from '../core/log/tree-hash.ts';
import { isIncluded } from '../core/log/tree-proofs.ts';
import { parseLogEntry, recordHash, type LogEntry } from '../formats/public-log-entry/parse-entry.ts';
import { parseVerifierKeys } from '../formats/signed-note/verifier-keys.ts';
import { openCheckpoint } from '../formats/tlog-checkpoint/checkpoint.ts';
import { parseTlogProof } from '../formats/tlog-proof/tlog-proof.ts';
import { fails, holds, type Step, type VerifyTools } from './step.ts';
import { witnessSteps } from './witness-steps.ts';

/** What a proof is held against. */
export type ProofExpectation = {
  /** The log's verifier key, as text (C2SP signed-note); one a line where it has several. */
  readonly key: string;
  /** Verifier keys of witnesses that must have cosigned the checkpoint, as text. */
  readonly witnesses?: readonly string[] | undefined;
  /** The registration number it should be about, where one is expected. */
  readonly number?: string | undefined;
  /** The record somebody was shown, where it is at hand: parsed JSON. */
  readonly record?: unknown;
};

/** What was looked at, and the entry that was proven, if it was. */
export type Verification = { readonly steps: readonly Step[]; readonly entry: LogEntry | undefined };

/** The hash of a record somebody was shown; undefined where it is nested deeper than any entry can be. */
function hashOfShown(sha256: Sha256Of, record: unknown): string | undefined {
  try {
    return recordHash(sha256, record);
  } catch {
    return undefined;
  }
}

/** The steps about what the entry says, once it is proven to stand in the log. */
function contentSteps(entry: LogEntry, expected: ProofExpectation, { sha256 }: VerifyTools): readonly Step[] {
  const { number, record } = expected;
  const steps: Step[] = [];
  if (entry.kind !== 'label-published') {
    const found = entry.kind === 'other' ? entry.name : entry.kind;
    return number === undefined ? [] : [fails('subject', { found, expected: number })];
  }
  const isAsked = number === undefined || entry.number === number;
  steps.push(
    isAsked
      ? holds('subject', { number: entry.number, publishedAt: entry.publishedAt })
      : fails('subject', { found: entry.number, expected: number }),
  );
  if (record !== undefined) {
    const isSame = hashOfShown(sha256, record) === entry.recordSha256;
    steps.push(isSame ? holds('record') : fails('record', { number: entry.number }));
  }
  return steps;
}

/**
 * Verifies a tlog-proof with its entry as extra data, asking nobody: key, checkpoint's signature, witnesses'
 * cosignatures, the entry's place in the tree, what the entry says. Stops at the first step that fails. It proves that
 * the log's owner has published the entry, not that nothing came after it.
 */
export async function verifyProof(text: string, expected: ProofExpectation, tools: VerifyTools): Promise<Verification> {
  const { sha256, verifyEd25519 } = tools;
  const steps: Step[] = [];
  const stopped = (step: Step): Verification => ({ steps: [...steps, step], entry: undefined });
  const keys = parseVerifierKeys(sha256, expected.key);
  if (!keys.ok) return stopped(fails('key', { code: keys.error.code }));
  steps.push(...keys.value.map(({ name, id }) => holds('key', { name, id })));
  const proof = parseTlogProof(text);
  if (!proof.ok) return stopped(fails('proof', { code: proof.error.code }));
  const { extra, index, hashes } = proof.value;
  if (extra === undefined) return stopped(fails('proof', { code: 'entry_not_enclosed' }));
  steps.push(holds('proof'));
  const tree = await openCheckpoint(proof.value.checkpoint, keys.value, verifyEd25519);
  if (!tree.ok) return stopped(fails('checkpoint', { code: tree.error.code }));
  const { origin, size } = tree.value;
  steps.push(holds('checkpoint', { origin, size }));
  steps.push(...(await witnessSteps(proof.value.checkpoint, expected.witnesses ?? [], tools)));
  const leaf = { hash: leafHash(sha256, extra), index };
  if (!isIncluded(sha256, leaf, tree.value, hashes)) return stopped(fails('inclusion', { index, size }));
  steps.push(holds('inclusion', { index, size }));
  const entry = parseLogEntry(sha256, extra);
  if (!entry.ok) return stopped(fails('entry', { code: entry.error.code }));
  return { steps: [...steps, holds('entry'), ...contentSteps(entry.value, expected, tools)], entry: entry.value };
}

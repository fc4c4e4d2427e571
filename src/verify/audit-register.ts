import { refused, ok, type Result } from '../core/kernel/result.ts';
import { isSameHash, type TreeHash } from '../core/log/tree-hash.ts';
import type { TreeHead } from '../core/log/tree-proofs.ts';
import { parseLogEntry } from '../formats/public-log-entry/parse-entry.ts';
import { parseDumpLine } from '../formats/register-dump/dump-line.ts';
import { parseVerifierKey, type VerifierKey } from '../formats/signed-note/verifier-key.ts';
import { openCheckpoint, type Checkpoint } from '../formats/tlog-checkpoint/checkpoint.ts';
import { RegisterState, type Difference, type LabelClaim } from './register-state.ts';
import { regrowLog, type TileSource } from './regrow-log.ts';
import { fails, holds, type Step, type VerifyTools } from './step.ts';
import { witnessSteps } from './witness-steps.ts';

/** A register as an outsider reads it. */
export type RegisterSource = {
  readonly checkpoint: () => Promise<string>;
  readonly tile: TileSource;
  /** The lines of the dump of all published labels. */
  readonly labels: () => AsyncIterable<string>;
};

/** What a register is held against. */
export type AuditExpectation = {
  /** The log's verifier key, as text. */
  readonly key: string;
  /** Verifier keys of witnesses that must have cosigned the newest checkpoint, as text. */
  readonly witnesses?: readonly string[] | undefined;
  /** What the log stated when it was audited last, if it was. */
  readonly seen?: TreeHead | undefined;
};

/** What was looked at, in what register and log differ, and what to remember for the next time. */
export type Audit = {
  readonly steps: readonly Step[];
  readonly differences: readonly Difference[];
  readonly head: Checkpoint | undefined;
};

type Reading = {
  readonly before: Checkpoint;
  readonly head: Checkpoint;
  /** The newest checkpoint as it was read. */
  readonly signed: string;
  readonly register: ReadonlyMap<string, LabelClaim>;
};

/** Reads the dump between two checkpoints, so that what is published meanwhile is not taken for a difference. */
async function readRegister(
  source: RegisterSource,
  key: VerifierKey,
  { sha256, verifyEd25519 }: VerifyTools,
): Promise<Result<Reading, Step>> {
  const before = await openCheckpoint(await source.checkpoint(), key, verifyEd25519);
  if (!before.ok) return refused(fails('checkpoint', { code: before.error.code }));
  const register = new Map<string, LabelClaim>();
  let line = 0;
  for await (const text of source.labels()) {
    line += 1;
    const label = parseDumpLine(sha256, text);
    if (!label.ok || register.has(label.value.number)) return refused(fails('dump', { line }));
    const { number, ...claim } = label.value;
    register.set(number, claim);
  }
  const signed = await source.checkpoint();
  const head = await openCheckpoint(signed, key, verifyEd25519);
  if (!head.ok) return refused(fails('checkpoint', { code: head.error.code }));
  if (head.value.size < before.value.size)
    return refused(fails('history', { size: head.value.size, seen: before.value.size }));
  return ok({ before: before.value, head: head.value, signed, register });
}

type Replayed = {
  readonly state: RegisterState;
  readonly malformed: readonly number[];
  readonly roots: ReadonlyMap<number, TreeHash>;
};

async function replay(
  source: RegisterSource,
  { sha256 }: VerifyTools,
  { size, rootsAt }: { readonly size: number; readonly rootsAt: readonly number[] },
): Promise<Result<Replayed, Step>> {
  const state = new RegisterState();
  const malformed: number[] = [];
  const onEntry = (index: number, bytes: Uint8Array): void => {
    const entry = parseLogEntry(sha256, bytes);
    if (entry.ok) state.take(index, entry.value);
    else malformed.push(index);
  };
  const roots = await regrowLog(source.tile, sha256, { size, rootsAt, onEntry });
  if (!roots.ok) return refused(fails('tiles', { path: roots.error.path, how: roots.error.how }));
  return ok({ state, malformed, roots: roots.value });
}

/** Whether the entries make the tree that was signed, now and whenever it was seen before. */
function rootSteps({ roots }: Replayed, head: Checkpoint, seen: readonly TreeHead[]): readonly Step[] {
  const isRoot = ({ size, root }: TreeHead): boolean => {
    const found = roots.get(size);
    return found !== undefined && isSameHash(found, root);
  };
  const { size } = head;
  const steps = [isRoot(head) ? holds('root', { size }) : fails('root', { size })];
  const forked = seen.find((older) => !isRoot(older));
  if (forked !== undefined) return [...steps, fails('history', { size, seen: forked.size })];
  return seen.length < 2 ? steps : [...steps, holds('history', { size, seen: seen.at(-1)?.size ?? 0 })];
}

/**
 * Audits a register without trusting it: reads every entry of its log, makes the tree anew, holds it against the signed
 * checkpoint and against what was seen before, and compares what the entries tell with what the register publishes.
 */
export async function auditRegister(
  source: RegisterSource,
  { key: keyText, seen, witnesses = [] }: AuditExpectation,
  tools: VerifyTools,
): Promise<Audit> {
  const steps: Step[] = [];
  const stopped = (step: Step): Audit => ({ steps: [...steps, step], differences: [], head: undefined });
  const key = parseVerifierKey(tools.sha256, keyText);
  if (!key.ok) return stopped(fails('key', { code: key.error.code }));
  steps.push(holds('key', { name: key.value.name, id: key.value.id }));
  const read = await readRegister(source, key.value, tools);
  if (!read.ok) return stopped(read.error);
  const { before, head, register, signed } = read.value;
  steps.push(holds('checkpoint', { origin: head.origin, size: head.size }));
  steps.push(...(await witnessSteps(signed, witnesses, tools)), holds('dump', { count: register.size }));
  if (seen !== undefined && seen.size > head.size)
    return stopped(fails('history', { size: head.size, seen: seen.size }));
  const heads = seen === undefined ? [before] : [before, seen];
  const replayed = await replay(source, tools, { size: head.size, rootsAt: heads.map(({ size }) => size) });
  if (!replayed.ok) return stopped(replayed.error);
  const { state, malformed } = replayed.value;
  steps.push(holds('tiles', { count: head.size }), ...rootSteps(replayed.value, head, heads));
  const [first] = malformed;
  steps.push(first === undefined ? holds('entries', { count: head.size }) : fails('entries', { index: first }));
  const differences = state.differencesFrom(register, before.size);
  const compared = { count: state.size };
  steps.push(differences.length === 0 ? holds('register', compared) : fails('register', { count: differences.length }));
  return { steps, differences, head };
}

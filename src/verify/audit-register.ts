import { refused, ok, type Result } from '../core/kernel/result.ts';
import { isSameHash } from '../core/log/tree-hash.ts';
import type { TreeHead } from '../core/log/tree-proofs.ts';
import { parseLogEntry } from '../formats/public-log-entry/parse-entry.ts';
import type { VerifierKey } from '../formats/signed-note/verifier-key.ts';
import { parseVerifierKeys } from '../formats/signed-note/verifier-keys.ts';
import { openCheckpoint, type Checkpoint } from '../formats/tlog-checkpoint/checkpoint.ts';
import { DayLists } from './day-lists.ts';
import { DumpReader } from './read-dump.ts';
import { RegisterState, type Difference } from './register-state.ts';
import { isAboutKeys, turnedKeys, type KeyEntry } from './turned-keys.ts';
import { RegrownLog, type TileFault, type TileSource } from './regrow-log.ts';
import { fails, holds, type Step, type VerifyTools } from './step.ts';
import { witnessSteps } from './witness-steps.ts';

/** A register as an outsider reads it. */
export type RegisterSource = {
  readonly checkpoint: () => Promise<string>;
  readonly tile: TileSource;
  /** The dump of all published labels, as bytes in parts of any size. */
  readonly labels: () => AsyncIterable<Uint8Array>;
};

/** What a register is held against. */
export type AuditExpectation = {
  /** The log's verifier key, as text; one a line where it has several. */
  readonly key: string;
  /** Verifier keys of witnesses that must have cosigned the newest checkpoint, as text. */
  readonly witnesses?: readonly string[] | undefined;
  /** What the log stated when it was audited last, if it was. */
  readonly seen?: TreeHead | undefined;
  /** Entries up to which the days' lists were made anew before; none unless told. */
  readonly listedBefore?: number | undefined;
};

/** What was looked at, in what register and log differ, and what to remember for the next time. */
export type Audit = {
  readonly steps: readonly Step[];
  readonly differences: readonly Difference[];
  readonly head: Checkpoint | undefined;
  /** The keys to know it by the next time: those given, with what the log says of further and of retired ones. */
  readonly keys?: string;
};

/** What a register is read into, entry by entry and then line by line. */
class Replay {
  readonly state = new RegisterState();
  readonly lists: DayLists;
  readonly log: RegrownLog;
  readonly keyEntries: KeyEntry[] = [];
  /** The first entry that is none. */
  malformed: number | undefined;

  constructor(source: RegisterSource, { sha256 }: VerifyTools, { seen, listedBefore = 0 }: AuditExpectation) {
    this.lists = new DayLists(sha256, listedBefore);
    const rootsAt = seen === undefined ? [] : [seen.size];
    const onEntry = (index: number, bytes: Uint8Array): void => {
      const entry = parseLogEntry(sha256, bytes);
      if (!entry.ok) this.malformed ??= index;
      else if (entry.value.kind === 'label-published') {
        this.state.publish(index, entry.value);
        this.lists.takeLabel(index, entry.value);
      } else if (entry.value.kind === 'register-listed') this.lists.takeList(index, entry.value);
      else if (isAboutKeys(entry.value)) this.keyEntries.push({ index, entry: entry.value });
    };
    this.log = new RegrownLog({ tiles: source.tile, sha256, rootsAt, onEntry });
  }
}

type Reading = {
  readonly before: Checkpoint;
  readonly head: Checkpoint;
  /** The newest checkpoint as it was read. */
  readonly signed: string;
  /** Labels in the register. */
  readonly count: number;
};

const misfit = ({ path, how }: TileFault): Step => fails('tiles', { path, how });

async function checkpointOf(
  source: RegisterSource,
  keys: readonly VerifierKey[],
  { verifyEd25519 }: VerifyTools,
): Promise<Result<{ readonly signed: string; readonly head: Checkpoint }, Step>> {
  const signed = await source.checkpoint();
  const head = await openCheckpoint(signed, keys, verifyEd25519);
  return head.ok ? ok({ signed, head: head.value }) : refused(fails('checkpoint', { code: head.error.code }));
}

/**
 * Reads the log up to one checkpoint, then the dump, then the log up to another checkpoint: so each line of the dump is
 * held against its entry at once, and what is published meanwhile is not taken for a difference.
 */
async function readAll(
  source: RegisterSource,
  {
    keys,
    seen = 0,
    tools,
  }: { readonly keys: readonly VerifierKey[]; readonly seen?: number; readonly tools: VerifyTools },
  { log, state, lists }: Replay,
): Promise<Result<Reading, Step>> {
  const first = await checkpointOf(source, keys, tools);
  if (!first.ok) return first;
  const before = first.value.head;
  if (seen > before.size) return refused(fails('history', { size: before.size, seen }));
  const early = await log.growTo(before.size);
  if (early !== undefined) return refused(misfit(early));
  const read = await new DumpReader(tools.sha256, { state, lists }).read(source.labels());
  if (!read.ok) return refused(fails('dump', read.error));
  const newest = await checkpointOf(source, keys, tools);
  if (!newest.ok) return newest;
  const { signed, head } = newest.value;
  if (head.size < before.size) return refused(fails('history', { size: head.size, seen: before.size }));
  const late = (await log.growTo(head.size)) ?? (await log.upperFault());
  return late === undefined ? ok({ before, head, signed, count: read.value }) : refused(misfit(late));
}

/** Whether the entries make the tree that was signed, now and whenever it was seen before. */
function rootSteps(log: RegrownLog, head: Checkpoint, seen: readonly TreeHead[]): readonly Step[] {
  const isRoot = ({ size, root }: TreeHead): boolean => {
    const found = log.rootAt(size);
    return found !== undefined && isSameHash(found, root);
  };
  const { size } = head;
  const steps = [isRoot(head) ? holds('root', { size }) : fails('root', { size })];
  const forked = seen.find((older) => !isRoot(older));
  if (forked !== undefined) return [...steps, fails('history', { size, seen: forked.size })];
  return seen.length < 2 ? steps : [...steps, holds('history', { size, seen: seen.at(-1)?.size ?? 0 })];
}

/** Lists that are told one by one. */
const MOST_LISTS = 100;

/** What the entries say, now that it is known that they are the log's. */
function entrySteps({ malformed, lists }: Replay, size: number): readonly Step[] {
  const entries = malformed === undefined ? holds('entries', { count: size }) : fails('entries', { index: malformed });
  const { count, faults } = lists.result();
  if (faults.length > 0) return [entries, ...faults.slice(0, MOST_LISTS).map((fault) => fails('lists', fault))];
  return count === 0 ? [entries] : [entries, holds('lists', { count })];
}

/**
 * Audits a register without trusting it: reads every entry of its log, makes the tree anew, holds it against the signed
 * checkpoint and against what was seen before, makes the days' lists anew, and compares what the entries tell with what
 * the register publishes. Memory grows by some hundred bytes a label and 32 for each of its keys, not with the records.
 */
export async function auditRegister(
  source: RegisterSource,
  expected: AuditExpectation,
  tools: VerifyTools,
): Promise<Audit> {
  const { key: keyText, seen, witnesses = [] } = expected;
  const steps: Step[] = [];
  const stopped = (step: Step): Audit => ({ steps: [...steps, step], differences: [], head: undefined });
  const known = parseVerifierKeys(tools.sha256, keyText);
  if (!known.ok) return stopped(fails('key', { code: known.error.code }));
  steps.push(...known.value.map(({ name, id }) => holds('key', { name, id })));
  const replay = new Replay(source, tools, expected);
  const read = await readAll(source, { keys: known.value, tools, ...(seen && { seen: seen.size }) }, replay);
  if (!read.ok) return stopped(read.error);
  const { before, head, signed, count } = read.value;
  steps.push(holds('checkpoint', { origin: head.origin, size: head.size }));
  steps.push(...(await witnessSteps(signed, witnesses, tools)), holds('dump', { count }));
  const heads = seen === undefined ? [before] : [before, seen];
  steps.push(holds('tiles', { count: head.size }), ...rootSteps(replay.log, head, heads));
  steps.push(...entrySteps(replay, head.size));
  const differences = replay.state.differencesFrom(before.size);
  const compared = { count: replay.state.size };
  steps.push(differences.length === 0 ? holds('register', compared) : fails('register', { count: differences.length }));
  const turned = turnedKeys(known.value, replay.keyEntries, tools);
  steps.push(...turned.steps);
  return { steps, differences, head, keys: turned.keys };
}

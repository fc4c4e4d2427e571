import { isJsonObject, type JsonObject } from '../../core/kernel/json-object.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { ListedNeighbour, Neighbours } from '../../core/log/absence.ts';
import type { TreeHash } from '../../core/log/tree-hash.ts';
import type { Listable } from '../../core/register/listed-key.ts';
import { parseHash } from '../tlog-checkpoint/checkpoint.ts';

/** That a day's list of the register lacks something, provable without asking anybody (docs/transparency-log.md). */
type AbsenceProof = Neighbours & {
  readonly asked: Listable;
  /** The tlog-proof of the entry that commits to the list. */
  readonly entry: string;
};

/** A text that is no proof of absence. */
type AbsenceRefusal = { readonly code: 'absence_malformed' };

/** What begins the text, so that it is told apart from other proofs. */
export const ABSENCE_FORMAT = 'shirushi-absence/1';

const MOST_HASHES = 64;
const LONGEST = 1_200_000;
const LONGEST_ASKED = 1000;

function neighbourJson(neighbour: ListedNeighbour | undefined): object | null {
  if (neighbour === undefined) return null;
  const { index, digest, hashes } = neighbour;
  return { index, digest: digest.toBase64(), hashes: hashes.map((hash) => hash.toBase64()) };
}

/** A proof of absence as text: JSON. */
export function writeAbsenceProof({ asked, before, after, entry }: AbsenceProof): string {
  const members = { format: ABSENCE_FORMAT, asked, before: neighbourJson(before), after: neighbourJson(after), entry };
  return `${JSON.stringify(members, null, 2)}\n`;
}

const isWord = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_ASKED;

function parseAsked(value: unknown): Listable | undefined {
  if (!isJsonObject(value)) return undefined;
  const { number, model, maker } = value;
  if (isWord(number)) return model === undefined && maker === undefined ? { number } : undefined;
  return isWord(model) && (maker === undefined || isWord(maker)) ? { model, maker } : undefined;
}

function parseHashes(value: unknown): readonly TreeHash[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_HASHES) return undefined;
  const read = value.map((hash: unknown) => (typeof hash === 'string' ? parseHash(hash) : undefined));
  return read.every((hash) => hash !== undefined) ? read : undefined;
}

const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** A neighbour; `none` where the list has none, undefined for what is not one. */
function parseNeighbour(value: unknown): ListedNeighbour | 'none' | undefined {
  if (value === null) return 'none';
  if (!isJsonObject(value)) return undefined;
  const { index, digest: encoded } = value;
  const [digest] = parseHashes([encoded]) ?? [];
  const hashes = parseHashes(value['hashes']);
  return isIndex(index) && digest !== undefined && hashes !== undefined ? { index, digest, hashes } : undefined;
}

function parseMembers(text: string): JsonObject | undefined {
  try {
    const value: unknown = text.length <= LONGEST ? JSON.parse(text) : undefined;
    return isJsonObject(value) && value['format'] === ABSENCE_FORMAT ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a proof of absence; the proof of the entry in it is kept as it is, believed or not. */
export function parseAbsenceProof(text: string): Result<AbsenceProof, AbsenceRefusal> {
  const members = parseMembers(text) ?? {};
  const asked = parseAsked(members['asked']);
  const [before, after] = [parseNeighbour(members['before']), parseNeighbour(members['after'])];
  const { entry } = members;
  if (asked === undefined || before === undefined || after === undefined || typeof entry !== 'string') {
    return refused({ code: 'absence_malformed' });
  }
  const there = (one: ListedNeighbour | 'none'): ListedNeighbour | undefined => (one === 'none' ? undefined : one);
  return ok({ asked, before: there(before), after: there(after), entry });
}

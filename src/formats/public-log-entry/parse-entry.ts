import { isJsonObject, type JsonObject } from '../../core/kernel/json-object.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { canonicalJson, isCanonicalJson } from '../../core/log/canonical-json.ts';
import type { Sha256Of } from '../../core/log/tree-hash.ts';
import type { TreeHead } from '../../core/log/tree-proofs.ts';
import { parseHash } from '../tlog-checkpoint/checkpoint.ts';

/** An entry of the public log as its reader understands it. */
export type LogEntry =
  | {
      readonly kind: 'label-published';
      readonly number: string;
      readonly publishedAt: string;
      /** Of the record's canonical JSON, whether the entry holds the record or only this. */
      readonly recordSha256: string;
      /** The record itself, where the entry holds it: whatever object stands there. */
      readonly record?: unknown;
    }
  | { readonly kind: 'criteria-published'; readonly scheme: string; readonly version: string }
  /** The sorted list of all that the register had at the end of a day. */
  | {
      readonly kind: 'register-listed';
      readonly day: string;
      /** The moment the day was over. */
      readonly until: string;
      readonly labels: number;
      readonly list: TreeHead;
    }
  /** A further key of the log itself, or one that signs no more; as text. */
  | { readonly kind: 'log-key-introduced' | 'log-key-retired'; readonly key: string }
  /** Of a kind this reader does not know. */
  | { readonly kind: 'other'; readonly name: string };

/** Bytes that are no entry as they are documented. */
type EntryRefusal = { readonly code: 'entry_malformed' };

const SHA256 = /^[0-9a-f]{64}$/;

/** Strict, and kept: to make one anew for each entry takes longer than to use it. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

function parseObject(text: string): JsonObject | undefined {
  const value: unknown = JSON.parse(text);
  return isJsonObject(value) && isCanonicalJson(text, value) ? value : undefined;
}

/** The hash of a record, as entries name it. */
export function recordHash(sha256: Sha256Of, record: unknown): string {
  return sha256(encoder.encode(canonicalJson(record))).toHex();
}

/** Entries as they are read: their bytes, and what these say. */
type ReadEntry = { readonly bytes: Uint8Array; readonly members: JsonObject };

/**
 * What an entry's bytes begin with when its record is all that follows, so that a part of what is canonical already
 * need not be written anew to be hashed; undefined when it has other members than these.
 */
function beforeRecord({ number, publishedAt, ...others }: JsonObject): string | undefined {
  if (Object.keys(others).join() !== 'kind,record') return undefined;
  return `{"kind":"label-published","number":${JSON.stringify(number)},"publishedAt":${JSON.stringify(publishedAt)},"record":`;
}

function recordHashOf(sha256: Sha256Of, { bytes, members }: ReadEntry): string | undefined {
  const { record, recordSha256 } = members;
  if (typeof record !== 'object' || record === null) {
    return typeof recordSha256 === 'string' && SHA256.test(recordSha256) ? recordSha256 : undefined;
  }
  const begin = beforeRecord(members);
  if (begin === undefined) return recordHash(sha256, record);
  return sha256(bytes.subarray(encoder.encode(begin).length, -1)).toHex();
}

function parseLabel(sha256: Sha256Of, entry: ReadEntry): LogEntry | undefined {
  const { number, publishedAt, record } = entry.members;
  if (typeof number !== 'string' || typeof publishedAt !== 'string') return undefined;
  const recordSha256 = recordHashOf(sha256, entry);
  if (recordSha256 === undefined) return undefined;
  return { kind: 'label-published', number, publishedAt, recordSha256, record };
}

function parseCriteria({ scheme, version }: JsonObject): LogEntry | undefined {
  if (typeof scheme !== 'string' || typeof version !== 'string') return undefined;
  return { kind: 'criteria-published', scheme, version };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function parseListed({ day, until, labels, list }: JsonObject): LogEntry | undefined {
  if (typeof day !== 'string' || typeof until !== 'string' || !isCount(labels) || !isJsonObject(list)) return undefined;
  const { size, root: encoded } = list;
  const root = typeof encoded === 'string' ? parseHash(encoded) : undefined;
  if (!isCount(size) || root === undefined) return undefined;
  return { kind: 'register-listed', day, until, labels, list: { size, root } };
}

function parseKind(sha256: Sha256Of, entry: ReadEntry): LogEntry | undefined {
  const { members } = entry;
  switch (members['kind']) {
    case 'label-published':
      return parseLabel(sha256, entry);
    case 'criteria-published':
      return parseCriteria(members);
    case 'register-listed':
      return parseListed(members);
    case 'log-key-introduced':
    case 'log-key-retired':
      return typeof members['key'] === 'string' ? { kind: members['kind'], key: members['key'] } : undefined;
    default:
      return typeof members['kind'] === 'string' ? { kind: 'other', name: members['kind'] } : undefined;
  }
}

/** Reads an entry; it must be canonical JSON, so that no two readers can understand it differently. */
export function parseLogEntry(sha256: Sha256Of, bytes: Uint8Array): Result<LogEntry, EntryRefusal> {
  try {
    const members = parseObject(utf8.decode(bytes));
    const entry = members && parseKind(sha256, { bytes, members });
    if (entry !== undefined) return ok(entry);
  } catch {
    // Whatever is wrong with it, it is no entry.
  }
  return refused({ code: 'entry_malformed' });
}

import { isJsonObject, type JsonObject } from '../../core/kernel/json-object.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { canonicalJson } from '../../core/log/canonical-json.ts';
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
    }
  | { readonly kind: 'criteria-published'; readonly scheme: string; readonly version: string }
  /** The sorted list of all that the register had at the end of a day. */
  | { readonly kind: 'register-listed'; readonly day: string; readonly list: TreeHead }
  /** Of a kind this reader does not know. */
  | { readonly kind: 'other'; readonly name: string };

/** Bytes that are no entry as they are documented. */
type EntryRefusal = { readonly code: 'entry_malformed' };

const SHA256 = /^[0-9a-f]{64}$/;

function parseObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) && canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The hash of a record, as entries name it. */
export function recordHash(sha256: Sha256Of, record: unknown): string {
  return sha256(new TextEncoder().encode(canonicalJson(record))).toHex();
}

function recordHashOf(sha256: Sha256Of, { record, recordSha256 }: JsonObject): string | undefined {
  if (typeof record === 'object' && record !== null) return recordHash(sha256, record);
  return typeof recordSha256 === 'string' && SHA256.test(recordSha256) ? recordSha256 : undefined;
}

function parseLabel(sha256: Sha256Of, members: JsonObject): LogEntry | undefined {
  const { number, publishedAt } = members;
  const hash = recordHashOf(sha256, members);
  if (typeof number !== 'string' || typeof publishedAt !== 'string' || hash === undefined) return undefined;
  return { kind: 'label-published', number, publishedAt, recordSha256: hash };
}

function parseCriteria({ scheme, version }: JsonObject): LogEntry | undefined {
  if (typeof scheme !== 'string' || typeof version !== 'string') return undefined;
  return { kind: 'criteria-published', scheme, version };
}

function parseListed({ day, list }: JsonObject): LogEntry | undefined {
  if (typeof day !== 'string' || typeof list !== 'object' || list === null) return undefined;
  const { size, root: encoded } = list as JsonObject;
  const root = typeof encoded === 'string' ? parseHash(encoded) : undefined;
  const isSize = typeof size === 'number' && Number.isSafeInteger(size) && size >= 0;
  return isSize && root !== undefined ? { kind: 'register-listed', day, list: { size, root } } : undefined;
}

function parseKind(sha256: Sha256Of, members: JsonObject): LogEntry | undefined {
  switch (members['kind']) {
    case 'label-published':
      return parseLabel(sha256, members);
    case 'criteria-published':
      return parseCriteria(members);
    case 'register-listed':
      return parseListed(members);
    default:
      return typeof members['kind'] === 'string' ? { kind: 'other', name: members['kind'] } : undefined;
  }
}

/** Reads an entry; it must be canonical JSON, so that no two readers can understand it differently. */
export function parseLogEntry(sha256: Sha256Of, bytes: Uint8Array): Result<LogEntry, EntryRefusal> {
  const members = parseObject(bytes);
  const entry = members && parseKind(sha256, members);
  return entry === undefined ? refused({ code: 'entry_malformed' }) : ok(entry);
}

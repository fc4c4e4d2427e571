import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { canonicalJson } from '../../core/log/canonical-json.ts';
import type { Sha256Of } from '../../core/log/tree-hash.ts';

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
  /** Of a kind this reader does not know. */
  | { readonly kind: 'other'; readonly name: string };

/** Bytes that are no entry as they are documented. */
type EntryRefusal = { readonly code: 'entry_malformed' };

type Members = Readonly<Record<string, unknown>>;

const SHA256 = /^[0-9a-f]{64}$/;

function parseObject(bytes: Uint8Array): Members | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && canonicalJson(value) === text ? (value as Members) : undefined;
  } catch {
    return undefined;
  }
}

/** The hash of a record, as entries name it. */
export function recordHash(sha256: Sha256Of, record: unknown): string {
  return sha256(new TextEncoder().encode(canonicalJson(record))).toHex();
}

function recordHashOf(sha256: Sha256Of, { record, recordSha256 }: Members): string | undefined {
  if (typeof record === 'object' && record !== null) return recordHash(sha256, record);
  return typeof recordSha256 === 'string' && SHA256.test(recordSha256) ? recordSha256 : undefined;
}

function parseLabel(sha256: Sha256Of, members: Members): LogEntry | undefined {
  const { number, publishedAt } = members;
  const hash = recordHashOf(sha256, members);
  if (typeof number !== 'string' || typeof publishedAt !== 'string' || hash === undefined) return undefined;
  return { kind: 'label-published', number, publishedAt, recordSha256: hash };
}

function parseCriteria({ scheme, version }: Members): LogEntry | undefined {
  if (typeof scheme !== 'string' || typeof version !== 'string') return undefined;
  return { kind: 'criteria-published', scheme, version };
}

function parseKind(sha256: Sha256Of, members: Members): LogEntry | undefined {
  switch (members['kind']) {
    case 'label-published':
      return parseLabel(sha256, members);
    case 'criteria-published':
      return parseCriteria(members);
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

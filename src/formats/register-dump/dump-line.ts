import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Sha256Of } from '../../core/log/tree-hash.ts';
import { isJsonObject } from '../../core/kernel/json-object.ts';
import { parseUnambiguousJson } from '../jose/unambiguous-json.ts';
import { recordHash } from '../public-log-entry/parse-entry.ts';

/** A published label as a line of the register's dump has it. */
type DumpedLabel = {
  readonly number: string;
  readonly publishedAt: string;
  readonly recordSha256: string;
  readonly record: object;
};

/** A line that is not one of a dump. */
type DumpLineRefusal = { readonly code: 'line_malformed' };

/** One label as a line of JSON, with its line feed; `record` is the stored record's own canonical text. */
export function writeDumpLine(label: {
  readonly number: string;
  readonly publishedAt: Temporal.Instant;
  readonly record: string;
}): string {
  const { number, publishedAt, record } = label;
  return `{"number":${JSON.stringify(number)},"publishedAt":"${publishedAt.toString()}","record":${record}}\n`;
}

/** Reads a line of a dump, with the hash of its record. */
export function parseDumpLine(sha256: Sha256Of, line: string): Result<DumpedLabel, DumpLineRefusal> {
  // Of a member that stands there twice another reader could take the other one.
  const { number, publishedAt, record } = parseUnambiguousJson(new TextEncoder().encode(line)) ?? {};
  if (typeof number !== 'string' || typeof publishedAt !== 'string' || !isJsonObject(record))
    return refused({ code: 'line_malformed' });
  try {
    return ok({ number, publishedAt, recordSha256: recordHash(sha256, record), record });
  } catch {
    // Nested deeper than any record, or with text that is no Unicode.
    return refused({ code: 'line_malformed' });
  }
}

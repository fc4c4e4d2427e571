import type { ContentFaultCode, FaultParams, SchemePath } from '../../core/scheme/content-fault.ts';

/** Everything that can be wrong with the shape of a scheme's files, before anything is said about their content. */
export const SHAPE_FAULT_CODES = [
  'alias_refused',
  'duplicate_key',
  'file_too_large',
  'malformed_day',
  'missing_file',
  'missing_key',
  'not_a_list',
  'not_a_map',
  'not_a_number',
  'not_text',
  'not_yes_or_no',
  'unknown_choice',
  'unknown_file',
  'unknown_key',
  'yaml_syntax',
] as const;

/** What is wrong with the shape, by the stable code its message is found under. */
export type ShapeFaultCode = (typeof SHAPE_FAULT_CODES)[number];

/** One thing wrong with the files of a scheme, and where its writer finds it. */
export type SchemeFault = {
  readonly code: ShapeFaultCode | ContentFaultCode;
  /** Name inside the scheme's folder, with `/` between folders. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  /** From the top of the file. */
  readonly path: SchemePath;
  readonly params: FaultParams;
};

/** The order faults are printed in: by file, then from top to bottom. */
export function compareFaults(one: SchemeFault, other: SchemeFault): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column || (one.code < other.code ? -1 : 1);
}

import type { ExportedFile } from './export-line.ts';

/** What a run leaves to be remembered of the whole. */
export type ExportState = {
  readonly edition: string;
  /** The legal day it was made for. */
  readonly day: string;
  /**
   * How many entries the log had, and its checkpoint: what else is public follows from them, the issuer's keys and the
   * day.
   */
  readonly size: number;
  readonly checkpoint: string;
  /** The issuer's keys with what became of them, as a hash. */
  readonly keys: string;
  /** Whether something was not there yet. */
  readonly isWaiting: boolean;
  readonly files: readonly ExportedFile[];
  /** The partial tiles of the last two sizes: whoever has just read the checkpoint before still finds its tiles. */
  readonly partials: readonly (readonly string[])[];
};

const FORMAT = 'shirushi-export/1';

/** Before the first run. */
const NO_STATE: ExportState = {
  edition: '',
  day: '',
  size: 0,
  checkpoint: '',
  keys: '',
  isWaiting: false,
  files: [],
  partials: [],
};

/** A state as text. */
export function writeExportState(state: ExportState): string {
  return `${JSON.stringify({ format: FORMAT, ...state })}\n`;
}

/** Reads a state; what another version of the program left is made anew. */
export function readExportState(text: string | undefined): ExportState {
  if (text === undefined) return NO_STATE;
  const { format, ...state } = JSON.parse(text) as ExportState & { readonly format?: unknown };
  return format === FORMAT ? state : NO_STATE;
}

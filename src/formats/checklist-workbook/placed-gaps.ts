import type { Gap } from '../../core/kernel/gap.ts';
import { TABLE_IDS } from '../application-form/readable-form.ts';
import { columnNumber } from '../workbook/cell-address.ts';
import type { FormFault, SheetPlace } from '../application-form/form-fault.ts';
import type { PlaceOf } from './checklist-places.ts';

/** A gap or fault together with the sheet and cell it is about, as far as there is one. */
export type Placed<Code extends string> = Gap<Code> & Partial<SheetPlace>;

/** The part of the form a path leads into: the id of a table, or nothing for a single question. */
function partOf(path: string): string {
  const [head = '', next] = path.split('.');
  const isTable = TABLE_IDS.some((table) => table === head) && (next === undefined || /^\d+$/.test(next));
  return isTable ? head : '';
}

/** Whether a gap only repeats that a cell cannot be read, or that a whole sheet or column is not there. */
function repeats(faults: readonly FormFault[]): (path: string) => boolean {
  const paths = new Set(faults.filter(({ code }) => code !== 'sheet_missing').map(({ path }) => path));
  const absent = new Set(faults.filter(({ code }) => code === 'sheet_missing').map(({ path }) => path));
  return (path) => paths.has(path) || paths.has(path.replace(/\.\d+\./, '.')) || absent.has(partOf(path));
}

function position({ sheet, cell }: Partial<SheetPlace>, sheets: readonly string[]): readonly number[] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell ?? '') ?? [];
  return [sheet === undefined ? -1 : sheets.indexOf(sheet), Number(digits), letters === '' ? 0 : columnNumber(letters)];
}

function compare(first: readonly number[], second: readonly number[]): number {
  const differing = first.findIndex((value, index) => value !== second[index]);
  return differing < 0 ? 0 : (first[differing] ?? 0) - (second[differing] ?? 0);
}

/**
 * Everything a sender of a workbook has to mend, in the order of its sheets and cells: what cannot be read, and the gaps
 * of the rest. A gap in an answer that cannot be read is left out, for the fault says it better.
 */
export function placedGaps<Code extends string, FaultCode extends string>(
  gaps: readonly Gap<Code>[],
  faults: readonly (Placed<FaultCode> & FormFault)[],
  { sheets, placeOf }: { readonly sheets: readonly string[]; readonly placeOf: PlaceOf },
): readonly Placed<Code | FaultCode>[] {
  const isRepeated = repeats(faults);
  const open = gaps.filter(({ path }) => !isRepeated(path));
  const placed = open.map((gap) => ({ ...gap, ...placeOf(gap.path, gap.criterion) }));
  const all: readonly Placed<Code | FaultCode>[] = [...faults, ...placed];
  return all
    .map((finding) => ({ finding, at: position(finding, sheets) }))
    .sort((first, second) => compare(first.at, second.at))
    .map(({ finding }) => finding);
}

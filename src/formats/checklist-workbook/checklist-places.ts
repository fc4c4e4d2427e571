import { cellAddress } from '../workbook/cell-address.ts';
import type { SheetPlace } from '../application-form/form-fault.ts';
import type { PartId } from './checklist-lexicon.ts';
import { PART_IDS } from './checklist-lexicon.ts';

/** Where the answers of one sheet stand, by what their paths say. */
export type PartPlaces = {
  readonly sheet: string;
  /** Rows of single questions by path, or rows of a table by their place in it. */
  readonly rowOf: (key: string) => number | undefined;
  /** Columns by the id of the question; the sheet of single questions has one for all. */
  readonly columnOf: (question: string) => number | undefined;
  /** The row of a criterion, where the sheet has criteria. */
  readonly rowOfCriterion: (criterion: string) => number | undefined;
};

/** Finds the place of an answer, a row or a table in the workbook it was read from. */
export type PlaceOf = (path: string, criterion?: string) => SheetPlace | undefined;

function placeIn(
  { sheet, rowOf, columnOf, rowOfCriterion }: PartPlaces,
  row: string,
  question: string,
  criterion?: string,
): SheetPlace {
  const found = rowOf(row) ?? (criterion === undefined ? undefined : rowOfCriterion(criterion));
  const column = columnOf(question) ?? columnOf('');
  return found === undefined || column === undefined ? { sheet } : { sheet, cell: cellAddress(found, column) };
}

/** The table a path leads into; `services` and `services.0.name` do, `services.required` is a single question. */
function tableOf(path: string): PartId | undefined {
  const [head, next] = path.split('.');
  const table = PART_IDS.find((part) => part === head && part !== 'items');
  return next === undefined || /^\d+$/.test(next) ? table : undefined;
}

/**
 * Finds places by path (`product.name`, `models.0.number`, `determinations`), for paths of gaps and faults alike. A part
 * without a sheet has no places.
 */
export function placesIn(parts: ReadonlyMap<PartId, PartPlaces>): PlaceOf {
  return (path, criterion) => {
    const table = tableOf(path);
    const places = parts.get(table ?? 'items');
    if (places === undefined) return undefined;
    if (table === undefined) return placeIn(places, path, 'answer');
    const [, row = '', question = ''] = path.split('.');
    return placeIn(places, row, question, criterion);
  };
}

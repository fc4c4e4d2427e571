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

/**
 * Finds places by path (`product.name`, `models.0.number`, `determinations`), for paths of gaps and faults alike. A part
 * without a sheet has no places.
 */
export function placesIn(parts: ReadonlyMap<PartId, PartPlaces>): PlaceOf {
  return (path, criterion) => {
    const [head = '', row = '', question = ''] = path.split('.');
    const table = PART_IDS.find((part) => part === head && part !== 'items');
    // `services.required` is a question, `services.0.name` and `services` are places of the table.
    const isItem =
      table === undefined || parts.get('items')?.rowOf(path) !== undefined || (row !== '' && !/^\d+$/.test(row));
    const places = parts.get(isItem ? 'items' : table);
    if (places === undefined) return undefined;
    return isItem ? placeIn(places, path, 'answer') : placeIn(places, row, question, criterion);
  };
}

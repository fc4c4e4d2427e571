import type { Answer } from '../../core/case/answer-kinds.ts';
import type { TableId } from '../../core/case/application-items.ts';
import type { Asked } from '../application-form/answer-reader.ts';
import type { SheetCell } from '../workbook/sheet-table.ts';
import type { Meaning } from './checklist-lexicon.ts';
import type { PartPlaces } from './checklist-places.ts';
import type { FoundSheet } from './find-sheets.ts';
import type { Findings } from './findings.ts';
import { isFilled, slotAnswer, type CellFault, type Slot } from './slot-answer.ts';

type Cells = Readonly<Record<string, Answer>>;

/** The rows of a table as read, and where they stand. */
type TableRows = { readonly rows: readonly Cells[]; readonly places: PartPlaces };

type Columns = ReadonlyMap<number, Exclude<Meaning, 'explanation'>>;
type ReadRow = {
  readonly row: number;
  readonly cells: Cells;
  readonly faults: readonly (CellFault & { column: string })[];
};

function answerColumns(sheet: FoundSheet): Columns {
  return new Map(
    sheet.columns.flatMap(({ column, meaning }) => (typeof meaning === 'object' ? [[column, meaning] as const] : [])),
  );
}

/** A value merged over several rows of one column counts for each of them. */
function inherited(cell: SheetCell, above: ReadonlyMap<string, SheetCell>): SheetCell {
  if (cell.kind !== 'empty' || cell.coveredBy === undefined) return cell;
  const first = above.get(cell.coveredBy);
  if (first?.column !== cell.column) return cell;
  return { ...first, row: cell.row, address: cell.address };
}

function gather(
  cells: readonly SheetCell[],
  columns: Columns,
  above: Map<string, SheetCell>,
): ReadonlyMap<Asked, Slot[]> | undefined {
  const slots = new Map<Asked, Slot[]>();
  let hasOwn = false;
  for (const cell of cells) {
    const meaning = columns.get(cell.column);
    if (meaning === undefined) continue;
    if (isFilled(cell)) {
      hasOwn = true;
      above.set(cell.address, cell);
    }
    const slot = { part: meaning.part, cell: inherited(cell, above) };
    const known = slots.get(meaning.asked);
    if (known === undefined) slots.set(meaning.asked, [slot]);
    else known.push(slot);
  }
  return hasOwn ? slots : undefined;
}

function readRow(row: number, slots: ReadonlyMap<Asked, Slot[]>): ReadRow | undefined {
  const cells: Record<string, Answer> = {};
  const faults: (CellFault & { column: string })[] = [];
  for (const [asked, found] of slots) {
    const column = asked.field.item.id;
    const read = slotAnswer(found, asked, 'column_twice');
    if (!read.ok) faults.push({ ...read.error, column });
    else if (read.value !== undefined) cells[column] = read.value;
  }
  return faults.length === 0 && Object.keys(cells).length === 0 ? undefined : { row, cells, faults };
}

function isUntouched({ cells, faults }: ReadRow): boolean {
  return faults.length === 0 && Object.keys(cells).every((id) => id === 'criterion');
}

/** Rows that only name a criterion are kept only where nothing else is said of it, one each. */
function withoutSpareRows(rows: readonly ReadRow[]): readonly ReadRow[] {
  const spoken = new Set(rows.filter((row) => !isUntouched(row)).map(({ cells }) => cells['criterion']));
  return rows.filter((row) => {
    if (!isUntouched(row)) return true;
    const criterion = row.cells['criterion'];
    if (spoken.has(criterion)) return false;
    spoken.add(criterion);
    return true;
  });
}

function report(table: TableId, sheet: FoundSheet, rows: readonly ReadRow[], findings: Findings): void {
  rows.forEach(({ cells, faults }, place) => {
    const criterion = table === 'determinations' ? (cells['criterion'] as string | undefined) : undefined;
    for (const { column, ...fault } of faults) {
      findings.refuse(sheet, { ...fault, path: `${table}.${String(place)}.${column}`, criterion });
    }
  });
}

function placesOf(sheet: FoundSheet, columns: Columns, rows: readonly ReadRow[]): PartPlaces {
  const numbers = new Map<string, number>();
  for (const [column, { asked }] of columns) {
    const { id } = asked.field.item;
    if (!numbers.has(id)) numbers.set(id, column);
  }
  const [first] = numbers.values();
  return {
    sheet: sheet.table.name,
    rowOf: (place) => (place === '' ? undefined : rows[Number(place)]?.row),
    columnOf: (question) => (question === '' ? first : numbers.get(question)),
    rowOfCriterion: (criterion) => rows.find(({ cells }) => cells['criterion'] === criterion)?.row,
  };
}

/** Reads the sheet of a table: every row that holds an answer, wherever its columns stand. */
export function readTableSheet(table: TableId, sheet: FoundSheet, findings: Findings): TableRows {
  const columns = answerColumns(sheet);
  const above = new Map<string, SheetCell>();
  const read = sheet.rows.flatMap(({ row, cells }) => {
    const slots = gather(cells, columns, above);
    if (slots === undefined) return [];
    const answers = cells.filter(({ column }) => columns.has(column));
    findings.remark(sheet, answers);
    return readRow(row, slots) ?? [];
  });
  const rows = table === 'determinations' ? withoutSpareRows(read) : read;
  report(table, sheet, rows, findings);
  return { rows: rows.map(({ cells }) => cells), places: placesOf(sheet, columns, rows) };
}

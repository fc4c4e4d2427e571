import type { TableId } from '../../core/case/application-items.ts';
import type { SheetTable } from '../workbook/sheet-table.ts';
import {
  headingKey,
  PART_IDS,
  type ChecklistLexicon,
  type ItemColumn,
  type Meaning,
  type PartId,
} from './checklist-lexicon.ts';
import { cellText, sheetRows, type SheetRow } from './sheet-rows.ts';

/** A column whose heading is understood. */
export type FoundColumn<M> = { readonly column: number; readonly meaning: M };

/** A sheet understood as a part of the form: where its headings are and what its columns mean. */
export type FoundSheet = {
  readonly part: PartId;
  readonly table: SheetTable;
  readonly headingRow: number;
  /** The rows below the headings. */
  readonly rows: readonly SheetRow[];
  readonly columns: readonly FoundColumn<Meaning | ItemColumn>[];
  /** Headings that are not part of the form. */
  readonly extra: readonly string[];
};

/** Rows in which headings are looked for, and the longest text that may be one. */
const [HEADING_ROWS, LONGEST_HEADING] = [40, 120];

type Lookup = (key: string) => Meaning | ItemColumn | undefined;

/** The column without which a sheet is not that part: the answers, or the first column of a table. */
function isKey(part: PartId, meaning: Meaning | ItemColumn, lexicon: ChecklistLexicon): boolean {
  if (part === 'items') return meaning === 'answer';
  const [first] = lexicon.readable.tables[part].keys();
  return typeof meaning === 'object' && meaning.asked.field.item.id === first;
}

function lookupOf(part: PartId, lexicon: ChecklistLexicon, former: FormerHeadings): Lookup {
  if (part === 'items') return (key) => lexicon.itemColumns.get(key);
  return (key) => lexicon.headings[part].get(key) ?? former.get(part)?.get(key);
}

/** Headings of an older version of the form, by table, as the file itself keeps them. */
export type FormerHeadings = ReadonlyMap<PartId, ReadonlyMap<string, Meaning>>;

type Heads = readonly { readonly column: number; readonly text: string; readonly key: string }[];

function headsOf({ cells }: SheetRow): Heads {
  return cells.flatMap((cell) => {
    const text = cellText(cell);
    if (cell.kind !== 'text' || text.length > LONGEST_HEADING) return [];
    return [{ column: cell.column, text, key: headingKey(text) }];
  });
}

function understood(
  part: PartId,
  heads: Heads,
  lookup: Lookup,
): { readonly columns: FoundSheet['columns']; readonly extra: readonly string[] } {
  const columns: FoundColumn<Meaning | ItemColumn>[] = [];
  const extra: string[] = [];
  for (const { column, text, key } of heads) {
    const meaning = key === '' ? undefined : lookup(key);
    if (meaning === undefined) extra.push(text);
    else columns.push({ column, meaning });
  }
  return { columns, extra };
}

/**
 * The part of the form a sheet holds, told by its headings wherever they stand and whatever the sheet is called; a single
 * known heading is enough only under the sheet's own name.
 */
export function findSheet(
  table: SheetTable,
  lexicon: ChecklistLexicon,
  former: FormerHeadings,
): FoundSheet | undefined {
  const rows = sheetRows(table);
  const named = lexicon.sheetNames.get(headingKey(table.name));
  const parts =
    named === undefined || named === 'readme' ? PART_IDS : [named, ...PART_IDS.filter((id) => id !== named)];
  for (const [place, row] of rows.slice(0, HEADING_ROWS).entries()) {
    const heads = headsOf(row);
    for (const part of parts) {
      const { columns, extra } = understood(part, heads, lookupOf(part, lexicon, former));
      const needed = part === named ? 1 : 2;
      if (columns.length < needed || !columns.some(({ meaning }) => isKey(part, meaning, lexicon))) continue;
      return { part, table, headingRow: row.row, rows: rows.slice(place + 1), columns, extra };
    }
  }
  return undefined;
}

/** The headings a file of an older version keeps, in the terms of the present questions. */
export function formerHeadings(headings: ReadonlyMap<string, string>, lexicon: ChecklistLexicon): FormerHeadings {
  const former = new Map<PartId, Map<string, Meaning>>();
  for (const [key, label] of headings) {
    const table = key.slice(0, key.indexOf('.')) as TableId;
    const isTable = Object.hasOwn(lexicon.headings, table);
    const meaning = (isTable ? lexicon.headings[table] : lexicon.itemRows).get(headingKey(key));
    if (meaning === undefined) continue;
    const part = isTable ? table : 'items';
    former.set(part, (former.get(part) ?? new Map<string, Meaning>()).set(headingKey(label), meaning));
  }
  return former;
}

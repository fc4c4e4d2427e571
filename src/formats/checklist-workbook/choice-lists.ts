import { columnLetters } from '../workbook/cell-address.ts';
import type { CellChoice, TemplateSheet } from '../workbook/workbook-template.ts';

/** The hidden sheet that holds lists too long to stand in a cell's own rule. */
export const LISTS_SHEET = '_lists';

const LONGEST_INLINE = 255;

/** Collects the lists of a workbook while its sheets are made: short ones go into the cell, others to the hidden sheet. */
export type ChoiceLists = {
  readonly choiceOf: (values: readonly string[]) => CellChoice | undefined;
  readonly sheet: () => readonly TemplateSheet[];
};

/** Starts collecting. */
export function choiceLists(): ChoiceLists {
  const lists: (readonly string[])[] = [];
  const placed = new Map<string, CellChoice>();
  const place = (values: readonly string[]): CellChoice => {
    lists.push(values);
    const column = columnLetters(lists.length);
    return { range: `'${LISTS_SHEET}'!$${column}$2:$${column}$${String(values.length + 1)}` };
  };
  return {
    choiceOf: (values) => {
      if (values.length === 0) return undefined;
      const inline = values.join(',');
      const isShort = inline.length <= LONGEST_INLINE && !values.some((value) => value.includes(','));
      const known = placed.get(inline);
      const choice = known ?? (isShort ? { values } : place(values));
      placed.set(inline, choice);
      return choice;
    },
    sheet: () => (lists.length === 0 ? [] : [listsSheet(lists)]),
  };
}

function listsSheet(lists: readonly (readonly string[])[]): TemplateSheet {
  const longest = Math.max(...lists.map((list) => list.length));
  return {
    name: LISTS_SHEET,
    hidden: true,
    columns: lists.map((_, index) => ({ header: `list${String(index + 1)}`, width: 20 })),
    rows: Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? null)),
  };
}

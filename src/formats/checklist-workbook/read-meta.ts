import type { SheetTable } from '../workbook/sheet-table.ts';
import { META_FORM, META_HEADING, META_SHEET } from './checklist-version.ts';
import { cellText, sheetRows } from './sheet-rows.ts';

/** What a workbook says about itself on its hidden sheet. */
export type ChecklistMeta = {
  readonly version: string;
  readonly language: string | undefined;
  readonly scheme: string;
  readonly level: string;
  readonly set: string;
  readonly setVersion: string;
  /** Headings and labels as they were written, by the key of their cell. */
  readonly headings: ReadonlyMap<string, string>;
};

/** What the workbook says it is; undefined when the sheet that says so is missing or not ours. */
export function readMeta(tables: readonly SheetTable[]): ChecklistMeta | undefined {
  const sheet = tables.find(({ name }) => name.trim().toLowerCase() === META_SHEET);
  if (sheet === undefined) return undefined;
  const facts = new Map(sheetRows(sheet).map(({ cells }) => [cellText(cells[0]).trim(), cellText(cells[1]).trim()]));
  if (facts.get('form') !== META_FORM) return undefined;
  const fact = (key: string): string => facts.get(key) ?? '';
  const headings = [...facts]
    .filter(([key]) => key.startsWith(META_HEADING))
    .map(([key, label]) => [key.slice(META_HEADING.length), label] as const);
  return {
    version: fact('version'),
    language: facts.get('language'),
    scheme: fact('scheme'),
    level: fact('level'),
    set: fact('set'),
    setVersion: fact('setVersion'),
    headings: new Map(headings),
  };
}

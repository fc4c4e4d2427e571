import type { DraftMarks } from '../../core/case/part-marks.ts';
import type { SheetTable } from '../workbook/sheet-table.ts';
import { META_DRAFT, META_FORM, META_HEADING, META_MARK, META_SHEET } from './checklist-version.ts';
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
  /** The draft it was made from, if it was made from one and says so in full. */
  readonly marks: DraftMarks | undefined;
};

type Facts = ReadonlyMap<string, string>;

/** The facts whose keys begin in one way, by the rest of their keys. */
function factsOf(facts: Facts, beginning: string): Facts {
  const found = [...facts].filter(([key]) => key.startsWith(beginning));
  return new Map(found.map(([key, value]) => [key.slice(beginning.length), value]));
}

function marksIn(facts: Facts): DraftMarks | undefined {
  const [draft, version] = [facts.get(META_DRAFT.number), facts.get(META_DRAFT.version) ?? ''];
  if (draft === undefined || !/^\d{1,9}$/.test(version)) return undefined;
  return { draft, version: Number(version), marks: factsOf(facts, META_MARK) };
}

/** What the workbook says it is; undefined when the sheet that says so is missing or not ours. */
export function readMeta(tables: readonly SheetTable[]): ChecklistMeta | undefined {
  const sheet = tables.find(({ name }) => name.trim().toLowerCase() === META_SHEET);
  if (sheet === undefined) return undefined;
  const facts = new Map(sheetRows(sheet).map(({ cells }) => [cellText(cells[0]).trim(), cellText(cells[1]).trim()]));
  if (facts.get('form') !== META_FORM) return undefined;
  const fact = (key: string): string => facts.get(key) ?? '';
  return {
    version: fact('version'),
    language: facts.get('language'),
    scheme: fact('scheme'),
    level: fact('level'),
    set: fact('set'),
    setVersion: fact('setVersion'),
    headings: factsOf(facts, META_HEADING),
    marks: marksIn(facts),
  };
}

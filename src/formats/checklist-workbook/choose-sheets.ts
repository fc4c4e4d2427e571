import { TABLES, type TableId } from '../../core/case/application-items.ts';
import type { Column } from '../../core/case/answer-kinds.ts';
import type { Localized } from '../../core/kernel/text.ts';
import { inBoth } from '../application-form/form-choices.ts';
import type { SheetTable } from '../workbook/sheet-table.ts';
import { sheetWord } from './checklist-layout.ts';
import { headingKey, PART_IDS, type ChecklistLexicon, type PartId } from './checklist-lexicon.ts';
import { META_SHEET } from './checklist-version.ts';
import { LISTS_SHEET } from './choice-lists.ts';
import { findSheet, type FormerHeadings, type FoundSheet } from './find-sheets.ts';
import type { Findings } from './findings.ts';

/** Parts an application may do without: a product without personal data or services has empty tables. */
const DISPENSABLE: readonly PartId[] = ['personalData', 'services'];

type Context = { readonly former: FormerHeadings; readonly findings: Findings };

function isOwn(name: string, lexicon: ChecklistLexicon): boolean {
  const folded = name.trim().toLowerCase();
  return folded === META_SHEET || folded === LISTS_SHEET || lexicon.sheetNames.get(headingKey(name)) === 'readme';
}

function candidates(
  tables: readonly SheetTable[],
  lexicon: ChecklistLexicon,
  { former, findings }: Context,
): ReadonlyMap<PartId, FoundSheet[]> {
  const found = new Map<PartId, FoundSheet[]>(PART_IDS.map((part) => [part, []]));
  for (const table of tables) {
    if (isOwn(table.name, lexicon) || table.cells.length === 0) continue;
    const sheet = findSheet(table, lexicon, former);
    if (sheet === undefined) findings.note('extra_sheet', undefined, { sheet: table.name });
    else found.get(sheet.part)?.push(sheet);
  }
  return found;
}

/** Of several sheets for one part the visible one counts; several visible ones are a question only the sender can answer. */
function choose(
  part: PartId,
  sheets: readonly FoundSheet[],
  context: Context,
  words: Localized,
): FoundSheet | undefined {
  const visible = sheets.filter(({ table }) => !table.hidden);
  const [first, second] = visible.length > 0 ? visible : sheets;
  if (first !== undefined && second !== undefined) {
    context.findings.faults.push({
      code: 'sheet_twice',
      path: part === 'items' ? '' : part,
      params: { sheet: words.ja, sheetEn: words.en, first: first.table.name, second: second.table.name },
      sheet: second.table.name,
    });
  }
  for (const sheet of sheets) {
    if (sheet !== first && sheet.table.hidden)
      context.findings.note('extra_sheet', undefined, { sheet: sheet.table.name });
  }
  return first;
}

function reportColumns(sheet: FoundSheet, lexicon: ChecklistLexicon, { findings }: Context): void {
  const { part } = sheet;
  for (const column of sheet.extra) findings.note('extra_column', sheet, { column: column.slice(0, 80) });
  if (part === 'items') return;
  const columns: readonly Column[] = TABLES[part];
  const present = new Set(
    sheet.columns.flatMap(({ meaning }) => (typeof meaning === 'object' ? [meaning.asked.field.item.id] : [])),
  );
  for (const { id } of columns.filter((column) => column.required && !present.has(column.id))) {
    const label = lexicon.readable.tables[part].get(id)?.field.label;
    const params = { column: label?.ja ?? id, columnEn: label?.en ?? id };
    findings.faults.push({ code: 'column_missing', path: `${part}.${id}`, params, sheet: sheet.table.name });
  }
}

/** The sheet of every part of the form; whatever is missing, double or not part of the form is reported. */
export function chooseSheets(
  tables: readonly SheetTable[],
  lexicon: ChecklistLexicon,
  context: Context,
): ReadonlyMap<PartId, FoundSheet> {
  const { form } = lexicon.readable;
  const chosen = new Map<PartId, FoundSheet>();
  for (const [part, sheets] of candidates(tables, lexicon, context)) {
    const words = inBoth(form.words, sheetWord(part));
    const sheet = choose(part, sheets, context, words);
    if (sheet !== undefined) {
      chosen.set(part, sheet);
      if (sheet.table.hidden) context.findings.note('hidden_sheet', sheet, { sheet: sheet.table.name });
      reportColumns(sheet, lexicon, context);
    } else if (!DISPENSABLE.includes(part)) {
      const params = { sheet: words.ja, sheetEn: words.en };
      context.findings.faults.push({
        code: 'sheet_missing',
        path: part === 'items' ? '' : (part satisfies TableId),
        params,
      });
    }
  }
  return chosen;
}

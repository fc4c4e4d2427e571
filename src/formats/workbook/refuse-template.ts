import { parseDay } from '../../core/kernel/legal-day.ts';
import type {
  TemplateColumn,
  TemplateRefusal,
  TemplateSheet,
  TemplateValue,
  WorkbookTemplate,
} from './workbook-template.ts';

/** Excel cuts off or refuses a longer list written into the validation itself. */
const LONGEST_CHOICE = 255;

function refuseChoice(sheet: string, { header: column, choice }: TemplateColumn): TemplateRefusal | undefined {
  const values = choice?.values ?? [];
  if (values.some((value) => value.includes(','))) return { code: 'choice_holds_comma', sheet, column };
  const tooLong = values.join(',').length > LONGEST_CHOICE;
  return tooLong ? { code: 'choice_too_long', sheet, column, limit: LONGEST_CHOICE } : undefined;
}

function isMissingDay(value: TemplateValue): boolean {
  return typeof value === 'object' && value !== null && !parseDay(value.day).ok;
}

function refuseRows({ name: sheet, rows, columns }: TemplateSheet): TemplateRefusal | undefined {
  for (const [index, row] of rows.entries()) {
    if (row.length > columns.length) return { code: 'row_too_wide', sheet, row: index + 2 };
    if (row.some(isMissingDay)) return { code: 'no_such_day', sheet, row: index + 2 };
  }
  return undefined;
}

function refuseSheet(sheet: TemplateSheet): TemplateRefusal | undefined {
  const { name } = sheet;
  if (name.length < 1 || name.length > 31 || /[:\\/?*[\]\p{Cc}]/u.test(name) || /^'|'$/.test(name)) {
    return { code: 'sheet_name_invalid', sheet: name };
  }
  for (const column of sheet.columns) {
    const refusal = refuseChoice(name, column);
    if (refusal !== undefined) return refusal;
  }
  return refuseRows(sheet);
}

/** The first reason why Excel would not open, or would repair, the workbook of this template. */
export function refuseTemplate({ sheets, revised }: WorkbookTemplate): TemplateRefusal | undefined {
  if (!sheets.some(({ hidden }) => hidden !== true)) return { code: 'no_sheets' };
  if (!parseDay(revised).ok) return { code: 'revision_day_invalid' };
  const names = new Set<string>();
  for (const sheet of sheets) {
    const refusal = refuseSheet(sheet);
    if (refusal !== undefined) return refusal;
    const folded = sheet.name.toLowerCase();
    if (names.has(folded)) return { code: 'sheet_name_repeated', sheet: sheet.name };
    names.add(folded);
  }
  return undefined;
}

import { isAlwaysRequired, requirementOfItem } from '../../core/case/item-requirements.ts';
import type { ItemId, TableId } from '../../core/case/application-items.ts';
import type { Form } from '../application-form/form-choices.ts';
import { columnFields, itemFields, type FormField } from '../application-form/form-fields.ts';
import type { FormWordKey, HeadingKey } from '../application-form/form-words.ts';
import { checklistCells, type ChecklistCell } from './checklist-cells.ts';

/** The headings of the sheet of single questions, in the order of its columns. */
export const ITEM_HEADINGS = [
  'head.id',
  'head.section',
  'head.item',
  'head.requirement',
  'head.audience',
  'head.answer',
  'head.help',
] as const satisfies readonly HeadingKey[];

/** Explanations of a criterion beside its row, which nobody fills in. */
export const CRITERION_HEADINGS = [
  'head.title',
  'head.text',
  'head.status',
  'head.guide',
  'head.wantedEvidence',
  'head.notApplicableWhen',
] as const satisfies readonly HeadingKey[];

/** The word for the name of the sheet that holds single questions or a table. */
export function sheetWord(part: 'items' | TableId): FormWordKey {
  return part === 'items' ? 'sheet.application' : `table.${part}`;
}

/** Whether an answer is always, never or sometimes required, as the form marks it. */
export function requirementOf({ item, table, required }: FormField): 'required' | 'optional' | 'conditional' {
  if (required) return 'required';
  if (table !== undefined) return 'optional';
  return requirementOfItem(item.id as ItemId) === 'never' ? 'optional' : 'conditional';
}

/** The single questions of the form, each with its cells. */
export function itemCells(form: Form): readonly ChecklistCell[] {
  return itemFields(form, (item) => isAlwaysRequired(item as ItemId)).flatMap((field) => checklistCells(field));
}

/** The columns of a table, each with its cells; as many for files as the longest list needs. */
export function columnCells(table: TableId, form: Form, files?: number): readonly ChecklistCell[] {
  return columnFields(table, form).flatMap((field) => checklistCells(field, files));
}

import type { ItemId, SectionTable } from '../../core/case/application-items.ts';
import { partOf, type Part } from '../../core/case/application-parts.ts';
import {
  isDemanded,
  requirementFacts,
  requirementOfItem,
  requirementOfTable,
  type Requirement,
} from '../../core/case/item-requirements.ts';
import { verdictsDemanding } from '../../core/determination/determination-gaps.ts';
import type { FieldNeed } from '../parts/form-field.ts';
import type { View } from '../view.ts';
import type { DeskCase } from './desk-form.ts';

function needOf({ say }: View, { shown, form }: DeskCase, requirement: Requirement): FieldNeed {
  if (requirement === 'always') return 'required';
  if (requirement === 'never') return 'optional';
  const isNow = isDemanded(requirement, requirementFacts(shown.application, form.scheme));
  return { isNow, words: say(`desk.need.${requirement}`) };
}

type StatementPart = Extract<Part, { readonly kind: 'determination' }>;

/** The verdict stands on the same page and may change before it is saved, so the words name it either way. */
function needOfStatement({ say }: View, { shown }: DeskCase, part: StatementPart): FieldNeed {
  if (part.column === 'verdict') return 'required';
  const demanding = verdictsDemanding(part.column);
  if (demanding.length === 0) return 'optional';
  const verdict = partOf(shown.application, { ...part, column: 'verdict' });
  const isNow = demanding.some((one) => one === verdict);
  return {
    isNow,
    words: say('desk.need.verdict', { verdicts: demanding.map((one) => say(`desk.need.verdict.${one}`)) }),
  };
}

/** Whether a question of a page must be answered, as the rules for submitting have it. */
export function needOfPart(view: View, desk: DeskCase, part: Part): FieldNeed {
  switch (part.kind) {
    case 'scope':
    case 'profile':
      return 'required';
    case 'determination':
      return needOfStatement(view, desk, part);
    case 'table':
      return needOf(view, desk, requirementOfTable(part.table));
    default:
      return needOf(view, desk, requirementOfItem(part.id as ItemId));
  }
}

/** The same for a column in one card of a table; in a card left blank nothing must be. */
export function needOfCell(
  { say }: View,
  { readable }: DeskCase,
  { table, column, isFilled }: { readonly table: SectionTable; readonly column: string; readonly isFilled: boolean },
): FieldNeed {
  if (readable.tables[table].get(column)?.field.required !== true) return 'optional';
  return isFilled ? 'required' : { isNow: false, words: say('desk.need.row') };
}

import type { Answer } from '../../core/case/answer-kinds.ts';
import type { Language, Localized } from '../../core/kernel/text.ts';
import type { FormField } from '../application-form/form-fields.ts';
import type { FormWords } from '../application-form/form-words.ts';
import type { TemplateValue } from '../workbook/workbook-template.ts';

/**
 * A cell the workbook gives to a question: one for most, one for each choice where several may be chosen, a few for the
 * names of files. So every cell holds one datum (総務省 統計表における機械判読可能なデータの表記方法の統一ルール).
 */
export type ChecklistCell = {
  /** The path of the question, with the part where it has several cells. */
  readonly key: string;
  readonly field: FormField;
  readonly part: string | undefined;
  readonly label: Localized;
};

/** Cells for the names of files where fewer are filled in. */
const FILE_CELLS = 3;

/** The cells of a question; as many for files as the longest list needs. */
export function checklistCells(field: FormField, files = FILE_CELLS): readonly ChecklistCell[] {
  const { id, label, item, choices = [] } = field;
  if (item.kind === 'choices') {
    return choices.map((choice) => ({
      key: `${id}.${choice.id}`,
      field,
      part: choice.id,
      label: { ja: `${label.ja}：${choice.name.ja}`, en: `${label.en}: ${choice.name.en}` },
    }));
  }
  if (item.kind === 'file-names') {
    return Array.from({ length: Math.max(files, FILE_CELLS) }, (_, index) => {
      const part = String(index + 1);
      return { key: `${id}.${part}`, field, part, label: { ja: `${label.ja}${part}`, en: `${label.en} ${part}` } };
    });
  }
  return [{ key: id, field, part: undefined, label }];
}

/** How answers are shown: in a language, by the words of the faces. */
export type Showing = { readonly language: Language; readonly words: FormWords };

function listed(cell: ChecklistCell, answer: readonly string[], { language, words }: Showing): TemplateValue {
  if (cell.field.item.kind === 'file-names') return answer[Number(cell.part) - 1] ?? null;
  return answer.includes(cell.part ?? '') ? words(language, 'answer.marked') : null;
}

/** What a cell shows of an answer: names of choices, words for yes and no, days as days. */
export function shownAnswer(cell: ChecklistCell, answer: Answer | undefined, showing: Showing): TemplateValue {
  if (answer === undefined) return null;
  if (typeof answer === 'boolean') return showing.words(showing.language, answer ? 'answer.yes' : 'answer.no');
  if (answer instanceof Temporal.PlainDate) return { day: answer.toString() };
  if (typeof answer !== 'string') return listed(cell, answer, showing);
  if (cell.field.item.choices === 'criteria') return answer;
  return cell.field.choices?.find(({ id }) => id === answer)?.name[showing.language] ?? answer;
}

import type { ShownLabel } from '../../app/label/find-label.ts';
import { descriptionList, type Description } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { evaluatorOf } from '../../app/label/evaluator-of.ts';
import { linkOut } from '../parts/link-out.ts';
import { section } from '../parts/section.ts';
import { written } from '../parts/written.ts';
import type { View } from '../view.ts';

function recognitionRows({ language, say }: View, { record, scheme }: ShownLabel): readonly Description[] {
  const { 'publication.recognition': claimed, 'publication.recognitionStatement': statement } = record.answers;
  const rule = scheme.recognition.find(({ id }) => id === claimed);
  if (rule === undefined) return [];
  return [
    [say('label.recognition'), html`${rule.name[language]} (${rule.document})`],
    [say('label.recognition.statement'), statement && linkOut(statement)],
  ];
}

/** Who evaluated, which firmware, when, and who attests it. */
export function evaluationSection(view: View, label: ShownLabel): Html {
  const { language, say } = view;
  const { answers } = label.record;
  const category = evaluatorOf(label);
  const { 'evaluation.evaluatorName': name, 'evaluation.completedOn': completed } = answers;
  const rows: readonly Description[] = [
    [
      say('label.evaluator'),
      category &&
        html`${category.name[language]}
          <p class="page__note">${category.explanation[language]}</p>`,
    ],
    [say('label.evaluator.name'), name === undefined ? undefined : written(view, name)],
    [
      say('label.firmware'),
      html`<bdi>${answers['product.firmware'] ?? ''}</bdi>
        <p class="page__note">${say('label.firmware.meaning')}</p>`,
    ],
    [say('label.evaluated-on'), completed && say.day(completed)],
    [say('label.chain'), say(`label.chain.${label.level.chain}`)],
    ...recognitionRows(view, label),
  ];
  return section('evaluation', say('label.evaluation'), descriptionList(rows));
}

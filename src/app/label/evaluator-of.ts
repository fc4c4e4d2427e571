import type { Scheme } from '../../core/scheme/scheme.ts';
import type { ListedLabel } from './listed-label.ts';

/** The evaluator category of a label, as buyers are told. */
export function evaluatorOf(
  label: Pick<ListedLabel, 'record' | 'scheme'>,
): Scheme['evaluatorCategories'][number] | undefined {
  const id = label.record.answers['evaluation.evaluator'];
  return label.scheme.evaluatorCategories.find((category) => category.id === id);
}

import type { ShownLabel } from './find-label.ts';

/** The evaluator category of a label, as buyers are told. */
export function evaluatorOf(label: ShownLabel): ShownLabel['scheme']['evaluatorCategories'][number] | undefined {
  const id = label.record.answers['evaluation.evaluator'];
  return label.scheme.evaluatorCategories.find((category) => category.id === id);
}

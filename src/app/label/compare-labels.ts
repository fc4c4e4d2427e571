import { refused, ok, type Result } from '../../core/kernel/result.ts';
import type { Deps } from '../ports.ts';
import { findLabel, type ShownLabel } from './find-label.ts';

/** Labels that are shown side by side at most: more do not fit on a screen beside each other. */
export const MOST_COMPARED = 4;

/** The labels to compare in the order asked for, each once, and the numbers nothing public was found under. */
export type ComparedLabels = { readonly labels: readonly ShownLabel[]; readonly unknown: readonly string[] };

/** More labels were named than are compared at once. */
type TooManyToCompare = { readonly code: 'too_many_to_compare'; readonly named: number };

/** Finds published labels to compare by their numbers as typed, as they stand today. */
export async function compareLabels(
  deps: Deps,
  numbers: readonly string[],
): Promise<Result<ComparedLabels, TooManyToCompare>> {
  const typed = [...new Set(numbers)];
  if (typed.length > MOST_COMPARED) return refused({ code: 'too_many_to_compare', named: typed.length });
  const found = await Promise.all(typed.map((number) => findLabel(deps, number)));
  const labels = new Map(found.flatMap((one) => (one.ok ? [[one.value.record.number, one.value] as const] : [])));
  return ok({ labels: [...labels.values()], unknown: typed.filter((_number, place) => found[place]?.ok === false) });
}

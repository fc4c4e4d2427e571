import { modelsText, readModelsText } from './models-text.ts';
import type { ReadableForm } from './readable-form.ts';

/** A line as the list shows it once it was read; one that cannot be read stays as it is. */
function asShown(line: string, form: Pick<ReadableForm, 'tables'>): string {
  const { rows, faults } = readModelsText(line, form);
  return faults.length > 0 ? line.trimEnd() : modelsText(rows);
}

/**
 * The text of a list of models with the lines of another added, but for those it has already, cell by cell: whoever adds
 * the same list again, also because nobody could tell them that it was added, changes nothing.
 */
export function withAddedModels(present: string, added: string, form: Pick<ReadableForm, 'tables'>): string {
  if (present === '') return added;
  const held = heldLines(present, added, form);
  const lacking = added.split('\n').filter((line, place) => line.trim() !== '' && !held.has(place));
  return [present, ...lacking].join('\n');
}

/** The places, from 0, of the lines of a list that another has already, cell by cell. */
export function heldLines(present: string, added: string, form: Pick<ReadableForm, 'tables'>): ReadonlySet<number> {
  const held = new Set(present.split('\n').map((line) => asShown(line, form)));
  const lines = added.split('\n').map((line, place) => ({ line, place }));
  return new Set(lines.filter(({ line }) => held.has(asShown(line, form))).map(({ place }) => place));
}

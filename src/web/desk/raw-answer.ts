import type { Answer } from '../../core/case/answer-kinds.ts';

/** What a form's field holds before anyone reads meaning into it: one text, or one for each choice. */
export type RawValue = readonly string[];

/** An answer as its field shows it: days in ISO 8601, yes and no by name, choices by id. */
export function rawAnswer(answer: Answer | undefined): RawValue {
  if (answer === undefined) return [];
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no'];
  if (typeof answer === 'string') return [answer];
  return answer instanceof Temporal.PlainDate ? [answer.toString()] : answer;
}

/** The same with line breaks as forms send them made one kind, and with fields left blank left out. */
export function sentRaw(values: readonly string[]): RawValue {
  return values.map((value) => value.replaceAll('\r\n', '\n')).filter((value) => value.trim() !== '');
}

/** Whether two fields hold the same. */
export function isSameRaw(one: RawValue, other: RawValue): boolean {
  return one.length === other.length && one.every((value, place) => value === other[place]);
}

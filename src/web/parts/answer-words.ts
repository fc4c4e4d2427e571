import type { Answer } from '../../core/case/answer-kinds.ts';
import type { FormField } from '../../formats/application-form/form-fields.ts';
import type { Reader } from './reader.ts';

/** An answer in the reader's words: choices by name, days written out. */
export function answerWords(
  { language, say }: Reader,
  field: FormField,
  answer: Answer | undefined,
): string | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer === 'boolean') return say(answer ? 'answer.yes' : 'answer.no');
  if (answer instanceof Temporal.PlainDate) return say.day(answer);
  const nameOf = (id: string): string => field.choices?.find((choice) => choice.id === id)?.name[language] ?? id;
  return typeof answer === 'string' ? nameOf(answer) : say.list(answer.map(nameOf));
}

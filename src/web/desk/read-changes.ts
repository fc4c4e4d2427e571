import type { AnswerChange } from '../../app/case/save-answers.ts';
import { isChosen, type Answer } from '../../core/case/answer-kinds.ts';
import { readAnswer } from '../../formats/application-form/answer-reader.ts';
import { localizedParams } from '../../formats/application-form/localized-params.ts';
import type { Fault } from '../parts/error-summary.ts';
import type { View } from '../view.ts';
import type { AskedPart } from './desk-form.ts';
import { isSameRaw, sentRaw, type RawValue } from './raw-answer.ts';

/** The hidden field in which a form tells what its fields held when it was made. */
export const BEFORE = 'before';

/** What the fields of a form held when it was made, by their names. */
export type Before = Readonly<Record<string, RawValue>>;

/** What was changed in a form, and what of it cannot be read. */
export type ReadChanges = { readonly changes: readonly AnswerChange[]; readonly faults: readonly Fault[] };

function isRaw(value: unknown): value is RawValue {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

/** Reads what the fields held before; whoever sends something else has answered nothing before. */
export function readBefore(form: URLSearchParams): Before {
  try {
    const value: unknown = JSON.parse(form.get(BEFORE) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, RawValue] => isRaw(entry[1])));
  } catch {
    return {};
  }
}

/** What a field means, as far as it can be read; nothing typed is no answer. */
export function readRaw(raw: RawValue, { asked }: Pick<AskedPart, 'asked'>): ReturnType<typeof readAnswer> {
  const { kind } = asked.field.item;
  if (raw.length === 0) return { ok: true, value: undefined };
  const isList = kind === 'choices' || kind === 'file-names';
  return readAnswer(isList ? raw : raw.join('\n'), asked);
}

function answerOrNothing(read: ReturnType<typeof readAnswer>): Answer | undefined {
  return read.ok ? read.value : undefined;
}

/** Why what was typed cannot be read and how to mend it, in the reader's language. */
export function unreadableWords(
  { language, say }: View,
  { code, params }: Extract<ReturnType<typeof readAnswer>, { readonly ok: false }>['error'],
): string {
  const words = localizedParams(params, language);
  return `${say(`gap.${code}`, words)} ${say(`gap.${code}.mend`, words)}`;
}

/** Browsers send every text field, blank or not; one that is not there at all says nothing about its answer. */
function wasNotAsked(form: URLSearchParams, { name, asked }: AskedPart): boolean {
  return !isChosen(asked.field.item.kind) && !form.has(name);
}

/** What somebody changed in the fields of a form, each read as leniently as its kind allows. */
export function readChanges(view: View, form: URLSearchParams, parts: readonly AskedPart[]): ReadChanges {
  const before = readBefore(form);
  const changes: AnswerChange[] = [];
  const faults: Fault[] = [];
  for (const one of parts) {
    const was = before[one.name] ?? [];
    const raw = sentRaw(form.getAll(one.name));
    if (isSameRaw(was, raw) || wasNotAsked(form, one)) continue;
    const previous = answerOrNothing(readRaw(was, one));
    const read = readRaw(raw, one);
    if (read.ok) {
      changes.push({ part: one.part, before: previous, after: read.value });
    } else {
      const label = one.asked.field.label[view.language];
      faults.push({
        field: one.name,
        words: view.say('desk.labelled', { label, words: unreadableWords(view, read.error) }),
      });
      changes.push({ part: one.part, before: previous, after: previous, unread: raw.join('\n') });
    }
  }
  return { changes, faults };
}

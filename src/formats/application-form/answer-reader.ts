import type { Answer, AnswerKind } from '../../core/case/answer-kinds.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { parseCorporateNumber } from '../answers/parse-corporate-number.ts';
import { parseDayLeniently } from '../answers/parse-day-leniently.ts';
import { parseFirmwareVersion } from '../answers/parse-firmware-version.ts';
import { parseGtin } from '../answers/parse-gtin.ts';
import { parseMailAddress } from '../answers/parse-mail-address.ts';
import { parseWebAddress } from '../answers/parse-web-address.ts';
import { parseYesNo } from '../answers/parse-yes-no.ts';
import { splitList } from '../answers/split-list.ts';
import type { TypedAnswer } from '../answers/typed-answer.ts';
import { choiceKey, type ChoiceLexicon } from './choice-lexicon.ts';
import type { UnreadableCode } from './form-fault.ts';
import type { FormField } from './form-fields.ts';

/** What stands in a file where an answer belongs; a day cell of a workbook comes as a day. */
export type RawAnswer = TypedAnswer | Temporal.PlainDate | readonly string[];

/** Why an answer cannot be read, with what was found. */
type Unreadable = {
  readonly code: UnreadableCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** The answer read; undefined where nothing was answered. */
type ReadAnswer = Result<Answer | undefined, Unreadable>;

/** What an answer is read against: its question, and the spellings of its choices where it has any. */
export type Asked = { readonly field: FormField; readonly lexicon: ChoiceLexicon | undefined };

type Reader = (raw: RawAnswer, asked: Asked) => ReadAnswer;

/** Most characters of an unreadable answer that a message repeats. */
const SHOWN = 100;
const shown = (raw: RawAnswer): string => String(raw).slice(0, SHOWN);
const isDay = (raw: RawAnswer): raw is Temporal.PlainDate => raw instanceof Temporal.PlainDate;
const isList = (raw: RawAnswer): raw is readonly string[] => Array.isArray(raw);

function unreadable(code: UnreadableCode, raw: RawAnswer, params: Unreadable['params'] = {}): ReadAnswer {
  return refused({ code, params: { value: shown(raw), ...params } });
}

/** The single value of an answer; a list of several is read as their joining, which the reader of the kind then refuses. */
function single(raw: RawAnswer): TypedAnswer {
  if (isDay(raw)) return raw.toString();
  return isList(raw) ? raw.join('\n') : raw;
}

type Parsed = Result<string, { readonly code: string }>;

/** Turns the refusal of a lenient parser into the form's; blank is no answer, and other codes keep their names. */
function parsed(result: Parsed, raw: RawAnswer, renamed: Readonly<Record<string, UnreadableCode>> = {}): ReadAnswer {
  if (result.ok) return result;
  const { code, ...details } = result.error;
  if (code === 'blank') return ok(undefined);
  const { limit, ...params } = details as Readonly<Record<string, string | number>>;
  const length = limit === undefined ? {} : { most: limit, length: String(raw).length };
  return unreadable(renamed[code] ?? (code as UnreadableCode), raw, { ...params, ...length });
}

function readText(raw: RawAnswer, { field }: Asked): ReadAnswer {
  if (isDay(raw)) return unreadable('text_became_day', raw);
  if (field.id.endsWith('.firmware')) return parsed(parseFirmwareVersion(single(raw)), raw);
  const text = asTyped(String(single(raw)));
  return ok(text === '' ? undefined : text);
}

function readCorporateNumber(raw: RawAnswer): ReadAnswer {
  const result = parseCorporateNumber(single(raw));
  // A wrong check digit is for the scheme's rules to judge, which know how sure a hint it is.
  if (!result.ok && result.error.code === 'check_digit_wrong') {
    return ok(String(raw).normalize('NFKC').replace(/\D/g, ''));
  }
  return parsed(result, raw);
}

function readDay(raw: RawAnswer): ReadAnswer {
  if (isDay(raw)) return ok(raw);
  const result = parseDayLeniently(single(raw));
  return result.ok ? result : parsed(result, raw);
}

function readYesNo(raw: RawAnswer): ReadAnswer {
  const result = parseYesNo(single(raw));
  if (!result.ok) {
    return result.error.code === 'blank' ? ok(undefined) : unreadable('not_yes_or_no', raw);
  }
  return ok(result.value === 'not_applicable' ? undefined : result.value === 'yes');
}

/** Whether a cell that stands for one of several choices is marked. */
export function readMark(raw: RawAnswer): Result<boolean, Unreadable> {
  const result = parseYesNo(single(raw));
  if (result.ok) return ok(result.value === 'yes');
  if (result.error.code === 'blank') return ok(false);
  return refused({ code: 'not_a_mark', params: { value: shown(raw) } });
}

/** The id that somebody put before the words of a choice, as in `S1.1-01 適切な認証…`. */
function leadingId(text: string, lexicon: ChoiceLexicon): string | undefined {
  const first = /^[^\s:：　（(]+/u.exec(text.trim())?.[0];
  return first === undefined ? undefined : lexicon.get(choiceKey(first));
}

function findChoice(text: string, lexicon: ChoiceLexicon): string | undefined {
  return lexicon.get(choiceKey(text)) ?? leadingId(text, lexicon);
}

/** Most choices that a message lists. */
const LISTED = 12;

function listed({ field }: Asked): Unreadable['params'] {
  const names = (field.choices ?? []).slice(0, LISTED).map(({ name }) => name);
  const rest = (field.choices ?? []).length > LISTED ? ['…'] : [];
  return {
    choices: [...names.map(({ ja }) => ja), ...rest].join('、'),
    choicesEn: [...names.map(({ en }) => en), ...rest].join(', '),
  };
}

function readChoice(raw: RawAnswer, asked: Asked): ReadAnswer {
  const text = asTyped(String(single(raw)));
  if (text === '') return ok(undefined);
  if (asked.lexicon === undefined) return ok(text);
  const found = findChoice(text, asked.lexicon);
  if (found !== undefined) return ok(found);
  // Which criteria there are is for the scheme's rules to say.
  if (asked.field.item.choices === 'criteria') return ok(text.normalize('NFKC').replace(/\s+/gu, ''));
  return unreadable('not_among_choices', raw, listed(asked));
}

function readChoices(raw: RawAnswer, asked: Asked): ReadAnswer {
  const whole = isList(raw) ? undefined : asked.lexicon?.get(choiceKey(String(single(raw))));
  if (whole !== undefined) return ok([whole]);
  const texts = isList(raw) ? raw : splitList(single(raw));
  const found = new Set<string>();
  for (const text of texts) {
    const choice = findChoice(text, asked.lexicon ?? new Map());
    if (choice === undefined) return unreadable('not_among_choices', text, listed(asked));
    found.add(choice);
  }
  return ok(inOrder(found, asked.field));
}

/** Chosen values in the order the form lists them; undefined when none is chosen. */
export function inOrder(chosen: ReadonlySet<string>, { choices }: FormField): readonly string[] | undefined {
  if (chosen.size === 0) return undefined;
  const known = (choices ?? []).map(({ id }) => id).filter((id) => chosen.has(id));
  return known.length === chosen.size ? known : [...chosen];
}

/** Between the names of files: line breaks, and list signs after an extension, for names themselves may hold such signs. */
const BETWEEN_FILES = /\n+|(?<=\.[a-z0-9]{1,5})\s*[、，,;；／・]\s*/iu;

function readFileNames(raw: RawAnswer): ReadAnswer {
  const texts = isList(raw) ? raw : asTyped(String(single(raw))).split(BETWEEN_FILES);
  const names = texts.map(asTyped).filter((name) => name !== '');
  const broken = names.find((name) => /[/\\:*?"<>|]/.test(name) || /^\.+$/.test(name));
  if (broken !== undefined) return unreadable('not_a_file_name', broken);
  return ok(names.length === 0 ? undefined : [...new Set(names)]);
}

const READERS: Readonly<Record<AnswerKind, Reader>> = {
  text: readText,
  'long-text': readText,
  'web-address': (raw) => parsed(parseWebAddress(single(raw)), raw),
  'mail-address': (raw) => parsed(parseMailAddress(single(raw)), raw),
  'corporate-number': readCorporateNumber,
  'trade-item-number': (raw) => parsed(parseGtin(single(raw)), raw, { check_digit_wrong: 'gtin_check_digit_wrong' }),
  day: readDay,
  'yes-no': readYesNo,
  choice: readChoice,
  choices: readChoices,
  'file-names': readFileNames,
};

/** Reads an answer as leniently as its kind allows: any width, era or serial dates, choices by id or by name. */
export function readAnswer(raw: RawAnswer, asked: Asked): ReadAnswer {
  return READERS[asked.field.item.kind](raw, asked);
}

import { en } from './en.ts';
import { ja } from './ja.ts';

/** A language of the interface. */
export type MessageLanguage = 'ja' | 'en';

/** The name of a text: what it means, not where it stands. */
export type MessageKey = keyof typeof ja;

/** What a placeholder may be filled with; lists are joined as the language joins them. */
export type MessageParam = string | number | Temporal.PlainDate | readonly string[];

const TEXTS: Readonly<Record<MessageLanguage, Readonly<Record<MessageKey, string>>>> = { ja, en };

/** How numbers, days and lists are written in each language. */
export const LOCALES = { ja: 'ja-JP', en: 'en-GB' } as const;

const FORMATS = {
  ja: formatsOf(LOCALES.ja),
  en: formatsOf(LOCALES.en),
};

function formatsOf(locale: string) {
  return {
    number: new Intl.NumberFormat(locale),
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    list: new Intl.ListFormat(locale, { type: 'conjunction' }),
  };
}

function shown(language: MessageLanguage, param: MessageParam): string {
  const { number, day, list } = FORMATS[language];
  if (typeof param === 'string') return param;
  if (typeof param === 'number') return number.format(param);
  if (!(param instanceof Temporal.PlainDate)) return list.format(param);
  // the formatter ignores `dateStyle` for a PlainDate in Japanese (2025/10/1), but not for a moment
  return day.format(param.toZonedDateTime('UTC').epochMilliseconds);
}

/** The text with this key, its placeholders `{name}` filled in. A placeholder without a value is a bug and throws. */
export function message(
  language: MessageLanguage,
  key: MessageKey,
  params: Readonly<Record<string, MessageParam>> = {},
): string {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_placeholder, name: string) => {
    const param = params[name];
    if (param === undefined) throw new Error(`message ${key} needs ${name}`);
    return shown(language, param);
  });
}

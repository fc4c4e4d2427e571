import { onceEach } from './once-each.ts';
import type { Language } from '../core/kernel/text.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { LOCALES, message, type MessageKey, type MessageParam } from '../i18n/message.ts';
import type { Styles } from './styles.ts';

/** What all pages have in common. */
export type Site = {
  readonly scheme: Scheme;
  /** Where the pages are reached, without a slash at the end. */
  readonly baseUrl: string;
  readonly styles: Styles;
  /** Whether everything is invented, so that no page may pass for the register of a real scheme. */
  readonly isDemonstration: boolean;
  /** Whether mails go out; where none do, nobody is told that one is on its way. */
  readonly sendsMail: boolean;
  /** Set where the pages are copied as files: what needs the program itself is then asked for where that runs. */
  readonly copied?: CopiedSite | undefined;
};

/** Pages copied as files. */
export type CopiedSite = {
  /** Where the program runs, without a slash at the end; undefined where that is the address of the copy as well. */
  readonly live: string | undefined;
};

/** An address that only the program answers: on copied pages that of the program, where it is another. */
export function liveAddress({ copied }: Pick<Site, 'copied'>, path: string): string {
  return `${copied?.live ?? ''}${path}`;
}

/** Puts things into the reader's language. */
export type Say = {
  (key: MessageKey, params?: Readonly<Record<string, MessageParam>>): string;
  readonly day: (day: Temporal.PlainDate) => string;
  /** A moment to the minute, in the scheme's time zone. */
  readonly moment: (moment: Temporal.Instant, zone: string) => string;
  /** The time of day of a moment to the minute. */
  readonly time: (moment: Temporal.Instant, zone: string) => string;
  /** An amount of money; fractions of it are never charged. */
  readonly money: (amount: number, currency: string) => string;
  /** The scheme's time zone as people name it. */
  readonly zone: (zone: string) => string;
  readonly duration: (length: Temporal.Duration) => string;
  /** Several things as one. */
  readonly list: (words: readonly string[]) => string;
  /** Chosen values of a question of the application form, by the question's id. */
  readonly choices: (item: string, values: readonly string[]) => string;
};

/** For whom a page is made: its language, and its address without the part that names the language. */
export type View = {
  readonly site: Site;
  readonly language: Language;
  readonly path: string;
  readonly say: Say;
  /** Told the code of each refusal that is put into words, for the log. */
  readonly noteRefusal?: (code: string) => void;
};

const zoneName = onceEach((language: Language, zone: string): string => {
  const parts = new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, timeZoneName: 'longGeneric' });
  return parts.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
});

const moments = onceEach(
  (language: Language, zone: string) =>
    new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short', timeZone: zone }),
);

const amounts = onceEach(
  (language: Language, currency: string) =>
    new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency, maximumFractionDigits: 0 }),
);

function timeOf(moment: Temporal.Instant, zone: string): string {
  return moment.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

function sayIn(language: Language): Say {
  const lengths = new Intl.DurationFormat(LOCALES[language], { style: 'long' });
  // the formatter puts spaces between Japanese words
  const spaced = (text: string): string => (language === 'ja' ? text.replaceAll(' ', '') : text);
  const lists = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' });
  return Object.assign(
    (key: MessageKey, params?: Readonly<Record<string, MessageParam>>) => message(language, key, params),
    {
      day: (day: Temporal.PlainDate) => message(language, 'site.day', { day }),
      moment: (moment: Temporal.Instant, zone: string) => moments(language, zone).format(moment.epochMilliseconds),
      time: timeOf,
      money: (amount: number, currency: string) => amounts(language, currency).format(amount),
      zone: (zone: string) => zoneName(language, zone),
      duration: (length: Temporal.Duration) => spaced(lengths.format(length)),
      list: (words: readonly string[]) => lists.format(words),
      choices: (item: string, values: readonly string[]) =>
        lists.format(values.map((value) => message(language, `choice.${item}.${value}` as MessageKey))),
    },
  );
}

const SAY: Readonly<Record<Language, Say>> = { ja: sayIn('ja'), en: sayIn('en') };

/** The view of a page in a language. */
export function viewOf(site: Site, language: Language, path: string): View {
  return { site, language, path, say: SAY[language] };
}

import type { Language } from '../../core/kernel/text.ts';

const LOCALES = { ja: 'ja-JP', en: 'en-GB' } as const;

/** A moment as people read it, in the scheme's zone. */
export function momentWords(language: Language, at: Temporal.Instant, zone: string): string {
  return at.toLocaleString(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
}

/** The time of day of a moment, as the line that tells of saving shows it. */
export function timeWords(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** An amount of money as people read it. */
export function moneyWords(language: Language, amount: number, currency: string): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    amount,
  );
}

import type { Language } from '../../core/kernel/text.ts';

const LOCALES = { ja: 'ja-JP', en: 'en-GB' } as const;

/** An amount of money as people read it. */
export function moneyWords(language: Language, amount: number, currency: string): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    amount,
  );
}

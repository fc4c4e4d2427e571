import { onceEach } from '../once-each.ts';
import type { Language } from '../../core/kernel/text.ts';
import { LOCALES } from '../../i18n/message.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

const formats = onceEach(
  (language: Language, unit: (typeof UNITS)[number], unitDisplay: 'long' | 'short') =>
    new Intl.NumberFormat(LOCALES[language], {
      style: 'unit',
      unit,
      unitDisplay,
      maximumSignificantDigits: 4,
      maximumFractionDigits: 1,
      roundingPriority: 'lessPrecision',
    }),
);

/** A number of bytes as people read it, in units of 1000; below 1000 it is exact. */
export function fileSize(language: Language, bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const format = formats(language, UNITS[power] ?? 'byte', power === 0 ? 'long' : 'short');
  // the formatter puts a space before a Japanese word
  return format.format(bytes / 1000 ** power).replace(/ (?=\p{Script=Katakana})/u, '');
}

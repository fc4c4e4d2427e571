import type { Language } from '../../core/kernel/text.ts';
import type { ShownLabel } from './find-label.ts';

/** What a label is called in a sentence, in a language as far as its vendor wrote it in that. */
export function namesIn(
  language: Language,
  { record }: Pick<ShownLabel, 'record'>,
): { readonly product: string; readonly maker: string; readonly number: string } {
  const { number, answers } = record;
  const english = (text: string | undefined): string | undefined => (language === 'en' ? text : undefined);
  return {
    product: english(answers['product.nameEn']) ?? answers['product.name'] ?? number,
    maker: english(answers['vendor.nameEn']) ?? answers['vendor.name'] ?? '',
    number,
  };
}

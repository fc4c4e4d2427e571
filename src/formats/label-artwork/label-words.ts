import type { Language } from '../../core/kernel/text.ts';
import type { LabelArtwork } from './label-artwork.ts';

/** The label in words, for people who do not see it: a short title and a description. */
export function labelWords(
  label: LabelArtwork,
  language: Language,
): { readonly title: string; readonly description: string } {
  const { stars, of, registrationNumber, pageUrl } = label;
  const scheme = label.schemeName[language];
  const level = label.levelName[language];
  if (language === 'ja') {
    return {
      title: `適合ラベル ${registrationNumber}`,
      description: `${scheme}。${level}、星${of}個のうち${stars}個。登録番号 ${registrationNumber}。製品情報ページ ${pageUrl}`,
    };
  }
  return {
    title: `Conformance label ${registrationNumber}`,
    description: `${scheme}. ${level}, ${stars} of ${of} stars. Registration number ${registrationNumber}. Product information page ${pageUrl}`,
  };
}

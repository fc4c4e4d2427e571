import type { Language } from '../../core/kernel/text.ts';

type Params = Readonly<Record<string, string | number>>;

/**
 * The parameters of a fault in a language. Names that differ between languages come as two parameters, of which the
 * English one ends in `En`; both languages' words use the name without it.
 */
export function localizedParams(params: Params, language: Language): Params {
  if (language === 'ja') return params;
  const english = Object.entries(params).filter(([name]) => name.endsWith('En'));
  return { ...params, ...Object.fromEntries(english.map(([name, value]) => [name.slice(0, -'En'.length), value])) };
}

import type { GapCode } from '../../core/case/application-gaps.ts';
import type { SectionTable } from '../../core/case/application-items.ts';
import type { Gap } from '../../core/kernel/gap.ts';
import { localizedParams } from '../../formats/application-form/localized-params.ts';
import type { View } from '../view.ts';
import type { DeskCase } from './desk-form.ts';

/** Gaps whose words elsewhere speak of the rows and cells of the workbook; pages say it in words of their own. */
const OWN_WRONG = [
  'model_listed_twice',
  'criterion_missing',
  'criterion_stated_twice',
  'evidence_missing',
] as const satisfies readonly GapCode[];

/** The same for the way to mend it. */
const OWN_MEND = [
  'no_models',
  'model_listed_twice',
  'no_interfaces',
  'no_connected_interface',
  'interface_listed_twice',
  'personal_data_missing',
  'personal_data_denied',
  'service_missing',
  'service_denied',
  'criterion_missing',
  'criterion_stated_twice',
  'interface_missing',
  'recognition_not_claimed',
  'met_by_missing',
  'method_missing',
  'method_not_allowed',
  'evidence_missing',
  'evidence_not_attached',
] as const satisfies readonly GapCode[];

/** The row of a table a gap stands in, from 1. */
function rowOf({ path }: Gap): { readonly table: string; readonly number: number } | undefined {
  const [, table = '', row] = /^([A-Za-z]+)\.(\d+)\./.exec(path) ?? [];
  return row === undefined || table === 'determinations' ? undefined : { table, number: Number(row) + 1 };
}

/** What is wrong, in the words of pages. */
export function wrongWords({ language, say }: View, gap: Gap<GapCode>): string {
  const params = { ...localizedParams(gap.params, language), line: rowOf(gap)?.number ?? 0 };
  const own = OWN_WRONG.find((code) => code === gap.code);
  return own === undefined ? say(`gap.${gap.code}`, params) : say(`desk.gap.${own}`, params);
}

/** How it is mended, in the words of pages. */
export function mendWords({ language, say }: View, gap: Gap<GapCode>): string {
  const params = localizedParams(gap.params, language);
  const own = OWN_MEND.find((code) => code === gap.code);
  return own === undefined ? say(`gap.${gap.code}.mend`, params) : say(`desk.gap.${own}.mend`, params);
}

/** The question a gap is about, with its row where it stands in a table; undefined where its words alone say it. */
function gapPlace({ language, say }: View, { readable }: DeskCase, gap: Gap): string | undefined {
  const row = rowOf(gap);
  if (row === undefined) return readable.items.get(gap.path)?.field.label[language];
  const table = say(`table.${row.table as SectionTable}`);
  return row.table === 'models'
    ? say('desk.row.line', { table, number: row.number })
    : say('desk.row', { table, number: row.number });
}

/** What is wrong and where, in one line. */
export function placedWrongWords(view: View, desk: DeskCase, gap: Gap<GapCode>): string {
  const [label, words] = [gapPlace(view, desk, gap), wrongWords(view, gap)];
  return label === undefined ? words : view.say('desk.labelled', { label, words });
}

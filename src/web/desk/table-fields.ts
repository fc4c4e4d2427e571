import type { SectionTable } from '../../core/case/application-items.ts';
import { modelsText } from '../../formats/application-form/models-text.ts';
import { tickBox } from '../parts/choice-list.ts';
import type { Fault } from '../parts/error-summary.ts';
import { formFieldset, needBadge } from '../parts/form-field.ts';
import { html, type Html } from '../parts/html.ts';
import { textArea } from '../parts/text-area.ts';
import type { View } from '../view.ts';
import type { DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import { fieldControl } from './field-control.ts';
import { needOfCell, needOfPart } from './question-need.ts';
import { cellName, keptRows, rawRows, REMOVE, type RawRow } from './table-rows.ts';

/** Empty cards under those that are filled. */
const SPARE_ROWS = 2;
/** Lines of the list of models that show at once. */
const MODEL_LINES = 12;

/** What a table is shown with: what is to be mended in it, and the officer's words. */
type TableState = { readonly faults: readonly Fault[]; readonly remark: string | undefined };

function modelsField(view: View, { shown }: DeskCase, { faults, remark }: TableState): Html {
  const { say, language } = view;
  const file = casePath(language, shown.row.application_number, 'product', 'file');
  const words = faults.filter(({ field }) => field === 'models').map((fault) => fault.words);
  return textArea(view, {
    name: 'models',
    label: say('table.models'),
    need: 'required',
    support: html`${say('desk.help.models')}<br />${say('desk.models.support')}
      <a href="${file}">${say('desk.models.file')}</a>`,
    value: shown.row.unread_answers['models'] ?? modelsText(shown.application.models),
    rows: MODEL_LINES,
    error: words.length === 0 ? undefined : words.join('\n'),
    remark,
  });
}

function card(
  view: View,
  desk: DeskCase,
  { table, place, row, faults }: { table: SectionTable; place: number; row: RawRow; faults: readonly Fault[] },
): Html {
  const isFilled = Object.keys(row).length > 0;
  const fields = [...desk.readable.tables[table]].map(([column, { field }]) => {
    const name = cellName(table, place, column);
    const error = faults.find((fault) => fault.field === name)?.words;
    const need = needOfCell(view, desk, { table, column, isFilled });
    return fieldControl(view, field, { name, raw: row[column] ?? [], need, error });
  });
  const remove = isFilled ? tickBox({ name: cellName(table, place, REMOVE), words: view.say('desk.row.remove') }) : '';
  const label = view.say('desk.row', { table: view.say(`table.${table}`), number: place + 1 });
  const group = { name: `${table}.${String(place)}`, label };
  return html`<div class="desk__card">${formFieldset(view, group, html`${fields}${remove}`)}</div>`;
}

/** A table of the form as fields: the models as one text to paste into, the others as a card for each row. */
export function tableFields(view: View, desk: DeskCase, table: SectionTable, state: TableState): Html {
  if (table === 'models') return modelsField(view, desk, state);
  const { shown } = desk;
  const rows = keptRows(shown.row.unread_answers[table]) ?? rawRows(shown.application[table]);
  const spare = Array.from({ length: SPARE_ROWS }, (): RawRow => ({}));
  const need = needOfPart(view, desk, { kind: 'table', table });
  return html`<h2>${view.say(`table.${table}`)} ${needBadge(view, need)}</h2>
    <p>${view.say(`desk.help.${table}`)} ${view.say('desk.row.spare')}</p>
    ${[...rows, ...spare].map((row, place) => card(view, desk, { table, place, row, faults: state.faults }))}`;
}

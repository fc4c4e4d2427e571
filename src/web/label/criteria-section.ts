import type { ShownLabel } from '../../app/label/find-label.ts';
import type { Localized } from '../../core/kernel/text.ts';
import { dataTable } from '../parts/data-table.ts';
import { descriptionList } from '../parts/description-list.ts';
import { disclosure } from '../parts/disclosure.ts';
import { html, type Html } from '../parts/html.ts';
import { points } from '../parts/points.ts';
import { section } from '../parts/section.ts';
import type { View } from '../view.ts';

function criteriaTable({ language, say }: View, { record, set }: ShownLabel): Html {
  const verdicts = new Map(record.verdicts.map(({ criterion, verdict }) => [criterion, verdict]));
  const rows = set.criteria.map(({ id, title, status }) => [
    html`<span class="data-table__tight">${id}</span>`,
    html`${title[language]} <span class="page__note">(${say(`label.criteria.wording.${status}`)})</span>`,
    html`<span class="data-table__tight">${say(`verdict.${verdicts.get(id) ?? 'not_determined'}`)}</span>`,
  ]);
  const columns = [say('label.criteria.id'), say('label.criteria.title'), say('label.criteria.verdict')];
  return dataTable({ caption: say('label.criteria'), columns, rows });
}

/** What the criteria set protects and against what: its catalogue of assets and threats (DOMAIN §4). */
function catalogue({ language, say }: View, { assets, threats }: ShownLabel['set']): Html {
  const named = (list: readonly { readonly name: Localized }[]) => points(list.map(({ name }) => name[language]));
  return descriptionList([
    [say('label.criteria.assets'), named(assets)],
    [say('label.criteria.threats'), named(threats)],
  ]);
}

/** What was found for each criterion, what the criteria are for, and where the wording of each comes from. */
export function criteriaSection(view: View, label: ShownLabel): Html {
  const { language, say } = view;
  const { set, record } = label;
  const { title, document, version, note } = set;
  const absent = record.verdicts.filter(({ verdict }) => verdict === 'not_applicable').length;
  const met = record.verdicts.filter(
    ({ verdict }) => verdict === 'conforms' || verdict === 'satisfied_by_recognition',
  ).length;
  const table = html`${criteriaTable(view, label)}
    <p class="page__note">${say('label.criteria.wording.note')} ${note[language]}</p>`;
  const body = html`<p>${say('label.criteria.set', { title: title[language], document, version })}</p>
    <p>${say('label.criteria.count', { count: set.criteria.length, met, absent })}</p>
    ${catalogue(view, set)} ${disclosure(say('label.criteria.show'), table)}`;
  return section('criteria', say('label.criteria'), body);
}

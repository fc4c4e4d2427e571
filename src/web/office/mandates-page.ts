import type { MandateLine } from '../../app/parties/list-mandates.ts';
import { LISTED_MANDATES } from '../../app/parties/list-mandates-at-office.ts';
import { mandateScopeWords, mandateStanding } from '../mandates/mandate-words.ts';
import { emptyState } from '../parts/empty-state.ts';
import { filterBar } from '../parts/filter-bar.ts';
import { deskPage } from '../parts/desk-page.ts';
import { html, type Html } from '../parts/html.ts';
import { recordTable } from '../parts/record-table.ts';
import { textField } from '../parts/text-field.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { officePath } from './office-places.ts';

function table(view: WorkspaceView, mandates: readonly MandateLine[]): Html {
  const { say, language, site } = view;
  const columns = [
    { name: say('office.mandate.filed'), kind: 'tight' as const },
    { name: say('mandates.state') },
    { name: say('mandates.vendor') },
    { name: say('mandates.agent') },
    { name: say('mandates.scope') },
    { name: say('mandates.from'), kind: 'tight' as const },
    { name: say('mandates.until'), kind: 'tight' as const },
  ];
  const rows = mandates.map((mandate) => [
    html`<a href="${officePath(language, `/mandates/${mandate.id}`)}"
      >${say.moment(mandate.givenAt, site.scheme.zone)}</a
    >`,
    mandateStanding(view, mandate),
    written(view, mandate.vendorName, mandate.vendorNameEn),
    written(view, mandate.agentName, mandate.agentNameEn),
    mandateScopeWords(view, mandate),
    say.day(mandate.from),
    mandate.until === undefined ? say('mandates.until.open') : say.day(mandate.until),
  ]);
  return recordTable(view, { caption: say('office.mandates'), isCaptionHidden: true, columns, rows });
}

/** The mandates of all vendors: letters that wait first, narrowed down by either party. */
export function officeMandatesPage(view: WorkspaceView, mandates: readonly MandateLine[], party: string): Html {
  const { say, language } = view;
  const here = officePath(language, '/mandates');
  const filter = filterBar(view, {
    action: here,
    label: say('office.mandates.party'),
    fields: [textField(view, { name: 'party', label: say('office.mandates.party'), value: party, kind: 'search' })],
    active: party === '' ? [] : [{ words: party, without: here }],
    clear: here,
  });
  const title = say('office.mandates');
  return deskPage(
    view,
    title,
    html`<h1>${title}</h1>
      ${filter}
      ${
        mandates.length === 0
          ? emptyState(say('office.mandates.none'), say('office.mandates.none.text'))
          : table(view, mandates)
      }
      ${
        mandates.length < LISTED_MANDATES
          ? ''
          : html`<p class="page__note">${say('office.mandates.most', { count: LISTED_MANDATES })}</p>`
      }`,
  );
}

import type { CaseLine } from '../../app/case/list-cases.ts';
import { buttonLink, buttonRow } from '../parts/button.ts';
import { emptyState } from '../parts/empty-state.ts';
import { html, type Html } from '../parts/html.ts';
import { recordTable } from '../parts/record-table.ts';
import { caseStateTag } from '../parts/status-tag.ts';
import { pathIn } from '../language.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { CASES, casePath } from './desk-places.ts';
import { deskPage } from '../parts/desk-page.ts';

/** Most cases the list shows. */
export const LISTED_CASES = 200;

function productName({ say, language }: WorkspaceView, line: CaseLine): string {
  const english = language === 'en' ? line.product_en : undefined;
  return english ?? line.product ?? say('desk.unnamed', { number: line.application_number });
}

function table(view: WorkspaceView, cases: readonly CaseLine[]): Html {
  const { say, language } = view;
  const isForSeveral = new Set(cases.map(({ vendor_name: vendor }) => vendor)).size > 1;
  const columns = [
    { name: say('desk.product') },
    { name: say('desk.state') },
    { name: say('desk.number'), kind: 'tight' as const },
    { name: say('desk.level') },
    { name: say('desk.due'), kind: 'tight' as const },
    ...(isForSeveral ? [{ name: say('desk.vendor') }] : []),
  ];
  const rows = cases.map((line) => [
    html`<a href="${casePath(language, line.application_number)}">${productName(view, line)}</a>`,
    caseStateTag(view, line.state),
    line.application_number,
    line.level_name[language],
    line.due_on === null ? '' : say.day(line.due_on),
    ...(isForSeveral ? [line.vendor_name] : []),
  ]);
  return recordTable(view, { caption: say('desk.cases'), isCaptionHidden: true, columns, rows });
}

/**
 * The newest applications of the organisation, or of the vendors an agent acts for; one too many tells that there are
 * more.
 */
export function casesPage(view: WorkspaceView, cases: readonly CaseLine[]): Html {
  const { say, language } = view;
  const begin = buttonLink({ href: pathIn(language, `${CASES}/new`), words: say('desk.begin'), weight: 'primary' });
  const list =
    cases.length === 0
      ? emptyState(say('desk.none'), say('desk.none.text'), begin)
      : html`${buttonRow(begin)} ${table(view, cases.slice(0, LISTED_CASES))}`;
  const isCut = cases.length > LISTED_CASES ? html`<p>${say('desk.cut', { count: LISTED_CASES })}</p>` : '';
  return deskPage(
    view,
    say('desk.cases'),
    html`<h1>${say('desk.cases')}</h1>
      ${list} ${isCut}`,
  );
}

import type { OfficeCase } from '../../app/case/find-office-case.ts';
import { breadcrumb } from '../parts/breadcrumb.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { caseStateTag } from '../parts/status-tag.ts';
import { tabs } from '../parts/tabs.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { actWords } from './act-words.ts';
import { daysLeftTag } from './days-left-tag.ts';
import { officeCasePath, officePath } from './office-places.ts';

/** The pages of a case at the office, each with the end of its address. */
export const CASE_PAGES = { overview: '', form: '/form', comparison: '/compare', history: '/history' } as const;
/** One of them. */
type CasePage = keyof typeof CASE_PAGES;

/** What became of what was just done, as an address says it. */
const DONE = [
  'case.accept',
  'case.return',
  'case.decline',
  'case.record-payment',
  'case.discontinue',
  'case.propose-decision',
  'case.withdraw-proposal',
  'case.confirm-decision',
  'case.assign',
  'case.add-note',
  'case.keep-check',
  'label.publish',
] as const;

/** What a page of a case is framed with. */
type CaseFrame = {
  readonly page: CasePage;
  /** The last part of the way to the page and its title, where it is not the name of one of the pages. */
  readonly here?: string | undefined;
  readonly done?: string | undefined;
  /** Shown above everything, as what is to be mended. */
  readonly faults?: Html | string;
  /** Says in the title that something is to be mended. */
  readonly titleOf?: (title: string) => string;
};

function doneNotice(view: WorkspaceView, done: string | undefined): Html | string {
  const act = DONE.find((known) => known === done);
  if (act === undefined) return '';
  const heading = view.say('office.done', { act: actWords(view, act) });
  return notificationBanner(view, { kind: 'success', heading, isOutcome: true });
}

/** The product stands as the page's heading, unless the page has one of its own. */
function heading(view: WorkspaceView, { shown, filed, left }: OfficeCase, isAlone: boolean): Html {
  const { say } = view;
  const name = filed.application.answers['product.name'];
  const words =
    name === undefined ? say('office.none') : written(view, name, filed.application.answers['product.nameEn']);
  return html`${isAlone ? html`<h1>${words}</h1>` : html`<p class="office__product">${words}</p>`}
    <p class="office__standing">
      ${shown.row.application_number} ${caseStateTag(view, shown.row.state)}
      ${daysLeftTag(view, shown.row.due_on, left)}
    </p>`;
}

/** A page of a case at the office: the way to it, whose case it is and how it stands, and the pages beside it. */
export function caseFrame(view: WorkspaceView, found: OfficeCase, frame: CaseFrame, main: Html): Html {
  const { language, say } = view;
  const number = found.shown.row.application_number;
  const name = say(`office.page.${frame.page}`);
  const here = frame.here ?? name;
  const places = (Object.keys(CASE_PAGES) as CasePage[]).map((each) => ({
    words: say(`office.page.${each}`),
    href: officeCasePath(language, number, CASE_PAGES[each]),
    isCurrent: frame.here === undefined && each === frame.page,
  }));
  const way = [
    { words: say('office.queue.title'), href: officePath(language) },
    ...(here === say('office.page.overview') ? [] : [{ words: number, href: officeCasePath(language, number) }]),
  ];
  const title = `${here} ${number}`;
  return workspacePage(
    view,
    { title: frame.titleOf?.(title) ?? title },
    html`<div class="page__stack">
        ${frame.faults ?? ''} ${breadcrumb(view, way, here === say('office.page.overview') ? number : here)}
        ${doneNotice(view, frame.done)} ${heading(view, found, frame.here === undefined)}
      </div>
      ${tabs(view, say('office.pages'), places)}
      <div class="page__stack office__body">${main}</div>`,
  );
}

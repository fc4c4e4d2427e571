import type { Answer } from '../../core/case/answer-kinds.ts';
import type { SectionId } from '../../core/case/application-items.ts';
import { partOf } from '../../core/case/application-parts.ts';
import type { TableRow } from '../../core/case/application-parts.ts';
import { tableOf } from '../../core/case/form-items.ts';
import { answerList } from '../parts/answer-list.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { deskPage } from '../parts/desk-page.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { postForm } from '../parts/post-form.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import { conflictNotice, type NamedConflict } from './conflict-notice.ts';
import { mayChange, sectionParts, type AskedPart, type DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import { fieldControl } from './field-control.ts';
import { answersOf } from './given-answers.ts';
import { needOfPart } from './question-need.ts';
import { rawAnswer, type RawValue } from './raw-answer.ts';
import { BEFORE, type Before } from './read-changes.ts';
import { tableFields } from './table-fields.ts';
import { termsText } from './terms-text.ts';
import { tableBefore } from './table-rows.ts';

/** What became of the form of a page that was just sent; nothing for a page just opened. */
export type SentState = {
  readonly faults: readonly Fault[];
  readonly conflicts: readonly NamedConflict[];
  readonly key: string;
};

/** What a field shows: what was typed and could not be read, or else the answer. */
export function shownRaw({ shown }: DeskCase, { part, name }: AskedPart): RawValue {
  const unread = shown.row.unread_answers[name];
  return unread === undefined ? rawAnswer(partOf(shown.application, part) as Answer | undefined) : unread.split('\n');
}

/** What the fields of some parts hold in the application, for the hidden field of their form. */
export function beforeOf({ shown }: DeskCase, parts: readonly AskedPart[]): Before {
  return Object.fromEntries(
    parts.map(({ part, name }) => [name, rawAnswer(partOf(shown.application, part) as Answer | undefined)]),
  );
}

/** The same for a whole section, with its table. */
export function sectionBefore(desk: DeskCase, section: SectionId): Before {
  const table = tableOf(section);
  const rows: readonly TableRow[] = table === undefined ? [] : desk.shown.application[table];
  return { ...beforeOf(desk, sectionParts(desk, section)), ...(table === undefined ? {} : tableBefore(table, rows)) };
}

function remarkOf({ shown }: DeskCase, item: string): string | undefined {
  return shown.returned.find((one) => one.item === item)?.remark;
}

/** The officer's words on a returned item, before its fields. */
export function remarkNotice(view: WorkspaceView, desk: DeskCase, item: string): Html | string {
  const remark = remarkOf(desk, item);
  if (remark === undefined || desk.shown.row.state !== 'returned') return '';
  return notificationBanner(view, {
    kind: 'warning',
    heading: view.say('desk.returned'),
    text: html`<p>${remark}</p>`,
  });
}

function fields(
  view: WorkspaceView,
  desk: DeskCase,
  { section, faults }: { section: SectionId; faults: readonly Fault[] },
) {
  const table = tableOf(section);
  const single = sectionParts(desk, section).map((one) => {
    const error = faults.find(({ field }) => field === one.name)?.words;
    const need = needOfPart(view, desk, one.part);
    return fieldControl(view, one.asked.field, { name: one.name, raw: shownRaw(desk, one), need, error });
  });
  return html`${single}${table === undefined ? '' : tableFields(view, desk, table, { faults, remark: undefined })}`;
}

function form(view: WorkspaceView, desk: DeskCase, section: SectionId, { faults, key }: SentState): Html {
  const { language, say, signedIn } = view;
  const action = casePath(language, desk.shown.row.application_number, section);
  const more = { [BEFORE]: JSON.stringify(sectionBefore(desk, section)) };
  const hidden = { csrf: signedIn.csrf, idempotencyKey: key, more };
  return postForm(
    view,
    { action, hidden, autosave: action },
    html`${fields(view, desk, { section, faults })}
    ${buttonRow(
      button({ words: say('desk.save-and-next'), name: 'then', value: 'next' }),
      button({ words: say('desk.save-and-list'), weight: 'secondary', name: 'then', value: 'list' }),
    )}`,
  );
}

function closed(view: WorkspaceView, desk: DeskCase, section: SectionId): Html {
  const { language, say } = view;
  return html`<p>${say('desk.closed')}</p>
    ${answerList(view, answersOf(view, desk, section))}
    ${buttonRow(buttonLink({ href: casePath(language, desk.shown.row.application_number), words: say('desk.to-list') }))}`;
}

/** The page of one section of the form: its questions with what was answered, or only the answers where it is closed. */
export function sectionPage(view: WorkspaceView, desk: DeskCase, section: SectionId, sent: SentState): Html {
  const name = view.say(`section.${section}`);
  const { number, parts } = caseHeading(view, desk, name);
  return deskPage(
    view,
    titleWithFaults(view, `${name} ${number}`, sent.faults),
    html`${parts} ${errorSummary(view, sent.faults)} ${conflictNotice(view, sent.conflicts)}
      <h1>${name}</h1>
      ${remarkNotice(view, desk, section)} ${termsText(view, desk, section)}
      ${mayChange(desk, section) ? form(view, desk, section, sent) : closed(view, desk, section)}`,
  );
}

import type { OfficeCase } from '../../app/case/find-office-case.ts';
import { authorize } from '../../core/access/authorize.ts';
import type { ActId } from '../../core/access/permissions.ts';
import { isForStaff } from '../../core/case/staff-acts.ts';
import type { MessageKey } from '../../i18n/message.ts';
import { button, buttonRow } from '../parts/button.ts';
import { descriptionList } from '../parts/description-list.ts';
import { disclosure } from '../parts/disclosure.ts';
import { historyList, type HistoryEntry } from '../parts/history-list.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import { recordTable } from '../parts/record-table.ts';
import { section } from '../parts/section.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { actWords } from './act-words.ts';
import { officeCasePath } from './office-places.ts';
import { caseFrame } from './case-frame.ts';
import type { CaseEvent } from '../../app/case/read-case-history.ts';

/** What an event recorded besides, name by name, exactly as it stands in the audit trail. */
function details({ say }: WorkspaceView, { detail }: CaseEvent): Html | undefined {
  const rows = Object.entries(detail).flatMap(([name, value]) =>
    value === undefined || value === null
      ? []
      : [
          [
            name,
            html`<bdi class="written">${typeof value === 'string' ? value : JSON.stringify(value)}</bdi>`,
          ] as const,
        ],
  );
  return rows.length === 0 ? undefined : disclosure(say('office.history.detail'), descriptionList(rows));
}

function entry(view: WorkspaceView, zone: string, event: CaseEvent): HistoryEntry {
  const { say } = view;
  const role = event.role === null ? '' : event.role.startsWith('system') ? 'system' : event.role;
  const who = [event.person, event.organisation].filter((name) => name !== null).join(' / ');
  const changes = details(view, event);
  return {
    at: { words: say.moment(event.at, zone), iso: String(event.at) },
    what: html`${actWords(view, event.act as ActId)}
    ${role === '' ? '' : html`<span class="page__note">${say(`role.${role}` as MessageKey)}</span>`}`,
    who: who === '' ? say('role.system') : who,
    ...(event.behalf === null ? {} : { onBehalfOf: event.behalf }),
    ...(event.reason === null ? {} : { note: event.reason }),
    ...(changes === undefined ? {} : { changes }),
    isForStaff: isForStaff(event.act),
  };
}

/** Events in their order, those of one person saving answers again and again as one run. */
function runsIn(history: readonly CaseEvent[]): readonly (readonly [CaseEvent, ...CaseEvent[]])[] {
  const runs: [CaseEvent, ...CaseEvent[]][] = [];
  for (const event of history) {
    const last = runs.at(-1);
    const goesOn =
      event.act === 'case.edit' &&
      last?.[0].act === 'case.edit' &&
      last[0].person === event.person &&
      last[0].behalf === event.behalf;
    if (goesOn) last.push(event);
    else runs.push([event]);
  }
  return runs;
}

/**
 * A run as one line: an application is saved some hundred times while it is typed, which would bury what was done with
 * it.
 */
function entryOfRun(view: WorkspaceView, zone: string, run: readonly [CaseEvent, ...CaseEvent[]]): HistoryEntry {
  const [first] = run;
  if (run.length === 1) return entry(view, zone, first);
  const entries = run.map((event) => entry(view, zone, event));
  const changes = disclosure(view.say('office.history.savings', { count: run.length }), historyList(view, entries));
  return { ...entry(view, zone, first), note: undefined, changes };
}

function submissionsTable(view: WorkspaceView, { submissions, shown }: OfficeCase): Html {
  const { say } = view;
  const { zone } = shown.version.scheme;
  return recordTable(view, {
    caption: say('office.submissions'),
    isCaptionHidden: true,
    columns: [
      { name: say('office.submissions.sequence'), kind: 'number' },
      { name: say('office.submissions.at') },
      { name: say('office.submissions.by') },
      { name: say('office.submissions.answers') },
    ],
    rows: submissions.map((each) => [
      String(each.sequence),
      say.moment(each.received_at, zone),
      written(view, each.submitter),
      html`<code>${each.answers_sha256}</code>`,
    ]),
  });
}

/** What the history of a case is made of besides the case. */
type HistoryPage = { readonly history: readonly CaseEvent[]; readonly newKey: string };

function exportForm(view: WorkspaceView, number: string, idempotencyKey: string): Html | string {
  const { language, say, signedIn } = view;
  if (!authorize(signedIn.actor, 'case.export', {}).ok) return '';
  const form = postForm(
    view,
    { action: officeCasePath(language, number, '/export'), hidden: { csrf: signedIn.csrf, idempotencyKey } },
    html`<p>${say('office.export.text')}</p>
      ${buttonRow(button({ words: say('office.export'), weight: 'secondary' }))}`,
  );
  return section('export', say('office.export.title'), form);
}

/** The whole audit view of a case: each submission, and everything that was done, by whom, for whom and why. */
export function historyPage(view: WorkspaceView, found: OfficeCase, { history, newKey }: HistoryPage): Html {
  const { say } = view;
  const { zone } = found.shown.version.scheme;
  const entries = runsIn(history).map((run) => entryOfRun(view, zone, run));
  return caseFrame(
    view,
    found,
    { page: 'history' },
    html`${section('submissions', say('office.submissions.all'), submissionsTable(view, found))}
    ${section('events', say('office.events'), historyList(view, entries))}
    ${exportForm(view, found.shown.row.application_number, newKey)}`,
  );
}

import type { OfficeCase } from '../../app/case/find-office-case.ts';
import { LONGEST_NOTE } from '../../app/case/add-note.ts';
import { authorize } from '../../core/access/authorize.ts';
import { TURNS } from '../../core/case/whose-turn.ts';
import { button, buttonRow } from '../parts/button.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { historyList } from '../parts/history-list.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import { section } from '../parts/section.ts';
import { selectField } from '../parts/select-field.ts';
import { textArea } from '../parts/text-area.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { actsSection } from './acts-section.ts';
import { caseFrame } from './case-frame.ts';
import { factsSection } from './facts-section.ts';
import { officeCasePath, officePath } from './office-places.ts';

/** What the overview of a case is made of besides the case. */
type OverviewPage = {
  /** A key for each form of the page. */
  readonly newKey: () => string;
  readonly done: string | undefined;
  /** What is to be mended about the form that was sent, and what was typed into it. */
  readonly faults: readonly Fault[];
  readonly typedNote: string;
  readonly warnings: Html | string;
};

function assignment(view: WorkspaceView, { shown: { row }, officers }: OfficeCase, page: OverviewPage): Html | string {
  const { language, say, signedIn } = view;
  if (!authorize(signedIn.actor, 'case.assign', {}).ok || TURNS[row.state] === 'nobody') return '';
  const choices = officers.map(({ id, name }) => ({ value: id, words: name }));
  const path = officeCasePath(language, row.application_number, '/assign');
  const hidden = { csrf: signedIn.csrf, idempotencyKey: page.newKey(), more: { from: row.assigned_to ?? '' } };
  const form = postForm(
    view,
    { action: path, hidden },
    html`${selectField(view, {
      name: 'to',
      label: say('office.column.assignee'),
      choices,
      chosen: row.assigned_to ?? '',
      blank: say('office.nobody'),
    })}
    ${buttonRow(button({ words: say('office.assign'), weight: 'secondary', isSmall: true }))}`,
  );
  const next = postForm(
    view,
    {
      action: officePath(language, '/next'),
      hidden: { csrf: signedIn.csrf, idempotencyKey: page.newKey(), more: { except: row.id } },
    },
    buttonRow(button({ words: say('office.next'), weight: 'tertiary', isSmall: true })),
  );
  return section('assignment', say('office.assignment'), html`${form}${next}`);
}

function notes(view: WorkspaceView, { shown: { row, version }, notes: written }: OfficeCase, page: OverviewPage): Html {
  const { language, say, signedIn } = view;
  const { zone } = version.scheme;
  const entries = written.map(({ author, written_at: at, note }) => ({
    at: { words: say.moment(at, zone), iso: String(at) },
    what: say('office.note'),
    who: author,
    note,
    isForStaff: true,
  }));
  const fault = page.faults.find(({ field }) => field === 'note')?.words;
  const form = postForm(
    view,
    {
      action: officeCasePath(language, row.application_number, '/notes'),
      hidden: { csrf: signedIn.csrf, idempotencyKey: page.newKey() },
    },
    html`${textArea(view, {
      name: 'note',
      label: say('office.note.new'),
      support: say('office.note.support'),
      rows: 3,
      most: LONGEST_NOTE,
      value: page.typedNote,
      error: fault,
    })}
    ${buttonRow(button({ words: say('office.note.write'), weight: 'secondary', isSmall: true }))}`,
  );
  const list = entries.length === 0 ? '' : historyList(view, entries);
  return section('notes', say('office.notes'), html`${list}${form}`);
}

/** A case at a glance: what can be done now, what to look out for, the facts, who has it, and what staff noted. */
export function overviewPage(view: WorkspaceView, found: OfficeCase, page: OverviewPage): Html {
  const { done, faults, warnings } = page;
  const frame = {
    page: 'overview',
    done,
    faults: errorSummary(view, faults),
    titleOf: (title: string) => titleWithFaults(view, title, faults),
  } as const;
  return caseFrame(
    view,
    found,
    frame,
    html`${actsSection(view, found)} ${warnings} ${factsSection(view, found)} ${assignment(view, found, page)}
    ${notes(view, found, page)}`,
  );
}

import type { FiledContent } from '../../app/case/find-office-case.ts';
import { answerList } from '../parts/answer-list.ts';
import { disclosure } from '../parts/disclosure.ts';
import { fileList } from '../parts/file-list.ts';
import { html, type Html } from '../parts/html.ts';
import { linkOut } from '../parts/link-out.ts';
import { writtenLines } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import type { FiledFact, FiledItem, FiledRow } from './filed-form.ts';
import { officeCasePath } from './office-places.ts';

function shownAnswer({ answer, field }: FiledFact): Html | string | undefined {
  return answer !== undefined && field.item.kind === 'web-address' ? linkOut(answer) : answer;
}

function answers(view: WorkspaceView, facts: readonly FiledFact[]): Html | string {
  if (facts.length === 0) return '';
  return answerList(
    view,
    facts.map((fact) => ({
      question: fact.question,
      answer: shownAnswer(fact),
      seenBy: fact.field.item.audience,
    })),
  );
}

/** Rows under each other: what was left out of one is not shown as empty cells. */
function rowsOf(
  view: WorkspaceView,
  { title, rows }: { readonly title: string; readonly rows: readonly FiledRow[] },
): Html {
  const heading = view.say('office.rows', { title, count: rows.length });
  const lines = rows.map(
    (row) =>
      html`<li>
        ${answers(
          view,
          row.filter(({ answer }) => answer !== undefined),
        )}
      </li>`,
  );
  const list = html`<ol class="page__stack">
    ${lines}
  </ol>`;
  return disclosure(heading, list, rows.length > 0 && rows.length <= 3);
}

function evidence(
  view: WorkspaceView,
  number: string,
  files: FiledContent['files'],
  names: readonly string[],
): Html | string {
  if (names.length === 0) return '';
  const listed = names.map((name) => {
    const file = files.find((each) => each.name === name);
    if (file === undefined) return { name, state: 'refused' as const, note: view.say('office.file.missing') };
    const href = officeCasePath(view.language, number, `/files/${file.sha256}`);
    return { name, bytes: file.size, sha256: file.sha256, state: 'stored' as const, href };
  });
  return fileList(view, listed);
}

/** What was filed about one item: answers with who will see them, rows of its table, and files to open. */
export function filedItemView(
  view: WorkspaceView,
  { number, files }: { readonly number: string; readonly files: FiledContent['files'] },
  { facts, table, evidence: names }: FiledItem,
): Html {
  const none = facts.length === 0 && table === undefined ? writtenLines(view, view.say('office.nothing-stated')) : '';
  return html`${none}${answers(view, facts)} ${table === undefined ? '' : rowsOf(view, table)}
  ${evidence(view, number, files, names)}`;
}

import { evidenceNames } from '../../core/case/evidence-names.ts';
import { isOpenToEdits } from '../../core/case/case-lifecycle.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { deskPage } from '../parts/desk-page.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { fileField } from '../parts/file-field.ts';
import { fileList } from '../parts/file-list.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import { selectField } from '../parts/select-field.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import { mayChange, type DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import { FILES } from '../uploads/files-field.ts';
import { exchangeableFile, usedIn } from './file-page.ts';
import { itemName, itemPath } from './task-groups.ts';

/** The fields in which criteria are chosen for files: a name and a choice for each, by their place in the list. */
export const PLACING = {
  name: (at: number): string => `file.${String(at)}`,
  criterion: (at: number): string => `criterion.${String(at)}`,
} as const;

/** What the page shows besides the case: what is to be mended, and a key for each of its two forms. */
type EvidenceState = {
  readonly faults: readonly Fault[];
  readonly keys: { readonly add: string; readonly place: string };
};

function addForm(view: WorkspaceView, desk: DeskCase, { faults, keys }: EvidenceState): Html {
  const { language, say, signedIn } = view;
  const number = desk.shown.row.application_number;
  const error = faults.filter(({ field }) => field === FILES).map(({ words }) => words);
  const field = fileField(view, {
    name: FILES,
    label: say('desk.evidence.field'),
    support: say('desk.evidence.support'),
    error: error.length === 0 ? undefined : error.join('\n'),
  });
  const list = buttonLink({ href: casePath(language, number), words: say('desk.to-list'), weight: 'secondary' });
  return postForm(
    view,
    {
      action: casePath(language, number, 'evidence'),
      hidden: { csrf: signedIn.csrf, idempotencyKey: keys.add },
      files: 'as-chosen',
    },
    html`${field} ${buttonRow(button({ words: say('desk.evidence.add') }), list)}`,
  );
}

/** The files whose names did not tell where they belong, each with the criteria to choose from. */
function placeForm(view: WorkspaceView, desk: DeskCase, { keys }: EvidenceState): Html | string {
  const { language, say, signedIn } = view;
  const { shown, form } = desk;
  const named = evidenceNames(shown.application);
  const waiting = shown.files.filter(({ name }) => !named.has(name));
  if (waiting.length === 0) return '';
  const open = form.set.criteria.filter(({ id }) => mayChange(desk, `determination:${id}`));
  const choices = open.map(({ id, title }) => ({ value: id, words: `${id} ${title[language]}` }));
  const fields = waiting.map(({ name }, at) =>
    selectField(view, {
      name: PLACING.criterion(at),
      label: html`<bdi>${name}</bdi>`,
      choices,
      blank: say('desk.choose'),
    }),
  );
  const more = Object.fromEntries(waiting.map(({ name }, at) => [PLACING.name(at), name]));
  return html`<section>
    <h2>${say('desk.evidence.waiting', { count: waiting.length })}</h2>
    <p>${say('desk.evidence.waiting.text')}</p>
    ${postForm(
      view,
      {
        action: casePath(language, shown.row.application_number, 'evidence', 'place'),
        hidden: { csrf: signedIn.csrf, idempotencyKey: keys.place, more },
      },
      html`${fields} ${buttonRow(button({ words: say('desk.evidence.place') }))}`,
    )}
  </section>`;
}

/** All files of the case, each with the criteria it is evidence for. */
function placedFiles(view: WorkspaceView, desk: DeskCase): Html | string {
  const { say } = view;
  const placed = desk.shown.files.flatMap((file) => {
    const items = usedIn(desk, file.name);
    if (items.length === 0) return [];
    const listed = exchangeableFile(view, desk, file);
    const links = items.map((item) => html`<a href="${itemPath(view, desk, item)}">${itemName(view, desk, item)}</a>`);
    const note = listed.note === undefined ? '' : html`<br />${listed.note}`;
    return [
      {
        ...listed,
        note: html`${links.map((link, at) => html`${at === 0 ? '' : say('desk.evidence.and')}${link}`)}${note}`,
      },
    ];
  });
  if (placed.length === 0) return '';
  return html`<section>
    <h2>${say('desk.evidence.placed', { count: placed.length })}</h2>
    ${fileList(view, placed)}
  </section>`;
}

/** The criteria for which evidence is still asked. */
function missing(view: WorkspaceView, desk: DeskCase): Html | string {
  const ids = desk.shown.gaps
    .filter(({ code }) => code === 'evidence_missing')
    .flatMap(({ criterion }) => criterion ?? []);
  const items = [...new Set(ids)].map((id) => `determination:${id}`);
  if (items.length === 0) return '';
  return html`<section>
    <h2>${view.say('desk.evidence.missing', { count: items.length })}</h2>
    <ul>
      ${items.map((item) => html`<li><a href="${itemPath(view, desk, item)}">${itemName(view, desk, item)}</a></li>`)}
    </ul>
  </section>`;
}

/** The page on which many files are added at once, and put to the criteria they are evidence for. */
export function evidencePage(view: WorkspaceView, desk: DeskCase, state: EvidenceState): Html {
  const { say } = view;
  const name = say('desk.evidence');
  const { number, parts } = caseHeading(view, desk, name);
  const body = isOpenToEdits(desk.shown.row.state)
    ? html`<p>${say('desk.evidence.text')}</p>
        ${addForm(view, desk, state)} ${placeForm(view, desk, state)}`
    : html`<p>${say('desk.closed')}</p>`;
  return deskPage(
    view,
    titleWithFaults(view, `${name} ${number}`, state.faults),
    html`${parts} ${errorSummary(view, state.faults)}
      <h1>${name}</h1>
      ${body} ${missing(view, desk)} ${placedFiles(view, desk)}`,
  );
}

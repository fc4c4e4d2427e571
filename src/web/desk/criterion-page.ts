import type { Answer } from '../../core/case/answer-kinds.ts';
import { partOf } from '../../core/case/application-parts.ts';
import type { Criterion } from '../../core/scheme/scheme.ts';
import { answerList } from '../parts/answer-list.ts';
import { answerWords } from '../parts/answer-words.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { deskPage } from '../parts/desk-page.ts';
import { disclosure } from '../parts/disclosure.ts';
import { errorSummary, titleWithFaults } from '../parts/error-summary.ts';
import { fileField } from '../parts/file-field.ts';
import type { ListedFile } from '../parts/file-list.ts';
import { html, type Html } from '../parts/html.ts';
import { points } from '../parts/points.ts';
import { postForm } from '../parts/post-form.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import { conflictNotice } from './conflict-notice.ts';
import { criterionParts, mayChange, judgedOn, type AskedPart, type DeskCase } from './desk-form.ts';
import { casePath, criterionPath } from './desk-places.ts';
import { fieldControl } from './field-control.ts';
import { exchangeableFile } from './file-page.ts';
import { FILES } from '../uploads/files-field.ts';
import { needOfPart } from './question-need.ts';
import type { RawValue } from './raw-answer.ts';
import { BEFORE } from './read-changes.ts';
import { beforeOf, remarkNotice, shownRaw, type SentState } from './section-page.ts';

/** The questions about a criterion on every interface it is judged on. */
export function partsOfCriterion(desk: DeskCase, criterion: Criterion): readonly AskedPart[] {
  return judgedOn(desk, criterion).flatMap((on) => criterionParts(desk, criterion, on));
}

function requirement({ language, say }: WorkspaceView, criterion: Criterion): Html {
  const { requirement: text, guide, evidence, notApplicableWhen, status } = criterion;
  return html`<p class="page__lead">${text[language]}</p>
    ${disclosure(
      say('desk.criterion.guide'),
      html`<p>${guide[language]}</p>
        <h3>${say('desk.criterion.evidence')}</h3>
        ${points(evidence.map((one) => one[language]))}
        <h3>${say('desk.criterion.not-applicable')}</h3>
        <p>${notApplicableWhen?.[language] ?? say('desk.criterion.always')}</p>
        <p class="page__note">${say(`desk.criterion.wording.${status}`)}</p>`,
    )}`;
}

/**
 * The files of a case as choices. A file that a criterion names and nobody has added yet is one as well: the page tells
 * what it waits for, and saving the page keeps the name.
 */
function evidenceChoices(say: WorkspaceView['say'], { shown }: DeskCase, named: RawValue) {
  const stored = new Set(shown.files.map(({ name }) => name));
  return [...stored.union(new Set(named))].map((name) => ({
    value: name,
    words: stored.has(name) ? html`<bdi>${name}</bdi>` : html`<bdi>${name}</bdi> ${say('desk.file.not-added')}`,
  }));
}

function choicesFor(
  { language, say }: WorkspaceView,
  desk: DeskCase,
  { criterion, column, raw }: { criterion: Criterion; column: string; raw: RawValue },
) {
  if (column === 'evidence') return evidenceChoices(say, desk, raw);
  if (column === 'methods')
    return criterion.methods.map((method) => ({ value: method, words: say(`method.${method}`) }));
  if (column !== 'verdict') return undefined;
  const named = desk.readable.tables.determinations.get('verdict')?.field.choices ?? [];
  const isOptional = criterion.notApplicableWhen !== undefined;
  return named
    .filter(({ id }) => id !== 'not_determined' && (isOptional || id !== 'not_applicable'))
    .map(({ id, name }) => ({ value: id, words: name[language] }));
}

function verdictFields(
  view: WorkspaceView,
  desk: DeskCase,
  { criterion, on, faults }: { criterion: Criterion; on: string | undefined; faults: SentState['faults'] },
): Html {
  const fields = criterionParts(desk, criterion, on).map((one) => {
    const column = one.asked.field.item.id;
    const raw = shownRaw(desk, one);
    const error = faults.find(({ field }) => field === one.name)?.words;
    const choices = choicesFor(view, desk, { criterion, column, raw });
    if (column === 'evidence' && choices?.length === 0) return '';
    return fieldControl(view, one.asked.field, {
      name: one.name,
      raw,
      need: needOfPart(view, desk, one.part),
      error,
      choices,
    });
  });
  return on === undefined
    ? html`${fields}`
    : html`<section>
        <h2>${view.say('desk.criterion.on', { interface: on })}</h2>
        ${fields}
      </section>`;
}

function listedFiles(view: WorkspaceView, desk: DeskCase, criterion: Criterion): readonly ListedFile[] {
  const { shown } = desk;
  const rows = shown.application.determinations.filter((row) => row.criterion === criterion.id);
  const used = new Set(rows.flatMap((row) => row.evidence ?? []));
  return shown.files
    .filter(({ name }) => used.has(name))
    .map((file) => exchangeableFile(view, desk, file, `determination:${criterion.id}`));
}

function form(view: WorkspaceView, desk: DeskCase, criterion: Criterion, { faults, key }: SentState): Html {
  const { language, say, signedIn } = view;
  const action = criterionPath(language, desk.shown.row.application_number, criterion.id);
  const more = { [BEFORE]: JSON.stringify(beforeOf(desk, partsOfCriterion(desk, criterion))) };
  const hidden = { csrf: signedIn.csrf, idempotencyKey: key, more };
  const error = faults.filter(({ field }) => field === FILES).map(({ words }) => words);
  const files = fileField(view, {
    name: FILES,
    label: say('desk.files'),
    support: html`${say('desk.files.support')}
      <a href="${casePath(language, desk.shown.row.application_number, 'evidence')}">${say('desk.evidence')}</a>`,
    error: error.length === 0 ? undefined : error.join('\n'),
    files: listedFiles(view, desk, criterion),
  });
  const blocks = judgedOn(desk, criterion).map((on) => verdictFields(view, desk, { criterion, on, faults }));
  return postForm(
    view,
    { action, hidden, autosave: action, files: 'as-chosen' },
    html`${blocks} ${files}
    ${buttonRow(
      button({ words: say('desk.save-and-next'), name: 'then', value: 'next' }),
      button({ words: say('desk.save-and-stay'), weight: 'secondary', name: 'then', value: 'stay' }),
      button({ words: say('desk.save-and-list'), weight: 'tertiary', name: 'then', value: 'list' }),
    )}`,
  );
}

function given(view: WorkspaceView, desk: DeskCase, criterion: Criterion): Html {
  const rows = judgedOn(desk, criterion).map((on) => {
    const answers = criterionParts(desk, criterion, on).map(({ part, asked }) => ({
      question: asked.field.label[view.language],
      answer: answerWords(view, asked.field, partOf(desk.shown.application, part) as Answer | undefined),
      seenBy: asked.field.item.audience,
    }));
    return html`${on === undefined ? '' : html`<h2>${view.say('desk.criterion.on', { interface: on })}</h2>`}
    ${answerList(view, answers)}`;
  });
  const list = casePath(view.language, desk.shown.row.application_number);
  return html`<p>${view.say('desk.closed')}</p>
    ${rows} ${buttonRow(buttonLink({ href: list, words: view.say('desk.to-list') }))}`;
}

/** The page of one criterion: what it asks, how others show it, and what was determined on each interface. */
export function criterionPage(view: WorkspaceView, desk: DeskCase, criterion: Criterion, sent: SentState): Html {
  const name = `${criterion.id} ${criterion.title[view.language]}`;
  const { number, parts } = caseHeading(view, desk, criterion.id);
  const item = `determination:${criterion.id}`;
  return deskPage(
    view,
    titleWithFaults(view, `${name} ${number}`, sent.faults),
    html`${parts} ${errorSummary(view, sent.faults)} ${conflictNotice(view, sent.conflicts)}
      <h1>${name}</h1>
      ${remarkNotice(view, desk, item)} ${requirement(view, criterion)}
      ${mayChange(desk, item) ? form(view, desk, criterion, sent) : given(view, desk, criterion)}`,
  );
}

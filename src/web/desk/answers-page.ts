import type { Answer } from '../../core/case/answer-kinds.ts';
import type { SectionId } from '../../core/case/application-items.ts';
import { partOf } from '../../core/case/application-parts.ts';
import { isOpenToEdits } from '../../core/case/case-lifecycle.ts';
import { itemOfGap } from '../../core/case/form-items.ts';
import type { Criterion } from '../../core/scheme/scheme.ts';
import { answerList } from '../parts/answer-list.ts';
import { answerWords } from '../parts/answer-words.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { deskPage } from '../parts/desk-page.ts';
import { disclosure } from '../parts/disclosure.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { fileList } from '../parts/file-list.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { postForm } from '../parts/post-form.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import { criterionParts, mayChange, judgedOn, type DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import { placedWrongWords } from './gap-words.ts';
import { answersOf, gapsIn } from './given-answers.ts';
import { listedFile } from './listed-files.ts';
import { itemName, itemPath, itemsInOrder } from './task-groups.ts';

function criterionAnswers(
  view: WorkspaceView,
  desk: DeskCase,
  { criterion, change }: { criterion: Criterion; change: string | undefined },
): Html {
  const blocks = judgedOn(desk, criterion).map((on) => {
    const answers = criterionParts(desk, criterion, on).map(({ part, name, asked }) => ({
      question: asked.field.label[view.language],
      answer:
        desk.shown.row.unread_answers[name] ??
        answerWords(view, asked.field, partOf(desk.shown.application, part) as Answer | undefined),
      change: change === undefined ? undefined : `${change}#${name}`,
      seenBy: asked.field.item.audience,
    }));
    return html`${on === undefined ? '' : html`<h3>${view.say('desk.criterion.on', { interface: on })}</h3>`}
    ${answerList(view, answers)}`;
  });
  return html`${blocks}`;
}

/** What somebody asked to see: all answers, or only those in which something is to be mended. */
type Unfolded = { readonly isAllOpen: boolean };

/** How far an item of the form is, beside its name. */
function leftWords({ say }: WorkspaceView, desk: DeskCase, item: string): string {
  const count = gapsIn(desk, item);
  if (!isOpenToEdits(desk.shown.row.state)) return '';
  return count === 0 ? say('part.task.done') : say('desk.left', { count });
}

function itemSection(view: WorkspaceView, desk: DeskCase, item: string, { isAllOpen }: Unfolded): Html {
  const change = mayChange(desk, item) ? itemPath(view, desk, item) : undefined;
  const criterion = desk.form.set.criteria.find(({ id }) => item === `determination:${id}`);
  const answers =
    criterion === undefined
      ? answerList(view, answersOf(view, desk, item as SectionId, change))
      : criterionAnswers(view, desk, { criterion, change });
  const left = leftWords(view, desk, item);
  const summary = html`<h2>${itemName(view, desk, item)}</h2>
    ${left === '' ? '' : html`<span class="page__note">${left}</span>`}`;
  return html`<section id="${item}">${disclosure(summary, answers, isAllOpen || gapsIn(desk, item) > 0)}</section>`;
}

/** The sections of the page, each with how much in it is to be mended, and the way to unfold or fold them all. */
function contents(view: WorkspaceView, desk: DeskCase, { isAllOpen }: Unfolded): Html {
  const { language, say } = view;
  const lines = itemsInOrder(desk).map((item) => {
    const left = leftWords(view, desk, item);
    const state = left === '' ? '' : html` <span class="page__note">${left}</span>`;
    return html`<li><a href="#${item}">${itemName(view, desk, item)}</a>${state}</li>`;
  });
  const here = casePath(language, desk.shown.row.application_number, 'answers');
  const other = isAllOpen
    ? { href: here, words: say('desk.answers.fold') }
    : { href: `${here}?show=all`, words: say('desk.answers.unfold') };
  return html`<nav class="contents" aria-label="${say('desk.answers.contents')}">
      <ol>
        ${lines}
      </ol>
    </nav>
    ${buttonRow(buttonLink(other))}`;
}

/** Everything to be mended before the application can be submitted, each with the section it stands in. */
function gapFaults(view: WorkspaceView, desk: DeskCase): readonly Fault[] {
  const { gaps, application } = desk.shown;
  return gaps.map((gap) => {
    const item = itemOfGap(gap, application);
    const label = gap.criterion ?? view.say(`section.${item as SectionId}`);
    return { field: item, words: view.say('desk.labelled', { label, words: placedWrongWords(view, desk, gap) }) };
  });
}

function sending(view: WorkspaceView, desk: DeskCase, { key, maySubmit }: { key: string; maySubmit: boolean }): Html {
  const { language, say, signedIn } = view;
  const { row, gaps } = desk.shown;
  const action = casePath(language, row.application_number, 'submit');
  const reason = maySubmit ? say('desk.left-all', { count: gaps.length }) : say('desk.submit.not-permitted');
  const isOff = gaps.length > 0 || !maySubmit;
  const send = isOff
    ? button({ words: say('desk.submit'), off: { id: 'submit-off', reason } })
    : button({ words: say('desk.submit') });
  const hidden = { csrf: signedIn.csrf, idempotencyKey: key, more: { version: String(row.version) } };
  return html`<h2>${say('desk.submit')}</h2>
    <p>${say('desk.submit.text')}</p>
    ${postForm(
      view,
      { action, hidden },
      buttonRow(send, buttonLink({ href: casePath(language, row.application_number), words: say('desk.to-list') })),
    )}`;
}

/** Every answer on one page before it is sent: what is public, what stays confidential, what is still to be mended. */
export function answersPage(
  view: WorkspaceView,
  desk: DeskCase,
  state: Unfolded & { readonly key: string; readonly maySubmit: boolean; readonly refusal: string | undefined },
): Html {
  const { say } = view;
  const name = say('desk.answers');
  const { number, parts } = caseHeading(view, desk, name);
  const faults = gapFaults(view, desk);
  const refused =
    state.refusal === undefined
      ? ''
      : notificationBanner(view, { kind: 'error', heading: state.refusal, isOutcome: true });
  const files = desk.shown.files.map((file) => listedFile(view, desk.shown, file));
  return deskPage(
    view,
    titleWithFaults(view, `${name} ${number}`, faults),
    html`${parts} ${refused} ${errorSummary(view, faults)}
      <h1>${name}</h1>
      <p>${say('desk.answers.text')}</p>
      ${contents(view, desk, state)} ${itemsInOrder(desk).map((item) => itemSection(view, desk, item, state))}
      <section>
        <h2>${say('desk.files.all')}</h2>
        ${files.length === 0 ? html`<p>${say('desk.files.none')}</p>` : fileList(view, files)}
      </section>
      ${isOpenToEdits(desk.shown.row.state) ? sending(view, desk, state) : ''}`,
  );
}

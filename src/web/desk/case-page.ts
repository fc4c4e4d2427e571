import type { CaseEvent } from '../../app/case/read-case-history.ts';
import { authorize, caseSubject } from '../../core/access/authorize.ts';
import { CASE_LIFECYCLE, isOpenToEdits } from '../../core/case/case-lifecycle.ts';
import { TURNS } from '../../core/case/whose-turn.ts';
import { actionsFrom } from '../../core/kernel/lifecycle.ts';
import { pathIn } from '../language.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { descriptionList } from '../parts/description-list.ts';
import { deskPage } from '../parts/desk-page.ts';
import { html, type Html } from '../parts/html.ts';
import { postForm } from '../parts/post-form.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import { caseStateTag } from '../parts/status-tag.ts';
import { taskList } from '../parts/task-list.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { artworkSection } from './artwork-section.ts';
import { outdatedNotice } from './carry-over-page.ts';
import { caseHeading } from './case-heading.ts';
import type { DeskCase } from './desk-form.ts';
import { CASES, casePath } from './desk-places.ts';
import { filesSection } from './file-page.ts';
import { gapsIn } from './given-answers.ts';
import { stepsSection } from './steps-section.ts';
import { itemPath, itemsInOrder, taskGroups } from './task-groups.ts';

/** A case as its page shows it, with what was done to it. */
type CasePage = {
  readonly desk: DeskCase;
  readonly steps: readonly CaseEvent[];
  readonly key: string;
  readonly today: Temporal.PlainDate;
};

function feeWords({ say }: WorkspaceView, fee: NonNullable<DeskCase['shown']['fee']>): string {
  const { amount, currency, paid_on: on, due_on: due } = fee;
  const paid = on === null ? say('desk.fee.unpaid', { due }) : say('desk.fee.paid', { on });
  return `${say.money(amount, currency)} ${paid}`;
}

function labelLink({ language }: WorkspaceView, { number }: NonNullable<DeskCase['shown']['label']>): Html {
  return html`<a href="${pathIn(language, `/labels/${number}`)}">${number}</a>`;
}

function summary(view: WorkspaceView, { shown, form }: DeskCase): Html {
  const { language, say } = view;
  const { row, fee, label, vendor } = shown;
  const level = form.scheme.levels.find(({ id }) => id === row.level);
  return descriptionList([
    [say('desk.state'), caseStateTag(view, row.state)],
    [say('desk.number'), row.application_number],
    [say('desk.vendor'), written(view, vendor.name, vendor.nameEn)],
    [say('desk.level'), level?.name[language] ?? row.level],
    [say('desk.acceptance-number'), row.acceptance_number ?? ''],
    [say('desk.provisional-number'), row.provisional_number ?? ''],
    [
      say(TURNS[row.state] === 'operator' ? 'desk.due.operator' : 'desk.due'),
      row.due_on === null ? '' : say.day(row.due_on),
    ],
    [say('desk.fee'), fee === undefined ? '' : feeWords(view, fee)],
    [say('desk.label'), label === undefined ? '' : labelLink(view, label)],
    [say('desk.ended'), row.ended_reason ?? ''],
  ]);
}

/** The way back to the receipt, which tells its reader to look for it here. */
function receiptLink({ language, say }: WorkspaceView, { shown: { row, submissions } }: DeskCase): Html | string {
  if (submissions === 0) return '';
  return buttonRow(
    buttonLink({ href: casePath(language, row.application_number, 'receipt'), words: say('desk.receipt') }),
  );
}

function nextStep(view: WorkspaceView, desk: DeskCase): Html {
  const { language, say } = view;
  const { shown } = desk;
  const number = shown.row.application_number;
  if (!isOpenToEdits(shown.row.state)) {
    return html`<p>${say(`desk.next.${shown.row.state}`)}</p>
      ${receiptLink(view, desk)}`;
  }
  const [returned] = shown.returned;
  const count = shown.gaps.length;
  const isBack = returned !== undefined && count === 0;
  const answers = { href: casePath(language, number, 'answers'), words: say('desk.to-answers') };
  const waiting = isBack ? returned.item : itemsInOrder(desk).find((item) => gapsIn(desk, item) > 0);
  const next = say(isBack ? 'desk.to-returned' : 'desk.to-next');
  const buttons =
    waiting === undefined
      ? [buttonLink({ ...answers, weight: 'primary' })]
      : [buttonLink({ href: itemPath(view, desk, waiting), words: next, weight: 'primary' }), buttonLink(answers)];
  const left = say(count === 0 ? 'desk.ready' : 'desk.left-all', { count });
  return html`<p>${isBack ? say('desk.back', { count: shown.returned.length }) : left}</p>
    ${buttonRow(...buttons)} ${receiptLink(view, desk)}`;
}

function provisional(view: WorkspaceView, { desk, key }: CasePage): Html | string {
  const { row } = desk.shown;
  const { say, signedIn } = view;
  const act = 'case.request-provisional';
  if (row.provisional_number !== null || !actionsFrom(CASE_LIFECYCLE, row.state).includes(act)) return '';
  const may = authorize(signedIn.actor, act, caseSubject(row));
  const words = say('desk.provisional.request');
  const ask = may.ok
    ? button({ words, weight: 'secondary' })
    : button({
        words,
        weight: 'secondary',
        off: { id: 'provisional-off', reason: refusalWords(view, may.error).join(' ') },
      });
  const action = casePath(view.language, row.application_number, 'provisional');
  return html`<h2>${say('desk.provisional')}</h2>
    <p>${say('desk.provisional.text')}</p>
    ${postForm(view, { action, hidden: { csrf: signedIn.csrf, idempotencyKey: key } }, buttonRow(ask))}`;
}

function workbookSection({ language, say }: WorkspaceView, number: string, isOpen: boolean): Html {
  const get = buttonLink({ href: casePath(language, number, 'workbook'), words: say('desk.workbook.get') });
  const back = buttonLink({ href: casePath(language, number, 'continue'), words: say('desk.continue') });
  return html`<h2>${say('desk.workbook')}</h2>
    <p>${say(isOpen ? 'desk.workbook.text' : 'desk.workbook.closed')}</p>
    ${isOpen ? buttonRow(get, back) : buttonRow(get)}`;
}

function copySection({ language, say }: WorkspaceView, number: string): Html {
  const href = `${pathIn(language, CASES)}/new?${new URLSearchParams({ from: number, how: 'series' }).toString()}`;
  return html`<h2>${say('desk.copy')}</h2>
    <p>${say('desk.how.series.support')}</p>
    ${buttonRow(buttonLink({ href, words: say('desk.copy.go') }))}`;
}

/** The page of a case for its applicant: where it stands, what is to be done, and what was done. */
export function casePage(view: WorkspaceView, page: CasePage): Html {
  const { desk, steps } = page;
  const { say } = view;
  const { number, parts } = caseHeading(view, desk, undefined);
  const isOpen = isOpenToEdits(desk.shown.row.state);
  const { answers } = desk.shown.application;
  const english = view.language === 'en' ? answers['product.nameEn'] : undefined;
  const name = english ?? answers['product.name'] ?? say('desk.unnamed', { number });
  return deskPage(
    view,
    name.includes(number) ? name : `${name} ${number}`,
    html`${parts}
      <h1>${written(view, name)}</h1>
      ${outdatedNotice(view, desk, desk.shown.outdated)} ${summary(view, desk)} ${nextStep(view, desk)}
      ${provisional(view, page)} ${artworkSection(view, desk, page.today)}
      <h2>${say(isOpen ? 'desk.tasks' : 'desk.answers')}</h2>
      ${taskList(view, taskGroups(view, desk))} ${filesSection(view, desk)} ${workbookSection(view, number, isOpen)}
      ${copySection(view, number)} ${stepsSection(view, steps, desk.form.scheme.zone)}`,
  );
}

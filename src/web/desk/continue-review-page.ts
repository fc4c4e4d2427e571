import type { Continuation } from '../../app/case/continue-case.ts';
import type { BroughtPart } from '../../core/case/bring-parts.ts';
import { itemOfPart } from '../../core/case/form-items.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { choiceList } from '../parts/choice-list.ts';
import { comparison } from '../parts/comparison.ts';
import { disclosure } from '../parts/disclosure.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { points } from '../parts/points.ts';
import { postForm } from '../parts/post-form.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import { carriedFields, CHOICE, chosenSide, type CarriedFile } from './continue-form.ts';
import type { DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import { deskPage } from '../parts/desk-page.ts';
import { findingsTable, type FileFindings } from './file-findings.ts';
import { partWords, placedQuestion } from './part-words.ts';
import { itemName, itemsInOrder } from './task-groups.ts';

/** A file held against its case, as its page shows it. */
export type ContinueReview = {
  readonly carried: CarriedFile;
  readonly continuation: Continuation;
  /** What will still be to mend; nothing where the file itself is not at hand any more. */
  readonly open: FileFindings | undefined;
  readonly notes: readonly string[];
  readonly faults: readonly Fault[];
  /** What was chosen already. */
  readonly chosen: URLSearchParams;
  readonly key: string;
};

type Fate = BroughtPart['fate'];

function ofFate({ continuation }: ContinueReview, fate: Fate): readonly BroughtPart[] {
  return continuation.parts.filter((one) => one.fate === fate);
}

/** The parts by the items of the form they stand in, in the order of its pages. */
function byItem(
  view: WorkspaceView,
  desk: DeskCase,
  parts: readonly BroughtPart[],
): readonly { readonly name: string; readonly parts: readonly BroughtPart[] }[] {
  const items = new Set([...itemsInOrder(desk), ...parts.map(({ part }) => itemOfPart(part))]);
  return [...items].flatMap((item) => {
    const own = parts.filter(({ part }) => itemOfPart(part) === item);
    return own.length === 0 ? [] : [{ name: itemName(view, desk, item), parts: own }];
  });
}

function comparisons(view: WorkspaceView, desk: DeskCase, parts: readonly BroughtPart[]): Html {
  const { say } = view;
  const sides = { before: say('desk.continue.browser'), after: say('desk.continue.of-file') };
  const tables = byItem(view, desk, parts).map(({ name, parts: own }) => {
    const facts = own.map(({ part, now, brought }) => ({
      name: placedQuestion(view, desk, part),
      before: partWords(view, desk, { part, value: now }),
      after: partWords(view, desk, { part, value: brought }),
    }));
    return html`<h3>${name}</h3>
      ${comparison(view, name, sides, facts)}`;
  });
  return html`${tables}`;
}

function takenSection(view: WorkspaceView, desk: DeskCase, review: ContinueReview): Html | string {
  const taken = ofFate(review, 'taken');
  if (taken.length === 0) return '';
  return html`<section>
    <h2>
      ${view.say(review.continuation.isCopy ? 'desk.continue.taken' : 'desk.continue.taken.unknown', { count: taken.length })}
    </h2>
    <p>${view.say('desk.continue.taken.text')}</p>
    ${comparisons(view, desk, taken)}
  </section>`;
}

/** What stays as it is, and why; folded, for there is nothing to do about it. */
function leftSections(view: WorkspaceView, desk: DeskCase, review: ContinueReview): Html {
  const { say } = view;
  const sections = (['closed', 'kept'] as const).map((fate) => {
    const parts = ofFate(review, fate);
    if (parts.length === 0) return '';
    const key = fate === 'kept' && !review.continuation.isCopy ? 'kept.unknown' : fate;
    const words = html`<p>${say(`desk.continue.${key}.text`)}</p>
      ${comparisons(view, desk, parts)}`;
    return disclosure(say(`desk.continue.${key}`, { count: parts.length }), words, fate === 'closed');
  });
  const { open } = review;
  const gaps =
    open === undefined || open.findings.length === 0
      ? ''
      : disclosure(say('desk.continue.open', { count: open.findings.length }), findingsTable(view, open));
  return html`${sections} ${gaps}`;
}

function question(view: WorkspaceView, desk: DeskCase, review: ContinueReview): (one: BroughtPart) => Html {
  const { say } = view;
  return ({ part, name, now, brought }) => {
    const field = CHOICE.part(name);
    const none = say('part.answer.none');
    const typed = desk.shown.row.unread_answers[name];
    const words = {
      browser: typed ?? partWords(view, desk, { part, value: now }),
      file: partWords(view, desk, { part, value: brought }),
    };
    const side = chosenSide(review.chosen, name);
    return choiceList(view, {
      name: field,
      label: placedQuestion(view, desk, part),
      takes: 'one',
      choices: (['browser', 'file'] as const).map((value) => ({
        value,
        words: say(`desk.continue.take.${value}`),
        support: html`<bdi class="written">${words[value] === '' ? none : words[value]}</bdi>`,
      })),
      chosen: side === undefined ? [] : [side],
      error: review.faults.find((fault) => fault.field === field)?.words,
    });
  };
}

function askedSection(view: WorkspaceView, desk: DeskCase, review: ContinueReview): Html | string {
  const asked = ofFate(review, 'asked');
  if (asked.length === 0) return '';
  const { say } = view;
  const ask = question(view, desk, review);
  const rest = choiceList(view, {
    name: CHOICE.rest,
    label: say('desk.continue.rest'),
    support: say('desk.continue.rest.support'),
    takes: 'one',
    choices: (['browser', 'file'] as const).map((value) => ({ value, words: say(`desk.continue.take.${value}`) })),
    chosen: review.chosen.getAll(CHOICE.rest),
  });
  const groups = byItem(view, desk, asked).map(
    ({ name, parts }) =>
      html`<h3>${name}</h3>
        ${parts.map(ask)}`,
  );
  return html`<section>
    <h2>${say('desk.continue.asked', { count: asked.length })}</h2>
    <p>${say(review.continuation.isCopy ? 'desk.continue.asked.text' : 'desk.continue.asked.unknown')}</p>
    ${asked.length > 1 ? rest : ''} ${groups}
  </section>`;
}

function form(view: WorkspaceView, desk: DeskCase, review: ContinueReview): Html {
  const { say, language, signedIn } = view;
  const number = desk.shown.row.application_number;
  const back = buttonLink({ href: casePath(language, number), words: say('desk.cancel'), weight: 'tertiary' });
  const more = carriedFields(desk, review.carried);
  if (more === undefined)
    return html`<p>${say('desk.continue.too-much')}</p>
      ${buttonRow(back)}`;
  const hasSome = review.continuation.parts.some(({ fate }) => fate === 'taken' || fate === 'asked');
  if (!hasSome)
    return html`<p>${say('desk.continue.same')}</p>
      ${buttonRow(back)}`;
  const action = casePath(language, number, 'continue', 'take');
  return postForm(
    view,
    { action, hidden: { csrf: signedIn.csrf, idempotencyKey: review.key, more } },
    html`${askedSection(view, desk, review)} ${buttonRow(button({ words: say('desk.continue.confirm') }), back)}`,
  );
}

/** The page that shows what a file would change in its case, and asks; nothing is changed before the answer. */
export function continueReviewPage(view: WorkspaceView, desk: DeskCase, review: ContinueReview): Html {
  const { say } = view;
  const title = say('desk.continue.review');
  const { number, parts } = caseHeading(view, desk, title);
  const { notes, faults, carried } = review;
  const told =
    notes.length === 0
      ? ''
      : notificationBanner(view, { kind: 'info', heading: say('desk.continue.notes'), text: points(notes) });
  return deskPage(
    view,
    titleWithFaults(view, `${title} ${number}`, faults),
    html`${parts} ${errorSummary(view, faults)}
      <h1>${title}</h1>
      <p><bdi>${carried.file}</bdi></p>
      ${told} ${takenSection(view, desk, review)} ${leftSections(view, desk, review)} ${form(view, desk, review)}`,
  );
}

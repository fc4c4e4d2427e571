import type { OutdatedDraft } from '../../app/case/read-form-changes.ts';
import { partOf } from '../../core/case/application-parts.ts';
import type { Localized } from '../../core/kernel/text.ts';
import { findTerms } from '../../core/scheme/in-force.ts';
import type { FormBasis, FormChanges } from '../../core/scheme/form-changes.ts';
import { message } from '../../i18n/message.ts';
import { readableForm } from '../../formats/application-form/readable-form.ts';
import { answerList } from '../parts/answer-list.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { deskPage } from '../parts/desk-page.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { points } from '../parts/points.ts';
import { postForm } from '../parts/post-form.ts';
import type { View } from '../view.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import type { DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import { partWords, placedQuestion } from './part-words.ts';

type Named = { readonly id: string; readonly name: Localized };
type ListName = Exclude<keyof FormChanges, 'terms'>;

const LISTS = ['criteria', 'scope', 'profile', 'productTypes'] as const satisfies readonly ListName[];

/** The entries of a list of a form by the names people know them by. */
function entriesOf({ scheme, set }: FormBasis, list: ListName): readonly Named[] {
  switch (list) {
    case 'criteria':
      return set.criteria.map(({ id, title }) => ({ id, name: { ja: `${id} ${title.ja}`, en: `${id} ${title.en}` } }));
    case 'scope':
      return scheme.scopeQuestions.map(({ id, question }) => ({ id, name: question }));
    case 'profile':
      return set.features.map(({ id, question }) => ({ id, name: question }));
    case 'productTypes':
      return scheme.productTypes;
  }
}

function sentences(view: View, outdated: OutdatedDraft, change: 'added' | 'changed' | 'gone'): readonly string[] {
  const { say, language } = view;
  const basis = change === 'gone' ? outdated.before : outdated.after;
  return LISTS.flatMap((list) => {
    const names = new Map(entriesOf(basis, list).map(({ id, name }) => [id, name[language]]));
    const label = say(`desk.carry.${list}`);
    return outdated.changes[list][change].map((id) => say('desk.labelled', { label, words: names.get(id) ?? id }));
  });
}

function termsSentences({ say, language }: View, { after, changes }: OutdatedDraft): readonly string[] {
  return changes.terms.flatMap((kind) => {
    const terms = findTerms(after.scheme, kind, after.day);
    return terms === undefined
      ? []
      : [say('desk.carry.terms', { title: terms.title[language], version: terms.version })];
  });
}

function changesList(view: View, outdated: OutdatedDraft): Html {
  const { say } = view;
  const lists = (['added', 'changed', 'gone'] as const).map((change) => {
    const more = change === 'changed' ? termsSentences(view, outdated) : [];
    const all = [...sentences(view, outdated, change), ...more];
    return all.length === 0
      ? ''
      : html`<h2>${say(`desk.carry.${change}`, { count: all.length })}</h2>
          ${points(all)}`;
  });
  return html`${lists}`;
}

function unplacedList(view: View, desk: DeskCase, { before, unplaced }: OutdatedDraft): Html {
  const { say } = view;
  if (unplaced.length === 0) return html`<p>${say('desk.carry.all-kept')}</p>`;
  const readable = readableForm({ scheme: before.scheme, set: before.set, words: message });
  const answers = unplaced.map((part) => {
    const words = placedQuestion(view, { readable }, part);
    const label = part.kind === 'determination' ? part.criterion : undefined;
    return {
      question: label === undefined ? words : say('desk.labelled', { label, words }),
      answer: partWords(view, { readable }, { part, value: partOf(desk.shown.application, part) }),
    };
  });
  return html`<h2>${say('desk.carry.unplaced', { count: unplaced.length })}</h2>
    <p>${say('desk.carry.unplaced.text')}</p>
    ${answerList(view, answers)}`;
}

/** Tells on the page of a draft that its form has changed since it was begun. */
export function outdatedNotice(view: View, desk: DeskCase, outdated: OutdatedDraft | undefined): Html | string {
  if (outdated === undefined) return '';
  const { say, language } = view;
  const href = casePath(language, desk.shown.row.application_number, 'carry-over');
  return notificationBanner(view, {
    kind: 'warning',
    heading: say('desk.carry.notice'),
    text: html`<p>${say('desk.carry.notice.text')}</p>
      <p><a href="${href}">${say('desk.carry.look')}</a></p>`,
  });
}

/** The page that shows what is new, changed and gone in the form of a draft, and carries the draft over. */
export function carryOverPage(
  view: WorkspaceView,
  desk: DeskCase,
  { outdated, key, faults }: { outdated: OutdatedDraft; key: string; faults: readonly Fault[] },
): Html {
  const { say, language, signedIn } = view;
  const { number, parts } = caseHeading(view, desk, say('desk.carry'));
  const more = { version: String(desk.shown.row.version) };
  return deskPage(
    view,
    titleWithFaults(view, `${say('desk.carry')} ${number}`, faults),
    html`${parts} ${errorSummary(view, faults)}
      <h1>${say('desk.carry')}</h1>
      <p>${say('desk.carry.text')}</p>
      ${changesList(view, outdated)} ${unplacedList(view, desk, outdated)}
      ${postForm(
        view,
        {
          action: casePath(language, number, 'carry-over'),
          hidden: { csrf: signedIn.csrf, idempotencyKey: key, more },
        },
        buttonRow(
          button({ words: say('desk.carry.go') }),
          buttonLink({ href: casePath(language, number), words: say('desk.cancel'), weight: 'tertiary' }),
        ),
      )}`,
  );
}

import type { Answer } from '../../core/case/answer-kinds.ts';
import type { SectionId } from '../../core/case/application-items.ts';
import { partOf } from '../../core/case/application-parts.ts';
import { isOpenToEdits } from '../../core/case/case-lifecycle.ts';
import { itemOfGap } from '../../core/case/form-items.ts';
import type { Criterion } from '../../core/scheme/scheme.ts';
import { localizedParams } from '../../formats/application-form/localized-params.ts';
import { answerList } from '../parts/answer-list.ts';
import { answerWords } from '../parts/answer-words.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { deskPage } from '../parts/desk-page.ts';
import { errorSummary, titleWithFaults, type Fault } from '../parts/error-summary.ts';
import { fileList } from '../parts/file-list.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { postForm } from '../parts/post-form.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { caseHeading } from './case-heading.ts';
import { criterionParts, mayChange, judgedOn, type DeskCase } from './desk-form.ts';
import { casePath } from './desk-places.ts';
import { answersOf } from './given-answers.ts';
import { listedFile } from './listed-files.ts';
import { itemPath, itemsInOrder } from './task-groups.ts';

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

function itemSection(view: WorkspaceView, desk: DeskCase, item: string): Html {
  const change = mayChange(desk, item) ? itemPath(view, desk, item) : undefined;
  const criterion = desk.form.set.criteria.find(({ id }) => item === `determination:${id}`);
  if (criterion !== undefined) {
    return html`<section id="${item}">
      <h2>${criterion.id} ${criterion.title[view.language]}</h2>
      ${criterionAnswers(view, desk, { criterion, change })}
    </section>`;
  }
  return html`<section id="${item}">
    <h2>${view.say(`section.${item as SectionId}`)}</h2>
    ${answerList(view, answersOf(view, desk, item as SectionId, change))}
  </section>`;
}

/** Everything to be mended before the application can be submitted, each with the section it stands in. */
function gapFaults(view: WorkspaceView, desk: DeskCase): readonly Fault[] {
  const { language, say } = view;
  const { gaps, application } = desk.shown;
  return gaps.map((gap) => {
    const item = itemOfGap(gap, application);
    const wrong = say(`gap.${gap.code}`, localizedParams(gap.params, language));
    const question = desk.readable.items.get(gap.path)?.field.label[language];
    const words = question === undefined ? wrong : say('desk.labelled', { label: question, words: wrong });
    const label = gap.criterion ?? say(`section.${item as SectionId}`);
    return { field: item, words: say('desk.labelled', { label, words }) };
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
  state: { readonly key: string; readonly maySubmit: boolean; readonly refusal: string | undefined },
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
      ${itemsInOrder(desk).map((item) => itemSection(view, desk, item))}
      <section>
        <h2>${say('desk.files.all')}</h2>
        ${files.length === 0 ? html`<p>${say('part.answer.none')}</p>` : fileList(view, files)}
      </section>
      ${isOpenToEdits(desk.shown.row.state) ? sending(view, desk, state) : ''}`,
  );
}

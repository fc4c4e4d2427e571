import type { Audience } from '../../core/case/answer-kinds.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';
import { written } from './written.ts';

/** A question with what was answered, before it is sent or after. */
export type GivenAnswer = {
  readonly question: string;
  /** As typed; several lines stay several lines. Nothing given is said to be so. */
  readonly answer?: Html | string | undefined;
  /** Where it can be changed. */
  readonly change?: string | undefined;
  /** Who will see it. */
  readonly seenBy?: Audience | undefined;
  /** What is to be mended about it. */
  readonly fault?: string | undefined;
  readonly remark?: Html | string | undefined;
};

function answerOf(reader: Reader, { answer }: GivenAnswer): Html {
  if (answer === undefined || answer === '') {
    return html`<span class="answer__none">${reader.say('part.answer.none')}</span>`;
  }
  return typeof answer === 'string' ? html`<span class="written">${written(reader, answer)}</span>` : answer;
}

/** Marks who will see something, with words and a sign. */
function visibilityMark({ say }: Reader, seenBy: NonNullable<GivenAnswer['seenBy']>): Html {
  return html`<span class="visibility-mark" data-seen-by="${seenBy}">${say(`part.answer.${seenBy}`)}</span>`;
}

function answerRow(reader: Reader, given: GivenAnswer): Html {
  const { say } = reader;
  const { question, change, seenBy, fault, remark } = given;
  return html`<div class="answer" ${fault === undefined ? '' : html`data-fault`}>
    <dt class="answer__question">${question} ${seenBy === undefined ? '' : visibilityMark(reader, seenBy)}</dt>
    <dd class="answer__given">
      ${answerOf(reader, given)} ${fault === undefined ? '' : html`<p class="answer__fault">${fault}</p>`}
      ${
        remark === undefined
          ? ''
          : html`<div class="form-field__remark">
              <p class="form-field__remark-by">${say('part.remark')}</p>
              <div>${remark}</div>
            </div>`
      }
    </dd>
    ${
      change === undefined
        ? ''
        : html`<dd class="answer__change">
            <a href="${change}" aria-label="${say('part.answer.change.of', { question })}"
              >${say('part.answer.change')}</a
            >
          </dd>`
    }
  </div>`;
}

/** Answers to be looked over, each with the way to change it. */
export function answerList(reader: Reader, answers: readonly GivenAnswer[]): Html {
  return html`<dl class="answer-list">${answers.map((given) => answerRow(reader, given))}</dl>`;
}

import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** A stretch of the way a case goes. */
type CaseStep = {
  readonly name: string;
  readonly state: 'done' | 'current' | 'ahead' | 'stopped';
  /** Since when, until when, whose turn it is. */
  readonly note?: Html | string | undefined;
};

/** The way of a case from its opening to its end, with where it stands. */
export function caseSteps({ say }: Reader, steps: readonly CaseStep[]): Html {
  const step = ({ name, state, note }: CaseStep): Html =>
    html`<li class="case-step" data-state="${state}" ${state === 'current' ? html`aria-current="step"` : ''}>
      <span class="case-step__name"
        >${name}<span class="visually-hidden">${say('part.step', { state: say(`part.step.${state}`) })}</span></span
      >
      ${note === undefined ? '' : html`<span class="case-step__note">${note}</span>`}
    </li>`;
  return html`<ol class="case-steps" aria-label="${say('part.steps')}">
    ${steps.map(step)}
  </ol>`;
}

import type { CaseState } from '../../core/case/case-lifecycle.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** How a state stands: whose turn it is, and whether it went well. Shown by words and a sign, never by colour alone. */
export type Tone = 'neutral' | 'waiting' | 'active' | 'good' | 'warning' | 'bad';

/** A state in one or two words. */
export function statusTag(tone: Tone, words: string, id?: string): Html {
  return html`<span class="status-tag" data-tone="${tone}" ${id === undefined ? '' : html`id="${id}"`}>${words}</span>`;
}

const TONES: Readonly<Record<CaseState, Tone>> = {
  draft: 'neutral',
  submitted: 'waiting',
  returned: 'warning',
  accepted: 'waiting',
  in_review: 'active',
  more_asked: 'warning',
  awaiting_decision: 'active',
  granted: 'good',
  refused: 'bad',
  not_accepted: 'bad',
  discontinued: 'neutral',
};

/** The state of a case. */
export function caseStateTag({ say }: Reader, state: CaseState): Html {
  const words = say(`case.state.${state}`);
  return statusTag(TONES[state], words.charAt(0).toUpperCase() + words.slice(1));
}

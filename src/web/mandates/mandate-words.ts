import type { MandateLine } from '../../app/parties/list-mandates.ts';
import type { MandateState } from '../../core/parties/mandate.ts';
import { html, type Html } from '../parts/html.ts';
import { statusTag, type Tone } from '../parts/status-tag.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

const TONES: Readonly<Record<MandateState, Tone>> = {
  pending: 'waiting',
  refused: 'bad',
  coming: 'waiting',
  'in-force': 'good',
  ended: 'neutral',
  revoked: 'neutral',
};

/** How a mandate stands, with when and why it was decided about or revoked. */
export function mandateStanding(view: WorkspaceView, { state, revokedAt, decision, letter }: MandateLine): Html {
  const { say, site } = view;
  const at = (moment: Temporal.Instant): string => say.moment(moment, site.scheme.zone);
  const decided =
    decision === undefined || (letter !== 'confirmed' && letter !== 'refused')
      ? undefined
      : say(`mandates.decided.${letter}`, { at: at(decision.at), by: decision.by, reason: decision.reason });
  const notes = [decided, revokedAt === undefined ? undefined : say('mandates.revoked', { at: at(revokedAt) })];
  return html`${statusTag(TONES[state], say(`mandates.state.${state}`))}
  ${notes.map((note) => (note === undefined ? '' : html`<p class="page__note">${note}</p>`))}`;
}

/** What a mandate covers. */
export function mandateScopeWords({ say }: WorkspaceView, { applications, allowsNew, numbers }: MandateLine): Html {
  if (applications === undefined) return html`${say('mandates.scope.all')}`;
  const named = numbers.length === 0 ? '' : html`<p>${say('mandates.scope.numbers', { numbers })}</p>`;
  return html`${named}${allowsNew ? html`<p>${say('mandates.scope.new')}</p>` : ''}`;
}

import type { LabelState } from '../../core/attestation/label-lifecycle.ts';
import type { ShownLabel } from './find-label.ts';

/** What the public may see of a label's state; before its publication there is nothing to see. */
export type PublicState = Exclude<LabelState, 'scheduled'>;

/** The state of a published label. Throws for one that is not published: nothing of it may be shown. */
export function publicState({ state }: Pick<ShownLabel, 'state'>): PublicState {
  if (state === 'scheduled') throw new Error('a label under embargo has no page');
  return state;
}

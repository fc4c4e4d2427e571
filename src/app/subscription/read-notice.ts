import { PUBLIC_CHANGES, type PublicChange } from '../../core/register/public-change.ts';
import type { DueNotice } from '../../db/notices.ts';
import { findLabel, type ShownLabel } from '../label/find-label.ts';
import type { Deps } from '../ports.ts';
import { nameTopic, type NamedTopic } from './topic-of.ts';

/** What a notice says: something that happened to a label, or something about the subscription itself. */
export type ReadNotice = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly topic: NamedTopic;
  /** Opens the page of the subscription. */
  readonly secret: string;
  readonly says:
    | { readonly what: PublicChange['what']; readonly label: ShownLabel }
    | { readonly what: 'confirm' | 'already' | 'challenge' };
};

const OWN = ['confirm', 'already', 'challenge'] as const;

/** Reads what a notice says from the register as it is now; undefined when its label is not there any more. */
export async function readNotice(
  deps: Deps,
  { notice, occurrence, at, subscription }: DueNotice,
): Promise<ReadNotice | undefined> {
  const { topic_kind: kind, topic: text, secret } = subscription;
  const read = { id: notice, at, secret, topic: await nameTopic(deps, { kind, text }) };
  const own = OWN.find((each) => occurrence.split('#')[0] === each);
  if (own !== undefined) return { ...read, says: { what: own } };
  const [number = '', happened] = occurrence.split('#');
  const what = PUBLIC_CHANGES.find((change) => change === happened);
  const found = await findLabel(deps, number);
  return found.ok && what !== undefined ? { ...read, says: { what, label: found.value } } : undefined;
}

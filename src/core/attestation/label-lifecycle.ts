import { isBefore } from '../kernel/legal-day.ts';
import type { Lifecycle } from '../kernel/lifecycle.ts';
import type { Validity } from './validity.ts';

/** What a label can be. States that need an act of the operator or the holder after issue come with those acts. */
export const LABEL_STATES = ['scheduled', 'valid', 'in_grace', 'lapsed'] as const;
/** A state of a label on a day. */
export type LabelState = (typeof LABEL_STATES)[number];

/** What changes a label's state; the calendar needs nobody. */
export type LabelAction = 'label.publish' | 'calendar.end-of-validity' | 'calendar.end-of-grace';

/** The facts a label's state follows from. */
export type LabelFacts = { readonly validity: Validity; readonly isPublished: boolean };

/**
 * The label's lifecycle (DOMAIN §6). The calendar acts at midnight in the scheme's zone, without anybody acting, also on a
 * label still under embargo: validity runs during it (DOMAIN §5). What it overtakes is published as what it has become.
 */
export const LABEL_LIFECYCLE: Lifecycle<LabelState, LabelAction, never, Pick<LabelFacts, 'isPublished'>> = {
  initial: 'scheduled',
  states: LABEL_STATES,
  transitions: [
    {
      action: 'label.publish',
      from: ['scheduled'],
      to: 'valid',
      rules: [],
      clause: 'IPA confidentiality rules of 14 March 2025; DOMAIN §6',
    },
    {
      action: 'label.publish',
      from: ['in_grace'],
      to: 'in_grace',
      when: ({ isPublished }) => !isPublished,
      rules: [],
      clause: 'DOMAIN §6 [O]',
    },
    {
      action: 'label.publish',
      from: ['lapsed'],
      to: 'lapsed',
      when: ({ isPublished }) => !isPublished,
      rules: [],
      clause: 'DOMAIN §6 [O]',
    },
    {
      action: 'calendar.end-of-validity',
      from: ['scheduled', 'valid'],
      to: 'in_grace',
      rules: [],
      clause: 'DOMAIN §6 [O]',
    },
    { action: 'calendar.end-of-grace', from: ['in_grace'], to: 'lapsed', rules: [], clause: 'DOMAIN §6 [O]' },
  ],
};

/** The last day of a label's grace, or undefined when it does not expire. */
export function lastDayOfGrace(validity: Validity): Temporal.PlainDate | undefined {
  return validity.until?.add({ days: validity.graceDays });
}

/** The state of a label on a legal day, from its dates alone: nothing has to run at midnight for a label to lapse. */
export function labelStateOn(facts: LabelFacts, day: Temporal.PlainDate): LabelState {
  const { until } = facts.validity;
  const graceEnd = lastDayOfGrace(facts.validity);
  if (until === undefined || graceEnd === undefined || !isBefore(until, day)) {
    return facts.isPublished ? 'valid' : 'scheduled';
  }
  return isBefore(graceEnd, day) ? 'lapsed' : 'in_grace';
}

/** The next legal day on which the calendar alone changes the state, if any: what a stored page must not outlive. */
export function nextCalendarChange(facts: LabelFacts, day: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const state = labelStateOn(facts, day);
  if (state === 'scheduled' || state === 'valid') return facts.validity.until?.add({ days: 1 });
  return state === 'in_grace' ? lastDayOfGrace(facts.validity)?.add({ days: 1 }) : undefined;
}

/** Artwork may be downloaded while the label may be put on new goods (DOMAIN §6). */
export function mayDownloadArtwork(state: LabelState): boolean {
  return state === 'scheduled' || state === 'valid';
}

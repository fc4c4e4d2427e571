/** The acts that have a page of their own at the office, each with the last part of its address. */
export const ACT_PLACES = {
  'case.accept': 'accept',
  'case.return': 'return',
  'case.decline': 'decline',
  'case.record-payment': 'record-payment',
  'case.discontinue': 'discontinue',
  'case.propose-decision': 'propose',
  'case.withdraw-proposal': 'withdraw-proposal',
  'case.confirm-decision': 'confirm',
  'label.publish': 'publish',
} as const;
/** One of them. */
export type OfficeAct = keyof typeof ACT_PLACES;

/** Whether an act has a page at the office. */
export function isOfficeAct(act: string): act is OfficeAct {
  return Object.hasOwn(ACT_PLACES, act);
}

/** The act whose page an address names. */
export function actAt(place: string): OfficeAct | undefined {
  return (Object.keys(ACT_PLACES) as OfficeAct[]).find((act) => ACT_PLACES[act] === place);
}

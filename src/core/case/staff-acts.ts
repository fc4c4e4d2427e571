import type { ActId } from '../access/permissions.ts';

/**
 * What the operator's staff do among themselves. A proposal counts only once it is confirmed; until then its applicant
 * hears nothing of it (DOMAIN §5.10).
 */
const STAFF_ACTS: readonly ActId[] = [
  'case.assign',
  'case.keep-check',
  'case.add-note',
  'case.export',
  'case.propose-decision',
  'case.withdraw-proposal',
];

/** Whether only the operator's staff see that an act was done. */
export function isForStaff(act: string): boolean {
  return STAFF_ACTS.some((staffAct) => staffAct === act);
}

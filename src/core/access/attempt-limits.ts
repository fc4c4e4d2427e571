/** What may be tried only so often. */
export const ATTEMPT_KINDS = [
  'sign_in',
  'invitation',
  'recovery_by_network',
  'recovery_by_account',
  'subscribe_by_network',
  'subscribe_by_address',
] as const;
/** One kind of attempt. */
export type AttemptKind = (typeof ATTEMPT_KINDS)[number];

/** How often something may be tried in a stretch of time, in minutes. */
type AttemptLimit = { readonly most: number; readonly minutes: number };

/**
 * How often each may be tried. A network may be a whole company, so signing in is generous; codes and links hold 120 bits
 * and more, so these only keep guessing from costing anything else (ASVS 5.0, 6.3.1). Nobody's mailbox or server is
 * made to take more than a few messages a day that its owner did not ask for.
 */
export const ATTEMPT_LIMITS: Readonly<Record<AttemptKind, AttemptLimit>> = {
  sign_in: { most: 60, minutes: 15 },
  invitation: { most: 20, minutes: 60 },
  recovery_by_network: { most: 20, minutes: 60 },
  recovery_by_account: { most: 5, minutes: 60 },
  subscribe_by_network: { most: 30, minutes: 60 },
  subscribe_by_address: { most: 5, minutes: 24 * 60 },
};

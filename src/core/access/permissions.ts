import type { Role } from './actor.ts';

/**
 * Whose subjects a role may act on: its own organisation's, those of vendors that gave a mandate, the person's own and
 * nobody else's, or anybody's.
 */
export type Reach = 'own' | 'mandated' | 'self' | 'any';

/** One grant of the access table; `person` is anybody signed in, whatever their roles. */
export type Grant = { readonly role: Role | 'person' | 'system' | 'public'; readonly over: Reach };

const vendorEdits: readonly Grant[] = [
  { role: 'vendor-editor', over: 'own' },
  { role: 'vendor-signatory', over: 'own' },
  { role: 'agent', over: 'mandated' },
];
const vendorCommits: readonly Grant[] = [
  { role: 'vendor-signatory', over: 'own' },
  { role: 'agent', over: 'mandated' },
];
const labelOffice: readonly Grant[] = [{ role: 'label-officer', over: 'any' }];
const staffReads: readonly Grant[] = [
  { role: 'label-officer', over: 'any' },
  { role: 'reviewer', over: 'any' },
  { role: 'decider', over: 'any' },
  { role: 'surveillance-officer', over: 'any' },
  { role: 'scheme-officer', over: 'any' },
];
const administrators: readonly Grant[] = [{ role: 'administrator', over: 'any' }];
const system: Grant = { role: 'system', over: 'any' };
const oneself: readonly Grant[] = [{ role: 'person', over: 'self' }];

/**
 * The one table of who may do and read what. An act that is not here cannot be done; a lifecycle says when an act is
 * possible, never who may do it.
 */
export const PERMISSIONS = {
  'case.open': vendorEdits,
  'case.edit': vendorEdits,
  'case.carry-over': vendorEdits,
  'case.read': [...vendorEdits, ...staffReads],
  'case.submit': vendorCommits,
  'case.verify-receipt': [system],
  'case.return': labelOffice,
  'case.decline': labelOffice,
  'case.accept': labelOffice,
  'case.record-payment': labelOffice,
  'case.request-provisional': vendorCommits,
  'case.ask-more': [{ role: 'reviewer', over: 'any' }],
  'case.answer-more': vendorCommits,
  'case.certify': [{ role: 'decider', over: 'any' }],
  'case.propose-decision': labelOffice,
  'case.withdraw-proposal': labelOffice,
  'case.confirm-decision': labelOffice,
  'case.discontinue': [...vendorCommits, ...labelOffice, system],
  'case.read-history': [...vendorEdits, ...staffReads],
  'case.read-queue': staffReads,
  'case.read-at-office': staffReads,
  'case.assign': labelOffice,
  'case.keep-check': labelOffice,
  'case.add-note': staffReads,
  'case.export': labelOffice,
  'label.publish': [...labelOffice, system],
  'label.read': [{ role: 'public', over: 'any' }],
  'label.download-artwork': [...vendorEdits, ...labelOffice],
  'scheme.load': [system],
  'scheme.read-in-force': administrators,
  'organisation.register': [...administrators, system],
  'person.register': [...administrators, system],
  'person.list': [...administrators, system],
  'mandate.give': [{ role: 'vendor-signatory', over: 'own' }],
  'mandate.list': [
    { role: 'vendor-editor', over: 'own' },
    { role: 'vendor-signatory', over: 'own' },
    { role: 'agent', over: 'own' },
  ],
  'mandate.revoke': [{ role: 'vendor-signatory', over: 'own' }, ...labelOffice],
  'mandate.file-letter': [
    { role: 'vendor-signatory', over: 'own' },
    { role: 'agent', over: 'own' },
  ],
  'mandate.read-letter': [
    { role: 'vendor-editor', over: 'own' },
    { role: 'vendor-signatory', over: 'own' },
    { role: 'agent', over: 'own' },
    ...labelOffice,
  ],
  'mandate.confirm-letter': labelOffice,
  'mandate.refuse-letter': labelOffice,
  'mandate.read-at-office': labelOffice,
  'figures.read': [...staffReads, ...administrators],
  'health.read': administrators,
  'subscription.ask': [{ role: 'public', over: 'any' }],
  'subscription.confirm': [{ role: 'public', over: 'any' }],
  'subscription.end': [{ role: 'public', over: 'any' }],
  'subscription.tell': [system],
  'mail.send': [system],
  'mail.ask-to-send': administrators,
  'mail.list': administrators,
  'mail.list-own': oneself,
  'file.reconcile': [...administrators, system],
  'file.scan': [system],
  'issuer-key.rotate': [...administrators, system],
  'issuer-key.revoke': [...administrators, system],
  'issuer-key.list': [...administrators, system],
  'log-key.rotate': [...administrators, system],
  'log-key.retire': [...administrators, system],
  'session.start': [{ role: 'public', over: 'any' }],
  'session.choose-organisation': oneself,
  'session.list': oneself,
  'session.end': oneself,
  'session.end-of-person': [...administrators, system],
  'person.choose-language': oneself,
  'session.prove': oneself,
  'passkey.list': oneself,
  'passkey.enrol': oneself,
  'passkey.remove': oneself,
  'recovery-code.make': oneself,
  'organisation.list': administrators,
  'person.give-role': administrators,
  'person.take-role': administrators,
  'person.invite': [...administrators, system],
  'person.list-invitations': administrators,
  'person.withdraw-invitation': administrators,
  'person.leave-organisation': [...administrators, system],
} as const satisfies Readonly<Record<string, readonly Grant[]>>;

/**
 * Whether a role acts for the operator rather than for an applicant: what the same act may do can differ (DOMAIN §5,
 * states: an applicant discontinues at will, the operator only past a clock).
 */
export function actsForOperator(role: Grant['role']): boolean {
  return !vendorEdits.some((grant) => grant.role === role);
}

/** Whether somebody with these roles acts for others, under their mandates. */
export function actsUnderMandates(roles: readonly Role[]): boolean {
  return vendorEdits.some(({ role, over }) => over === 'mandated' && roles.some((held) => held === role));
}

/** An act or a read the access table knows. */
export type ActId = keyof typeof PERMISSIONS;

/** The roles that may do an act somewhere, in table order. */
export function rolesFor(act: ActId): readonly Grant['role'][] {
  return PERMISSIONS[act].map((grant) => grant.role);
}

/** Whether somebody with these roles may do an act somewhere, whatever its subject. */
export function hasRoleFor(act: ActId, roles: readonly Role[]): boolean {
  return roles.some((role) => rolesFor(act).includes(role));
}

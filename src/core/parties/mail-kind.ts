/** What a mail tells somebody: one kind for each thing that happens to what is theirs. */
export const MAIL_KINDS = [
  'submitted',
  'returned',
  'declined',
  'accepted',
  'paid',
  'provisional',
  'granted',
  'refused',
  'discontinued',
  'mandate-given',
  'mandate-revoked',
  'letter-filed',
  'letter-confirmed',
  'letter-refused',
  'invitation',
] as const;
/** One kind of mail. */
export type MailKind = (typeof MAIL_KINDS)[number];

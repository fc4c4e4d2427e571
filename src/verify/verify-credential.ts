import { baseOfIssuer, labelContextAt } from '../formats/credential/credential-names.ts';
import { dayByOffsetOf } from '../formats/credential/date-time-stamp.ts';
import { parseIssuerDocument, type Issuer } from '../formats/credential/issuer-document.ts';
import { isJsonObject } from '../core/kernel/json-object.ts';
import { readSecured, type Secured } from './read-secured.ts';
import { fails, holds, type Step, type VerifyTools } from './step.ts';
import { statusEntriesOf, verifyStatus, type StatusEntry } from './verify-status.ts';

/** What a label's credential is held against. Moments in seconds since 1970. */
export type CredentialExpectation = {
  /** The issuer's document with its keys, as text: the register shows it under `/issuer`. */
  readonly issuer: string;
  /** Status lists, as they were fetched; without one, whether the label was revoked or suspended stays unknown. */
  readonly lists?: readonly string[];
  /** The moment it is. */
  readonly now: number;
  /**
   * The legal day (`YYYY-MM-DD`) the label's validity is asked for; without one today, in the zone of the credential.
   */
  readonly day?: string | undefined;
  /** The registration number it should be about, where one is expected. */
  readonly number?: string | undefined;
  /** The SHA-256 of the record that was found in the public log, where it is at hand. */
  readonly recordSha256?: string | undefined;
};

/** What a believed credential says, as far as others go on from it. */
type ReadCredential = {
  readonly number: string;
  /** Where its status lists are, below the register's address. */
  readonly statusPaths: readonly string[];
};

/** What was looked at, and what the credential says if it is believed. */
export type CredentialVerification = {
  readonly steps: readonly Step[];
  readonly credential: ReadCredential | undefined;
};

type LabelSubject = {
  readonly number: string;
  readonly recordSha256: string;
  readonly from: string;
  readonly until: string | undefined;
  readonly graceUntil: string | undefined;
};

/** A label's own part of a credential; `today` where the credential is at home. */
type LabelContent = {
  readonly subject: LabelSubject;
  readonly status: readonly StatusEntry[];
  readonly today: string;
};

const DAY = /^\d{4}-\d\d-\d\d$/;

const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value);

const isDayOrNone = (value: unknown): value is string | undefined => value === undefined || isDay(value);

function parseSubject(value: unknown): LabelSubject | undefined {
  if (!isJsonObject(value) || value['type'] !== 'LabelledProduct') return undefined;
  const { number, recordSha256, labelFrom: from, labelUntil: until, graceUntil } = value;
  if (typeof number !== 'string' || typeof recordSha256 !== 'string') return undefined;
  if (!isDay(from) || !isDayOrNone(until) || !isDayOrNone(graceUntil)) return undefined;
  return { number, recordSha256, from, until, graceUntil };
}

/** What makes a credential one of a label of this issuer. */
function contentOf({ types, contexts, members }: Secured, base: string, now: number): LabelContent | string {
  if (!types.includes('LabelCredential')) return 'type_not_known';
  if (contexts.length !== 2 || contexts[1] !== labelContextAt(base)) return 'context_not_known';
  const subject = parseSubject(members['credentialSubject']);
  if (subject === undefined) return 'subject_malformed';
  const status = statusEntriesOf(members);
  if (status?.every(({ list }) => list.startsWith(`${base}/status/`)) !== true) return 'status_malformed';
  const { validFrom } = members;
  const today = typeof validFrom === 'string' ? dayByOffsetOf(validFrom, now) : undefined;
  return today === undefined ? 'period_malformed' : { subject, status, today };
}

/** Whether the label is valid on a day; ISO days sort as they follow. */
function periodStep({ from, until, graceUntil }: LabelSubject, day: string): Step {
  const detail = { day, from, ...(until === undefined ? {} : { until }) };
  if (day < from) return fails('period', { ...detail, code: 'not_yet_valid' });
  if (until === undefined || day <= until) return holds('period', { day });
  if (graceUntil !== undefined && day <= graceUntil)
    return { id: 'period', outcome: 'unknown', detail: { ...detail, graceUntil } };
  return fails('period', { ...detail, code: 'lapsed' });
}

function aboutSteps({ subject, today }: LabelContent, expected: CredentialExpectation): readonly Step[] {
  const { number, recordSha256, day = today } = expected;
  const isAsked = number === undefined || subject.number === number;
  const label = isAsked
    ? holds('label', { number: subject.number })
    : fails('label', { found: subject.number, expected: number });
  const isSame = subject.recordSha256 === recordSha256;
  const same = isSame ? holds('same-record') : fails('same-record', { number: subject.number });
  return [label, ...(recordSha256 === undefined ? [] : [same]), periodStep(subject, day)];
}

/** The members of an issuer that a label can be from, with where it is. */
function readIssuer(text: string): { readonly issuer: Issuer; readonly base: string } | undefined {
  const issuer = parseIssuerDocument(text);
  const base = issuer.ok ? baseOfIssuer(issuer.value.id) : undefined;
  return issuer.ok && base !== undefined ? { issuer: issuer.value, base } : undefined;
}

/**
 * Verifies the credential of a label, asking nobody: the issuer's keys, the signature, that it is a label's credential
 * of this issuer, whom it is about, its validity on a day, and its status in the lists that are given. Stops at the
 * first step after which nothing could be believed. It throws on no input.
 */
export async function verifyCredential(
  text: string,
  expected: CredentialExpectation,
  tools: VerifyTools,
): Promise<CredentialVerification> {
  const steps: Step[] = [];
  const stopped = (step: Step): CredentialVerification => ({ steps: [...steps, step], credential: undefined });
  const read = readIssuer(expected.issuer);
  if (read === undefined) return stopped(fails('issuer', { code: 'issuer_malformed' }));
  const { issuer, base } = read;
  steps.push(holds('issuer', { issuer: issuer.id }));
  const about = { issuer, now: expected.now };
  const secured = await readSecured(text.trim(), about, tools);
  if (!secured.ok) return stopped(fails(secured.error.step, { code: secured.error.code }));
  steps.push(holds('credential'), holds('signature', { key: secured.value.kid }));
  const content = contentOf(secured.value, base, expected.now);
  if (typeof content === 'string') return stopped(fails('content', { code: content }));
  const { subject, status } = content;
  steps.push(holds('content'), ...aboutSteps(content, expected));
  steps.push(...(await verifyStatus(status, expected.lists ?? [], about, tools)));
  const statusPaths = status.map(({ list }) => list.slice(base.length));
  return { steps, credential: { number: subject.number, statusPaths } };
}

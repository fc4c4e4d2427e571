import { mandateReaches } from '../../core/access/held-mandates.ts';
import type { OrganisationId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import type { MailKind } from '../../core/parties/mail-kind.ts';
import { mandateState } from '../../core/parties/mandate.ts';
import { findCase, type CaseRow } from '../../db/cases.ts';
import type { Reader } from '../../db/database.ts';
import { findEvent, type EventFacts } from '../../db/event-history.ts';
import { findFee } from '../../db/fees.ts';
import { findLabelOfCase } from '../../db/labels.ts';
import { listMembers } from '../../db/mails.ts';
import { findMandate, listMandatesOf } from '../../db/listed-mandates.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';
import type { CaseId, MandateId } from '../../core/kernel/ids.ts';
import type { Deps } from '../ports.ts';

/** A fact a mail names; an absent one is left out of it. */
type Fact = string | number | Temporal.PlainDate | undefined;

/**
 * What is told after an event, and to which addresses. Mails cross the open network: they carry numbers, days and a
 * link, and nothing of the application's content.
 */
export type Announcement = {
  readonly kind: MailKind;
  readonly facts: Readonly<Record<string, Fact>>;
  /** The page on which the rest is read, without the language. */
  readonly path: string;
  readonly recipients: readonly string[];
};

const CASE_KINDS: Readonly<Record<string, MailKind>> = {
  'case.submit': 'submitted',
  'case.return': 'returned',
  'case.decline': 'declined',
  'case.accept': 'accepted',
  'case.record-payment': 'paid',
  'case.request-provisional': 'provisional',
  'case.discontinue': 'discontinued',
};

function kindOf({ act, detail }: EventFacts): MailKind | undefined {
  if (act !== 'case.confirm-decision') return CASE_KINDS[act];
  return detail['outcome'] === 'grant' ? 'granted' : 'refused';
}

function day(value: unknown): Temporal.PlainDate | undefined {
  return typeof value === 'string' ? Temporal.PlainDate.from(value) : undefined;
}

/** The agent's person who opened the case counts as long as their organisation's mandate is in force. */
async function caseRecipients(
  deps: Pick<Deps, 'clock' | 'scheme'>,
  db: Reader,
  row: CaseRow,
): Promise<readonly string[]> {
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  const mandates = (await listMandatesOf(db, row.vendor)).filter(
    (mandate) =>
      mandate.vendor === row.vendor && mandateState(mandate, today) === 'in-force' && mandateReaches(mandate, row.id),
  );
  const members = await listMembers(db, [row.vendor, ...new Set(mandates.map(({ agent }) => agent))]);
  const people = members.filter(({ organisation, person }) => organisation === row.vendor || person === row.opened_by);
  const contact = fromStoredApplication(row.application).answers['vendor.contactMail'];
  return [...people.map(({ mail }) => mail), ...(contact === undefined ? [] : [contact.trim().toLowerCase()])];
}

async function caseFacts(db: Reader, row: CaseRow, event: EventFacts): Promise<Announcement['facts']> {
  const [fee, label] = [await findFee(db, row.id), await findLabelOfCase(db, row.id)];
  return {
    number: row.application_number,
    sequence: typeof event.detail['sequence'] === 'number' ? event.detail['sequence'] : undefined,
    reason: event.reason ?? undefined,
    acceptance: row.acceptance_number ?? undefined,
    provisional: row.provisional_number ?? undefined,
    label: label?.number,
    amount: fee?.amount,
    currency: fee?.currency,
    dueOn: day(event.detail['dueOn']),
    paidOn: day(event.detail['paidOn']),
  };
}

async function ofCase(
  deps: Pick<Deps, 'clock' | 'scheme'>,
  db: Reader,
  event: EventFacts,
): Promise<Announcement | undefined> {
  const kind = kindOf(event);
  const row = await findCase(db, event.subject_id as CaseId);
  if (kind === undefined || row === undefined) return undefined;
  return {
    kind,
    facts: await caseFacts(db, row, event),
    path: `/workspace/cases/${row.application_number}`,
    recipients: await caseRecipients(deps, db, row),
  };
}

const MANDATE_KINDS: Readonly<Record<string, MailKind>> = {
  'mandate.give': 'mandate-given',
  'mandate.file-letter': 'letter-filed',
  'mandate.confirm-letter': 'letter-confirmed',
  'mandate.refuse-letter': 'letter-refused',
  'mandate.revoke': 'mandate-revoked',
};

async function ofMandate(db: Reader, { act, subject_id: id, reason }: EventFacts): Promise<Announcement | undefined> {
  const mandate = await findMandate(db, id as MandateId);
  const kind = MANDATE_KINDS[act];
  if (mandate === undefined || kind === undefined) return undefined;
  const parties: readonly OrganisationId[] = [mandate.vendor, mandate.agent];
  return {
    kind,
    facts: {
      vendor: mandate.vendorName,
      agent: mandate.agentName,
      from: mandate.from,
      until: mandate.until,
      reason: reason ?? undefined,
    },
    path: '/workspace/mandates',
    recipients: (await listMembers(db, parties)).map(({ mail }) => mail),
  };
}

/** What an event is told as; undefined when there is nothing to tell, or the act wrote its mails itself. */
export async function announcementOf(
  deps: Pick<Deps, 'clock' | 'scheme'>,
  db: Reader,
  id: number,
): Promise<Announcement | undefined> {
  const event = await findEvent(db, id);
  if (event?.subject_kind === 'case') return ofCase(deps, db, event);
  return event?.subject_kind === 'mandate' ? ofMandate(db, event) : undefined;
}

import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Role } from '../core/access/actor.ts';
import type { CaseState } from '../core/case/case-lifecycle.ts';
import type { DecisionOutcome } from '../core/decision/label-decision.ts';
import type { CaseId, LabelId, MandateId, OrganisationId, PersonId, Sha256 } from '../core/kernel/ids.ts';
import type { Language } from '../core/kernel/text.ts';
import type { OrganisationKind } from '../core/parties/organisation.ts';
import type { NumberKind } from '../core/scheme/scheme.ts';

/** Every version of the scheme data ever in force here, by the hash of its canonical content. */
export type SchemeVersionsTable = {
  sha256: Sha256;
  position: GeneratedAlways<number>;
  scheme: string;
  content: string;
  loaded_at: Temporal.Instant;
};

/** The parties of the scheme. */
export type OrganisationsTable = {
  id: OrganisationId;
  kind: OrganisationKind;
  name: string;
  name_en: string;
  corporate_number: string | null;
  address: string;
  address_en: string;
  registered_at: Temporal.Instant;
};

/** People who may sign in. */
export type PeopleTable = {
  id: PersonId;
  name: string;
  mail: string;
  registered_at: Temporal.Instant;
  language: Language | null;
};

/** Who holds which role in which organisation. */
export type MembershipsTable = { person: PersonId; organisation: OrganisationId; role: Role };

/** Consents of vendors that an agent acts for them. */
export type MandatesTable = {
  id: MandateId;
  vendor: OrganisationId;
  agent: OrganisationId;
  valid_from: Temporal.PlainDate;
  valid_until: Temporal.PlainDate | null;
  given_by: PersonId;
  given_at: Temporal.Instant;
  revoked_at: Temporal.Instant | null;
  is_limited: Generated<boolean>;
  allows_new: Generated<boolean>;
  letter: Sha256 | null;
  letter_name: string | null;
  decided_at: Temporal.Instant | null;
  decided_by: PersonId | null;
  is_confirmed: boolean | null;
  decision_reason: string | null;
};

/** The applications a limited mandate covers. */
export type MandateCasesTable = { mandate: MandateId; case_id: CaseId };

/** The last sequence number given, by kind of number and period. */
export type NumberCountersTable = { kind: NumberKind; scheme: string; period: string; last: number };

/** What a case is about: a first label, its extension, or a change. */
export type CaseKind = 'new' | 'renewal' | 'change';

/** The cases, with the answers as they stand now. */
export type CasesTable = {
  id: CaseId;
  kind: CaseKind;
  state: CaseState;
  level: string;
  vendor: OrganisationId;
  opened_by: PersonId;
  opened_at: Temporal.Instant;
  version: number;
  application: string;
  application_number: string;
  acceptance_number: string | null;
  provisional_number: string | null;
  scheme_version: Sha256 | null;
  first_submitted_on: Temporal.PlainDate | null;
  due_on: Temporal.PlainDate | null;
  ended_reason: string | null;
  /** What was typed and cannot be read yet, by the name of its part. */
  unread_answers: ColumnType<Readonly<Record<string, string>>, string | undefined, string>;
  /** As in the answers; empty while not answered. */
  product_name: Generated<string>;
  product_type: Generated<string>;
  /**
   * The scheme data a draft was begun or last carried over under, and the day; drafts begun before these were kept lack
   * it.
   */
  drafted_under: Sha256 | null;
  drafted_on: Temporal.PlainDate | null;
  /** The officer who works on it. */
  assigned_to: PersonId | null;
};

/** The files attached to a case now, by the name its answers use. */
export type CaseFilesTable = {
  case_id: CaseId;
  name: string;
  sha256: Sha256;
  attached_by: PersonId;
  attached_at: Temporal.Instant;
};

/** What was submitted, exactly, each time. */
export type SubmissionsTable = {
  case_id: CaseId;
  sequence: number;
  received_at: Temporal.Instant;
  submitted_by: PersonId;
  application: string;
  answers_sha256: Sha256;
  seal: Sha256;
};

/** The files of a submission: the lines of its receipt. */
export type SubmissionFilesTable = { case_id: CaseId; sequence: number; name: string; size: number; sha256: Sha256 };

/** The format check of a submission. */
export type FormatChecksTable = {
  case_id: CaseId;
  sequence: number;
  officer: PersonId;
  made_at: Temporal.Instant;
  outcome: 'accepted' | 'returned' | 'declined';
  reason: string | null;
};

/** The items a format check returned, with the officer's words. */
export type FormatCheckFindingsTable = { case_id: CaseId; sequence: number; item: string; remark: string };

/** The fee of a case, as charged, and its payment. */
export type FeesTable = {
  case_id: CaseId;
  rule: string;
  amount: number;
  tax: number;
  currency: string;
  charged_on: Temporal.PlainDate;
  due_on: Temporal.PlainDate;
  paid_on: Temporal.PlainDate | null;
  recorded_by: PersonId | null;
};

/** Proposals about a label and their confirmation by a second person. */
export type LabelDecisionsTable = {
  id: GeneratedAlways<number>;
  case_id: CaseId;
  outcome: DecisionOutcome;
  reason: string | null;
  valid_until: Temporal.PlainDate | null;
  seal: Sha256;
  proposed_by: PersonId;
  proposed_at: Temporal.Instant;
  withdrawn_by: Generated<PersonId | null>;
  withdrawn_at: Generated<Temporal.Instant | null>;
  confirmed_by: Generated<PersonId | null>;
  confirmed_at: Generated<Temporal.Instant | null>;
};

/** The labels granted; their state on a day follows from the dates. */
export type LabelsTable = {
  id: LabelId;
  case_id: CaseId;
  vendor: OrganisationId;
  number: string;
  number_key: string;
  level: string;
  scheme_version: Sha256;
  issued_on: Temporal.PlainDate;
  valid_until: Temporal.PlainDate | null;
  grace_days: number;
  publish_on: Temporal.PlainDate;
  published_at: Temporal.Instant | null;
  record: string;
};

/** What a declaration says beside the label's record, as JSON; a row may be taken away at any time. */
export type DeclaredAnswersTable = { label_id: LabelId; answers: string };

/** The model numbers a label covers, in the applicant's order. */
export type LabelModelsTable = { label_id: LabelId; position: number; number: string; model_key: string };

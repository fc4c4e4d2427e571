import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { MailKind } from '../core/parties/mail-kind.ts';
import type { MailId, OrganisationId, PersonId, Sha256 } from '../core/kernel/ids.ts';
import type {
  CaseFilesTable,
  CasesTable,
  FeesTable,
  FormatCheckFindingsTable,
  FormatChecksTable,
  LabelDecisionsTable,
  DeclaredAnswersTable,
  LabelModelsTable,
  LabelsTable,
  MandateCasesTable,
  MandatesTable,
  MembershipsTable,
  NumberCountersTable,
  OrganisationsTable,
  PeopleTable,
  SchemeVersionsTable,
  SubmissionFilesTable,
  SubmissionsTable,
} from './case-tables.ts';
import type { CaseModelsTable, CaseNotesTable, FormatCheckDraftsTable, SentFormsTable } from './office-tables.ts';
import type { LabelLinesTable, LabelSearchTable } from './search-tables.ts';
import type { CredentialGapsTable, IssuerKeysTable, LabelCredentialsTable } from './credential-tables.ts';
import type { SnapshotsTable } from './snapshot-tables.ts';
import type { StoredPagesTable } from './stored-page-tables.ts';
import type { CalendarToldTable, NoticesTable, SubscriptionsTable } from './subscription-tables.ts';
import type {
  AttemptsTable,
  CeremoniesTable,
  InvitationsTable,
  OpenidIdentitiesTable,
  PasskeysTable,
  RecoveryCodesTable,
  SessionsTable,
} from './identity-tables.ts';

/** A value that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object; keys without a value are left out when written. */
export type JsonObject = { readonly [key: string]: Json | undefined };

/** A `jsonb` column, read as a value and written as JSON text; the database fills it when nothing is given. */
type JsonColumnWithDefault<T> = ColumnType<T, string | undefined, string>;

/** Which migrations this database has had, and the content each then had. */
export type SchemaMigrationsTable = {
  name: string;
  sha256: Sha256;
  applied_at: Temporal.Instant;
};

/** The stored files by content; the bytes lie in the file store under the same name. */
export type FilesTable = {
  sha256: Sha256;
  size: number;
  media_type: string;
  stored_at: Temporal.Instant;
};

/** What a malware scanner found in a stored file the latest time; a file without a row waits for its scan. */
export type FileScansTable = {
  sha256: Sha256;
  outcome: 'clean' | 'infected' | 'unscannable';
  finding: string | null;
  scanned_at: Temporal.Instant;
  engine: string;
  signatures: string;
};

/** Who did what to what, when and why; append-only by trigger. */
export type EventsTable = {
  id: GeneratedAlways<number>;
  at: Temporal.Instant;
  act: string;
  actor_person: PersonId | null;
  actor_organisation: OrganisationId | null;
  on_behalf_of: OrganisationId | null;
  actor_role: string | null;
  subject_kind: string;
  subject_id: string;
  reason: string | null;
  detail: JsonColumnWithDefault<JsonObject>;
};

/** The entries of the public transparency log in order, the first at index 0; append-only by trigger. */
export type PublicLogTable = {
  index: number;
  at: Temporal.Instant;
  kind: string;
  subject: string;
  entry: string;
  leaf_hash: Uint8Array;
};

/** One row: how far the public log goes, and what was signed. Whoever appends locks it, as the last lock of the act. */
export type PublicLogHeadTable = {
  only_row: Generated<boolean>;
  size: number;
  /** The hashes of the complete subtrees side by side, one after another. */
  edge: Generated<Uint8Array>;
  verifier_key: string | null;
  checkpoint: string | null;
  /** Signs beside the other key until that one retires. */
  joining_key: Generated<string | null>;
};

/** The hashes of full tiles of the public log, level by level; append-only by trigger. */
export type PublicLogSubtreesTable = {
  level: number;
  index: number;
  hash: Uint8Array;
};

/** The latest cosignature of each witness of the public log: the checkpoint's size, and the line under it. */
export type PublicLogCosignaturesTable = {
  witness: string;
  size: number;
  line: string;
};

/** The outbox. */
export type MailsTable = {
  id: MailId;
  event: number;
  kind: MailKind;
  recipient: string;
  subject: string;
  body: string | null;
  is_secret: boolean;
  written_at: Temporal.Instant;
  attempts: Generated<number>;
  tried_at: Generated<Temporal.Instant | null>;
  sent_at: Generated<Temporal.Instant | null>;
  fault: Generated<string | null>;
};

/** Every table of the database by name; a test holds this against the migrated database. */
export type Schema = {
  schema_migrations: SchemaMigrationsTable;
  files: FilesTable;
  file_scans: FileScansTable;
  events: EventsTable;
  public_log: PublicLogTable;
  public_log_head: PublicLogHeadTable;
  public_log_subtrees: PublicLogSubtreesTable;
  public_log_cosignatures: PublicLogCosignaturesTable;
  scheme_versions: SchemeVersionsTable;
  organisations: OrganisationsTable;
  people: PeopleTable;
  memberships: MembershipsTable;
  mandates: MandatesTable;
  mandate_cases: MandateCasesTable;
  number_counters: NumberCountersTable;
  cases: CasesTable;
  case_files: CaseFilesTable;
  submissions: SubmissionsTable;
  submission_files: SubmissionFilesTable;
  format_checks: FormatChecksTable;
  format_check_findings: FormatCheckFindingsTable;
  fees: FeesTable;
  label_decisions: LabelDecisionsTable;
  labels: LabelsTable;
  label_models: LabelModelsTable;
  declared_answers: DeclaredAnswersTable;
  label_search: LabelSearchTable;
  label_lines: LabelLinesTable;
  stored_pages: StoredPagesTable;
  case_models: CaseModelsTable;
  format_check_drafts: FormatCheckDraftsTable;
  case_notes: CaseNotesTable;
  sent_forms: SentFormsTable;
  sessions: SessionsTable;
  attempts: AttemptsTable;
  ceremonies: CeremoniesTable;
  passkeys: PasskeysTable;
  recovery_codes: RecoveryCodesTable;
  invitations: InvitationsTable;
  openid_identities: OpenidIdentitiesTable;
  mails: MailsTable;
  snapshots: SnapshotsTable;
  subscriptions: SubscriptionsTable;
  notices: NoticesTable;
  calendar_told: CalendarToldTable;
  issuer_keys: IssuerKeysTable;
  label_credentials: LabelCredentialsTable;
  credential_gaps: CredentialGapsTable;
};

import type { Generated, GeneratedAlways } from 'kysely';
import type { CaseId, PersonId } from '../core/kernel/ids.ts';

/** The folded model numbers of the latest submission of each case. */
export type CaseModelsTable = { case_id: CaseId; model_key: string };

/** What an officer has ticked and written so far about an item of a submission. */
export type FormatCheckDraftsTable = {
  case_id: CaseId;
  sequence: number;
  item: string;
  is_ticked: boolean;
  remark: string;
  saved_by: PersonId;
  saved_at: Temporal.Instant;
};

/** What the operator's staff wrote to each other about a case; append-only by trigger. */
export type CaseNotesTable = {
  id: GeneratedAlways<number>;
  case_id: CaseId;
  author: PersonId;
  written_at: Temporal.Instant;
  note: string;
  sent_as: string;
};

/** The forms people sent, and the page each led to once its act was done. */
export type SentFormsTable = {
  person: PersonId;
  key: string;
  sent_at: Temporal.Instant;
  led_to: Generated<string | null>;
};

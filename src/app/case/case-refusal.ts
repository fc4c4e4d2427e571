import type { AccessRefusal } from '../../core/access/authorize.ts';
import type { GapCode } from '../../core/case/application-gaps.ts';
import type { CaseRefusal as LifecycleRefusal } from '../../core/case/case-lifecycle.ts';
import type { Unlooked } from '../../core/case/unlooked-items.ts';
import type { Gap } from '../../core/kernel/gap.ts';
import type { NotYetOpen } from '../../core/scheme/scheme-calendar.ts';
import type { LogNotSigned } from '../log/append-public-facts.ts';
import type { NumbersExhausted } from './take-number.ts';

/** The scheme in force no longer has the level a draft was begun for. */
export type LevelGone = { readonly code: 'level_gone'; readonly level: string };

/** Every way an act on a case can be refused. */
export type CaseRefusal =
  | AccessRefusal
  | LifecycleRefusal
  | NotYetOpen
  | NumbersExhausted
  | LogNotSigned
  /** Everything the application lacks, all at once. */
  | { readonly code: 'application_incomplete'; readonly gaps: readonly Gap<GapCode>[] }
  /** Somebody else saved the case meanwhile; nothing was overwritten. */
  | { readonly code: 'changed_meanwhile'; readonly version: number }
  /** The form was sent before; the case is there. */
  | { readonly code: 'already_begun' }
  | { readonly code: 'unknown_level'; readonly level: string }
  | LevelGone
  | { readonly code: 'no_criteria_set'; readonly level: string }
  | { readonly code: 'no_fee_rule'; readonly level: string }
  | { readonly code: 'unknown_item'; readonly item: string }
  | { readonly code: 'day_in_future'; readonly day: Temporal.PlainDate }
  /** A fee is charged at acceptance and cannot have been paid before. */
  | {
      readonly code: 'day_before_acceptance';
      readonly day: Temporal.PlainDate;
      readonly acceptedOn: Temporal.PlainDate;
    }
  | { readonly code: 'day_before_issue'; readonly day: Temporal.PlainDate }
  /** What is proposed is not what the officer means to confirm; `until` is the earlier last day it sets, if it does. */
  | { readonly code: 'proposal_differs'; readonly until: Temporal.PlainDate | undefined }
  /** A draft, or a case that has come to its end: nobody works on it. */
  | { readonly code: 'not_in_queue' }
  | { readonly code: 'not_a_label_officer' }
  /** Somebody else gave the case to somebody meanwhile. */
  | { readonly code: 'assigned_meanwhile' }
  /** Items nobody has ticked, which whoever accepts has to say they know of. */
  | ({ readonly code: 'items_unlooked' } & Unlooked)
  /** The applicant has submitted again since the form was opened. */
  | { readonly code: 'submitted_again' }
  | { readonly code: 'nothing_written' }
  | { readonly code: 'text_over_limit'; readonly most: number }
  /** Another file of the case has this name already. */
  | { readonly code: 'file_name_taken'; readonly name: string }
  /** Items changed that were not returned to the applicant. */
  | { readonly code: 'closed_items_changed'; readonly items: readonly string[] };

import type { Actor } from '../../core/access/actor.ts';
import { partName } from '../../core/case/application-parts.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import { mergeParts, type PartChange, type PartConflict } from '../../core/case/merge-parts.ts';
import { unreadWithout } from '../../core/case/unread-answers.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { canonicalJson } from '../../core/log/canonical-json.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { saveSentForm, type SentForm } from '../../db/sent-forms.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { saveEdit, type StoredEvidence } from './edit-case.ts';
import { lockForAct } from './locked-case.ts';

/** What somebody did to one part in a form; what they typed there, where it cannot be read as an answer. */
export type AnswerChange = PartChange & { readonly unread?: string | undefined };

/** Changes made in a form, with the files it brought. */
type ChangedAnswers = {
  readonly id: CaseId;
  readonly changes: readonly AnswerChange[];
  readonly attach?: readonly StoredEvidence[] | undefined;
  readonly detach?: readonly string[] | undefined;
  /** The form the changes came with: that it is done is recorded with them, so that a crash between cannot repeat them. */
  readonly sent?: (SentForm & { readonly ledTo: string }) | undefined;
};

/** What became of the changes: the parts in which another person's answer stayed are for their sender to settle. */
type SavedAnswers = { readonly version: number; readonly conflicts: readonly PartConflict[] };

function unreadAfter(
  before: Readonly<Record<string, string>>,
  changes: readonly AnswerChange[],
): Readonly<Record<string, string>> {
  const touched = changes.map(({ part }) => part);
  const typed = changes.flatMap(({ part, unread }) =>
    unread === undefined ? [] : [[partName(part), unread] as const],
  );
  return { ...unreadWithout(before, touched), ...Object.fromEntries(typed) };
}

/**
 * Saves what was changed in a form of a draft or returned case, part by part, so that two people can work on one case:
 * nobody overwrites what they have not seen. What cannot be read yet is kept as it was typed, beside the answer it was to
 * replace.
 */
export function saveAnswers(
  deps: Deps,
  actor: Actor,
  { id, changes, attach = [], detach = [], sent }: ChangedAnswers,
): Promise<Result<SavedAnswers, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<SavedAnswers, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.edit', id });
    if (!locked.ok) return locked;
    const open = step(CASE_LIFECYCLE, locked.value.row.state, 'case.edit', NO_FACTS);
    if (!open.ok) return open;
    const readable = changes.filter(({ unread }) => unread === undefined);
    const { application, conflicts } = mergeParts(locked.value.application, readable);
    const { row } = locked.value;
    const unread = unreadAfter(row.unread_answers, changes);
    const isSame =
      application === locked.value.application && canonicalJson(unread) === canonicalJson(row.unread_answers);
    if (isSame && attach.length + detach.length === 0) return ok({ version: row.version, conflicts });
    const saved = await saveEdit(tx, actor, locked.value, { application, attach, detach, unread });
    if (!saved.ok) return saved;
    if (sent !== undefined && conflicts.length === 0) await saveSentForm(tx, sent, sent.ledTo);
    return ok({ version: saved.value.version, conflicts });
  });
}

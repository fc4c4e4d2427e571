import type { Actor } from '../../core/access/actor.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { insertCaseNote } from '../../db/case-notes.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { lockForAct, personOf } from './locked-case.ts';

/** Characters a note may have. */
export const LONGEST_NOTE = 4000;

/** A note on a case; `sentAs` is the key of the form, a UUID: the same form writes one note however often it is sent. */
type NewNote = { readonly id: CaseId; readonly note: string; readonly sentAs: string };

/** Writes a note on a case that only the operator's staff read; it can be answered by another, never altered. */
export function addNote(
  deps: Deps,
  actor: Actor,
  { id, note: typed, sentAs }: NewNote,
): Promise<Result<{ readonly isNew: boolean }, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<{ isNew: boolean }, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.add-note', id });
    if (!locked.ok) return locked;
    const { row, now, record } = locked.value;
    if (row.state === 'draft') return refused({ code: 'no_such_subject' });
    const note = asTyped(typed);
    if (note === '') return refused({ code: 'nothing_written' });
    if (note.length > LONGEST_NOTE) return refused({ code: 'text_over_limit', most: LONGEST_NOTE });
    const written = { case_id: row.id, author: personOf(actor).person, written_at: now, note, sent_as: sentAs };
    const isNew = await insertCaseNote(tx, written);
    if (isNew) await record({});
    return ok({ isNew });
  });
}

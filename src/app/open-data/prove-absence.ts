import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { listedKey, type Listable } from '../../core/register/listed-key.ts';
import { findListedDay } from '../../db/snapshots.ts';
import { writeAbsenceProof } from '../../formats/absence-proof/absence-proof.ts';
import { proveEntry } from '../log/prove-entry.ts';
import type { Deps } from '../ports.ts';
import { digestOfKey } from './listed-digests.ts';
import { ListReader } from './stored-list.ts';

/** The subject under which the log has the list of a day. */
export const listSubject = (day: Temporal.PlainDate): string => `list:${day.toString()}`;

/** Why there is no proof: the day has no list, or what was asked is in it. */
type AbsenceRefusal = { readonly code: 'no_list' } | { readonly code: 'is_listed'; readonly day: Temporal.PlainDate };

/** A proof that the register lacked something at the end of a day, as text. */
type Absence = { readonly day: Temporal.PlainDate; readonly proof: string };

/**
 * Proves that the register did not have something at the end of a day; of the newest day with a list unless one is named.
 * Everybody may have it.
 */
export async function proveAbsence(
  deps: Pick<Deps, 'db' | 'files'>,
  asked: Listable,
  day?: Temporal.PlainDate,
): Promise<Result<Absence, AbsenceRefusal>> {
  const listed = await findListedDay(deps.db.kysely, day);
  const entry = listed && (await proveEntry(deps, listSubject(listed.day)));
  if (listed === undefined || entry === undefined) return refused({ code: 'no_list' });
  const neighbours = await new ListReader(deps, listed).neighbours(digestOfKey(listedKey(asked)));
  if (neighbours === undefined) return refused({ code: 'is_listed', day: listed.day });
  return ok({ day: listed.day, proof: writeAbsenceProof({ asked, ...neighbours, entry }) });
}

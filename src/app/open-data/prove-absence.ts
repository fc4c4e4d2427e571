import { searchKey } from '../../core/kernel/fold.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { listedKey, type Listable } from '../../core/register/listed-key.ts';
import { makerKeyOf } from '../../core/register/search-entry.ts';
import { parseNumber } from '../../core/scheme/number-format.ts';
import { listMakersOfModel } from '../../db/label-makers.ts';
import { findListedDay } from '../../db/snapshots.ts';
import { writeAbsenceProof } from '../../formats/absence-proof/absence-proof.ts';
import { proveEntry } from '../log/prove-entry.ts';
import type { Deps } from '../ports.ts';
import { digestOfKey } from './listed-digests.ts';
import { ListReader } from './stored-list.ts';

/** The subject under which the log has the list of a day. */
export const listSubject = (day: Temporal.PlainDate): string => `list:${day.toString()}`;

/**
 * Why there is no proof: the day has no list; what was asked is in it; or it is a mistyped number, which no label has and
 * whose absence says nothing about the one that was meant.
 */
type AbsenceRefusal =
  | { readonly code: 'no_list' | 'wrong_check_character' }
  | { readonly code: 'is_listed'; readonly day: Temporal.PlainDate };

/** A proof that the register lacked something at the end of a day, as text. */
type Absence = { readonly day: Temporal.PlainDate; readonly proof: string };

/** What is asked, a number as it is printed on a box however it was typed; undefined for a mistyped one. */
function readAsked(deps: Pick<Deps, 'scheme'>, asked: Listable): Listable | undefined {
  if (!('number' in asked)) return asked;
  const number = parseNumber(deps.scheme.scheme.numbers.registration, asked.number);
  if (number.ok) return { number: number.value };
  return number.error.code === 'wrong_check_character' ? undefined : asked;
}

/**
 * Whether a model is in the register under another spelling of the maker's name, with or without its legal form: a proof
 * about the spelling alone would be true, and read as saying more.
 */
async function isOfLikeMaker(
  { db, scheme }: Pick<Deps, 'db' | 'scheme'>,
  asked: Listable,
  until: Temporal.PlainDate,
): Promise<boolean> {
  if ('number' in asked || asked.maker === undefined) return false;
  const { search } = scheme.scheme;
  const wanted = makerKeyOf(asked.maker, search);
  const makers = await listMakersOfModel(db.kysely, { modelKey: searchKey(asked.model), until });
  return makers.some(({ maker, maker_en }) => [maker, maker_en].some((name) => makerKeyOf(name, search) === wanted));
}

/**
 * Proves that the register did not have something at the end of a day; of the newest day with a list unless one is named.
 * Everybody may have it. A number is read as everywhere, letters for digits too, and a maker's name in any spelling.
 */
export async function proveAbsence(
  deps: Pick<Deps, 'db' | 'files' | 'scheme'>,
  wanted: Listable,
  day?: Temporal.PlainDate,
): Promise<Result<Absence, AbsenceRefusal>> {
  const asked = readAsked(deps, wanted);
  if (asked === undefined) return refused({ code: 'wrong_check_character' });
  const listed = await findListedDay(deps.db.kysely, day);
  const entry = listed && (await proveEntry(deps, listSubject(listed.day)));
  if (listed === undefined || entry === undefined) return refused({ code: 'no_list' });
  const neighbours = await new ListReader(deps, listed).neighbours(digestOfKey(listedKey(asked)));
  if (neighbours === undefined || (await isOfLikeMaker(deps, asked, listed.day)))
    return refused({ code: 'is_listed', day: listed.day });
  return ok({ day: listed.day, proof: writeAbsenceProof({ asked, ...neighbours, entry }) });
}

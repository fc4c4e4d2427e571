import type { Application } from '../../core/case/application.ts';
import type { Part } from '../../core/case/application-parts.ts';
import { unplacedParts } from '../../core/case/unplaced-parts.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { formChanges, type FormBasis, type FormChanges } from '../../core/scheme/form-changes.ts';
import { findCriteriaSet } from '../../core/scheme/in-force.ts';
import type { CaseRow } from '../../db/cases.ts';
import type { Reader } from '../../db/database.ts';
import type { Deps } from '../ports.ts';
import { schemeVersionOf } from '../scheme/find-scheme-version.ts';

/** A draft begun on a form that has changed since. */
export type OutdatedDraft = {
  readonly before: FormBasis;
  readonly after: FormBasis;
  readonly changes: FormChanges;
  /** What was answered and the form of today has no place for. */
  readonly unplaced: readonly Part[];
};

type Draft = { readonly row: CaseRow; readonly application: Application };

/**
 * How the form of a draft has changed since the draft was begun or last carried over: by newer scheme data, or because a
 * day has come. Undefined where nothing changed; submitted cases stay under the version of their first submission.
 */
export async function readFormChanges(
  deps: Deps,
  db: Reader,
  { row, application }: Draft,
): Promise<OutdatedDraft | undefined> {
  const { drafted_under: under, drafted_on: on } = row;
  if (row.state !== 'draft' || under === null || on === null) return undefined;
  const { scheme } = deps.scheme;
  const today = legalDay(deps.clock.now(), scheme.zone);
  const former = await schemeVersionOf(deps, db, under);
  const wanted = { level: row.level, productType: application.answers['product.type'] };
  const [was, is] = [
    findCriteriaSet(former.scheme, { ...wanted, day: on }),
    findCriteriaSet(scheme, { ...wanted, day: today }),
  ];
  if (was === undefined || is === undefined) return undefined;
  const before = { scheme: former.scheme, set: was, day: on };
  const after = { scheme, set: is, day: today };
  const changes = formChanges(before, after);
  if (changes === undefined) return undefined;
  return { before, after, changes, unplaced: unplacedParts(application, { scheme, set: is, today }) };
}

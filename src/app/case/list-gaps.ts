import type { Actor } from '../../core/access/actor.ts';
import { authorize, caseSubject } from '../../core/access/authorize.ts';
import type { Application } from '../../core/case/application.ts';
import { applicationGaps, type GapCode } from '../../core/case/application-gaps.ts';
import type { Gap } from '../../core/kernel/gap.ts';
import type { CaseId, OrganisationId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findCriteriaSet } from '../../core/scheme/in-force.ts';
import { findCase } from '../../db/cases.ts';
import { findOrganisation } from '../../db/organisations.ts';
import type { Deps } from '../ports.ts';
import { schemeVersionOf } from '../scheme/find-scheme-version.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { criteriaSetOf } from './locked-case.ts';

/** An application that is not in the register yet, as a file states it. */
type UnfiledApplication = {
  readonly vendor: OrganisationId;
  readonly level: string;
  readonly application: Application;
  /** Names of the files that would be attached. */
  readonly attached: ReadonlySet<string>;
};

/** Everything that stands between an application and its submission today, before anything of it is stored. */
export async function listGaps(
  deps: Deps,
  actor: Actor,
  input: UnfiledApplication,
): Promise<Result<readonly Gap<GapCode>[], CaseRefusal>> {
  const allowed = authorize(actor, 'case.open', { owner: input.vendor });
  if (!allowed.ok) return allowed;
  const vendor = await findOrganisation(deps.db.kysely, input.vendor);
  if (vendor === undefined) return refused({ code: 'no_such_subject' });
  const { scheme } = deps.scheme;
  const { application, attached, level } = input;
  const today = legalDay(deps.clock.now(), scheme.zone);
  const set = findCriteriaSet(scheme, { level, productType: application.answers['product.type'], day: today });
  if (set === undefined) return refused({ code: 'no_criteria_set', level });
  return ok(applicationGaps({ application, scheme, set, vendor, attached, today }));
}

/** Everything that would stand between a case and its submission if its answers were those of a file. */
export async function listGapsInCase(
  deps: Deps,
  actor: Actor,
  { id, application, attached }: Pick<UnfiledApplication, 'application' | 'attached'> & { readonly id: CaseId },
): Promise<Result<readonly Gap<GapCode>[], CaseRefusal>> {
  const db = deps.db.kysely;
  const row = await findCase(db, id);
  const allowed = authorize(actor, 'case.edit', caseSubject(row));
  if (!allowed.ok || row === undefined) return allowed.ok ? refused({ code: 'no_such_subject' }) : allowed;
  const vendor = await findOrganisation(db, row.vendor);
  if (vendor === undefined) throw new Error(`case ${row.id} has no vendor`);
  const { scheme } = row.scheme_version === null ? deps.scheme : await schemeVersionOf(deps, db, row.scheme_version);
  const today = legalDay(deps.clock.now(), scheme.zone);
  const set = criteriaSetOf({ row, scheme, application, today });
  if (set === undefined) return refused({ code: 'no_criteria_set', level: row.level });
  return ok(applicationGaps({ application, scheme, set, vendor, attached, today }));
}

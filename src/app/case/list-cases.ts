import type { Actor } from '../../core/access/actor.ts';
import { PERMISSIONS } from '../../core/access/permissions.ts';
import type { CaseState } from '../../core/case/case-lifecycle.ts';
import type { Localized } from '../../core/kernel/text.ts';
import { listCases as listCaseRows, type CaseReach, type ListedCase } from '../../db/listed-cases.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';
import type { Deps } from '../ports.ts';
import { schemeVersionOf } from '../scheme/find-scheme-version.ts';

/** A case as a list shows it, with its product's names where it has them. */
export type CaseLine = Omit<ListedCase, 'application' | 'scheme_version'> & {
  readonly product: string | undefined;
  readonly product_en: string | undefined;
  /** As the scheme version of the case calls it; its id when the scheme in force has dropped the level of a draft. */
  readonly level_name: Localized;
};

/** Which cases an actor may list, all of some vendors' and others by themselves: undefined means everybody's. */
function reachOf(actor: Actor): CaseReach | undefined {
  if (actor.kind !== 'person') return { owners: [], cases: [] };
  const grants = PERMISSIONS['case.read'].filter(({ role }) => actor.roles.some((held) => held === role));
  if (grants.some((grant) => grant.over === 'any')) return undefined;
  const own = grants.some((grant) => grant.over === 'own') ? [actor.organisation] : [];
  const held = grants.some((grant) => grant.over === 'mandated') ? actor.mandates : [];
  const whole = held.filter(({ applications }) => applications === undefined).map(({ vendor }) => vendor);
  return { owners: [...own, ...whole], cases: held.flatMap(({ applications = [] }) => applications) };
}

async function lineOf(deps: Deps, { application, scheme_version: filed, ...row }: ListedCase): Promise<CaseLine> {
  const { scheme } = filed === null ? deps.scheme : await schemeVersionOf(deps, deps.db.kysely, filed);
  const level = scheme.levels.find(({ id }) => id === row.level);
  const { answers } = fromStoredApplication(application);
  return {
    ...row,
    level_name: level?.name ?? { ja: row.level, en: row.level },
    product: answers['product.name'],
    product_en: answers['product.nameEn'],
  };
}

/** The newest cases an actor may see, at most `limit` (1 to 1,000); with a number the one that has it. */
export async function listCases(
  deps: Deps,
  actor: Actor,
  wanted: { readonly state?: CaseState | undefined; readonly number?: string | undefined; readonly limit: number },
): Promise<readonly CaseLine[]> {
  const reach = reachOf(actor);
  if (reach !== undefined && reach.owners.length + reach.cases.length === 0) return [];
  const limit = Math.min(Math.max(wanted.limit, 1), 1000);
  const rows = await listCaseRows(deps.db.kysely, { reach, state: wanted.state, number: wanted.number, limit });
  const lines: CaseLine[] = [];
  for (const row of rows) lines.push(await lineOf(deps, row));
  return lines;
}

import type { Actor } from '../../core/access/actor.ts';
import { PERMISSIONS } from '../../core/access/permissions.ts';
import type { CaseState } from '../../core/case/case-lifecycle.ts';
import type { OrganisationId } from '../../core/kernel/ids.ts';
import { listCases as listCaseRows, type ListedCase } from '../../db/cases.ts';
import type { Deps } from '../ports.ts';

/** A case as a list shows it, with its product's name where it has one. */
type CaseLine = Omit<ListedCase, 'product_name'> & { readonly product: string | undefined };

/** Whose cases an actor may list: undefined means everybody's, an empty list nobody's. */
function owners(actor: Actor): readonly OrganisationId[] | undefined {
  if (actor.kind !== 'person') return [];
  const grants = PERMISSIONS['case.read'].filter(({ role }) => actor.roles.some((held) => held === role));
  if (grants.some((grant) => grant.over === 'any')) return undefined;
  const own = grants.some((grant) => grant.over === 'own') ? [actor.organisation] : [];
  return grants.some((grant) => grant.over === 'mandated') ? [...own, ...actor.mandators] : own;
}

/** The newest cases an actor may see, at most `limit` (1 to 1,000). */
export async function listCases(
  deps: Deps,
  actor: Actor,
  wanted: { readonly state?: CaseState | undefined; readonly limit: number },
): Promise<readonly CaseLine[]> {
  const reach = owners(actor);
  if (reach?.length === 0) return [];
  const limit = Math.min(Math.max(wanted.limit, 1), 1000);
  const rows = await listCaseRows(deps.db.kysely, { owners: reach, state: wanted.state, limit });
  return rows.map(({ product_name: product, ...row }) => ({ ...row, product: product === '' ? undefined : product }));
}

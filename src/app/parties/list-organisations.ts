import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { OrganisationKind } from '../../core/parties/organisation.ts';
import { countOrganisations, searchOrganisations, type ListedOrganisation } from '../../db/listed-organisations.ts';
import type { Deps } from '../ports.ts';

export type { ListedOrganisation } from '../../db/listed-organisations.ts';

/** Organisations a page of their list shows. */
export const ORGANISATIONS_PAGE = 50;

/** What is looked for; pages count from 1. */
export type OrganisationWish = {
  readonly kind: OrganisationKind | undefined;
  readonly words: string;
  readonly page: number;
};

/** One page of what was found, by name, and how many were found in all. */
type FoundOrganisations = { readonly total: number; readonly organisations: readonly ListedOrganisation[] };

/** Organisations by kind, by part of a name, or by the beginning of a corporate number. */
export async function listOrganisations(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { kind, words, page }: OrganisationWish,
): Promise<Result<FoundOrganisations, AccessRefusal>> {
  const allowed = authorize(actor, 'organisation.list', {});
  if (!allowed.ok) return allowed;
  const { kysely } = deps.db;
  const search = { kind, words: words.trim() };
  const total = await countOrganisations(kysely, search);
  const offset = (page - 1) * ORGANISATIONS_PAGE;
  const organisations = await searchOrganisations(kysely, { ...search, offset, limit: ORGANISATIONS_PAGE });
  return ok({ total, organisations });
}

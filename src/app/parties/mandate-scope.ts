import type { OrganisationId } from '../../core/kernel/ids.ts';
import { isBefore } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { coversNothing, type Mandate, type MandateScope } from '../../core/parties/mandate.ts';
import { listCasesNumbered } from '../../db/listed-cases.ts';
import type { Tx } from '../../db/transact.ts';

/** What a mandate is to be for and how long, as somebody states it. */
export type StatedTerms = {
  readonly from: Temporal.PlainDate;
  readonly until?: Mandate['until'];
  /** The application numbers it is limited to; undefined when it is for all of the vendor's. */
  readonly numbers?: readonly string[] | undefined;
  /** Whether the agent may open applications under it; yes unless stated. */
  readonly allowsNew?: boolean | undefined;
};

/** Why terms cannot be those of a mandate. */
export type TermsRefusal =
  | { readonly code: 'period_ends_before_it_begins' }
  | { readonly code: 'mandate_covers_nothing' }
  | { readonly code: 'no_such_application'; readonly numbers: readonly string[] };

/** What a mandate of a vendor covers by these terms; an application of another vendor and a missing one are alike. */
export async function scopeOf(
  tx: Tx,
  vendor: OrganisationId,
  { from, until, numbers, allowsNew = true }: StatedTerms,
): Promise<Result<MandateScope, TermsRefusal>> {
  if (until !== undefined && isBefore(until, from)) return refused({ code: 'period_ends_before_it_begins' });
  if (numbers === undefined) return ok({ applications: undefined, allowsNew: true });
  const found = await listCasesNumbered(tx, vendor, numbers);
  const unknown = numbers.filter((number) => !found.some((known) => known.number === number));
  if (unknown.length > 0) return refused({ code: 'no_such_application', numbers: [...new Set(unknown)] });
  const scope = { applications: found.map(({ id }) => id), allowsNew };
  return coversNothing(scope) ? refused({ code: 'mandate_covers_nothing' }) : ok(scope);
}

/** The terms as the event of a mandate records them. */
export function recordedTerms({ from, until, numbers, allowsNew = true }: StatedTerms) {
  return {
    from: from.toString(),
    until: until?.toString(),
    ...(numbers === undefined ? {} : { applications: numbers, allowsNew }),
  };
}

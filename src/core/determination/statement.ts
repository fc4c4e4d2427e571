import { VERDICTS, type Verdict } from './verdict.ts';

/** What somebody stated about one criterion, or about one criterion on one interface; a draft may lack any part. */
export type DeterminationStatement = {
  readonly criterion?: string | undefined;
  readonly interface?: string | undefined;
  readonly verdict?: string | undefined;
  readonly metBy?: readonly string[] | undefined;
  readonly methods?: readonly string[] | undefined;
  readonly determinedBy?: string | undefined;
  readonly determinedOn?: Temporal.PlainDate | undefined;
  readonly firmware?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly explanation?: string | undefined;
};

/** A statement with its place in the form, from 0, so that a gap can point at it. */
export type PlacedStatement = { readonly place: number; readonly statement: DeterminationStatement };

/** The statements made about one criterion, with their places. */
export function statementsAbout(
  criterion: string,
  statements: readonly DeterminationStatement[],
): readonly PlacedStatement[] {
  return statements.flatMap((statement, place) => (statement.criterion === criterion ? [{ place, statement }] : []));
}

/** The verdicts given in some statements; one without a verdict, or with none we know, counts as not determined. */
export function verdictsOf(placed: readonly PlacedStatement[]): readonly Verdict[] {
  return placed.map(({ statement }) => VERDICTS.find((verdict) => verdict === statement.verdict) ?? 'not_determined');
}

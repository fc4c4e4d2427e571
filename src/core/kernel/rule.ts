/**
 * One rule of the scheme as data. Its id is the message key, the audit record and the API error; its clause is shown to
 * whoever meets it.
 */
export type Rule<Id extends string, Facts> = {
  readonly id: Id;
  /** Where the rule comes from: a standard's clause, the source slides, or this project's own decision. */
  readonly clause: string;
  readonly holds: (facts: Facts) => boolean;
};

/** A rule that does not hold: what is reported, shown and logged. */
export type UnmetRule<Id extends string = string> = { readonly rule: Id; readonly clause: string };

/** Every rule that does not hold, in the order of the table; all are reported, never only the first. */
export function unmetRules<Id extends string, Facts>(
  rules: readonly Rule<Id, Facts>[],
  facts: Facts,
): readonly UnmetRule<Id>[] {
  return rules.filter((rule) => !rule.holds(facts)).map((rule) => ({ rule: rule.id, clause: rule.clause }));
}

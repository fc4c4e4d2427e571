import { canonicalJson } from '../log/canonical-json.ts';
import { findTerms } from './in-force.ts';
import { TERMS_KINDS, type CriteriaSet, type Scheme, type TermsKind } from './scheme.ts';

/** What a form is made from on a day: the scheme, and the criteria set in force. */
export type FormBasis = { readonly scheme: Scheme; readonly set: CriteriaSet; readonly day: Temporal.PlainDate };

/** Entries that came, went, or say something else, by their ids, in the order of the newer list. */
export type ListChange = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
};

/** How the form an application is filled in on differs from the one it was begun on. */
export type FormChanges = {
  readonly criteria: ListChange;
  readonly scope: ListChange;
  readonly profile: ListChange;
  readonly productTypes: ListChange;
  /** Documents to agree to whose version in force is another one. */
  readonly terms: readonly TermsKind[];
};

type Entries = readonly { readonly id: string }[];

function contentOf(entry: { readonly id: string }): string {
  return canonicalJson(JSON.parse(JSON.stringify(entry)));
}

const NOTHING: ListChange = { added: [], changed: [], gone: [] };

function listChange(before: Entries, after: Entries): ListChange {
  if (before === after) return NOTHING;
  const old = new Map(before.map((entry) => [entry.id, contentOf(entry)]));
  const now = new Set(after.map(({ id }) => id));
  return {
    added: after.flatMap(({ id }) => (old.has(id) ? [] : [id])),
    changed: after.flatMap((entry) => (old.has(entry.id) && old.get(entry.id) !== contentOf(entry) ? [entry.id] : [])),
    gone: before.flatMap(({ id }) => (now.has(id) ? [] : [id])),
  };
}

const isNothing = ({ added, changed, gone }: ListChange): boolean => added.length + changed.length + gone.length === 0;

/** How two forms for one level differ; undefined where an applicant would see no difference. */
export function formChanges(before: FormBasis, after: FormBasis): FormChanges | undefined {
  const versionOf = ({ scheme, day }: FormBasis, kind: TermsKind) => findTerms(scheme, kind, day)?.version;
  const changes = {
    criteria: listChange(before.set.criteria, after.set.criteria),
    scope: listChange(before.scheme.scopeQuestions, after.scheme.scopeQuestions),
    profile: listChange(before.set.features, after.set.features),
    productTypes: listChange(before.scheme.productTypes, after.scheme.productTypes),
    terms: TERMS_KINDS.filter((kind) => versionOf(before, kind) !== versionOf(after, kind)),
  };
  const { terms, ...lists } = changes;
  return terms.length === 0 && Object.values(lists).every(isNothing) ? undefined : changes;
}

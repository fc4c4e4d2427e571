import type { Answer, Audience, Column, Item } from '../case/answer-kinds.ts';
import { ITEMS, TABLES } from '../case/application-items.ts';
import type { Answers, Application, ModelRow, PersonalDataRow, ServiceRow } from '../case/application.ts';
import type { Validity } from '../attestation/validity.ts';
import { statementsAbout, verdictsOf } from '../determination/statement.ts';
import { combineVerdicts, type Verdict } from '../determination/verdict.ts';
import type { CriteriaSet } from '../scheme/scheme.ts';

/** The combined verdict on one criterion, as the public sees it. */
export type PublicVerdict = { readonly criterion: string; readonly verdict: Verdict };

/**
 * Everything about a label that is public from its publication on: only answers whose item is public, no evidence, no
 * contact person, and nobody's name: it is logged, and what is logged can never be taken away. Names of levels, types
 * and criteria are read from the scheme version it was granted under.
 */
export type PublicRecord = {
  readonly number: string;
  readonly scheme: { readonly id: string; readonly version: string };
  readonly level: string;
  readonly criteriaSet: { readonly id: string; readonly version: string };
  readonly validity: Validity;
  readonly answers: Answers;
  readonly models: readonly ModelRow[];
  readonly personalData: readonly PersonalDataRow[];
  readonly services: readonly ServiceRow[];
  readonly verdicts: readonly PublicVerdict[];
};

/** What a public record is made from, besides the application. */
export type LabelIdentity = Pick<PublicRecord, 'number' | 'scheme' | 'level' | 'validity'>;

function onlyFor<T extends object>(audience: Audience, cells: T, items: readonly Item[]): T {
  const meant = new Set(items.filter((item) => item.audience === audience).map((item) => item.id));
  const kept = Object.entries(cells as Record<string, Answer | undefined>).filter(([id]) => meant.has(id));
  return Object.fromEntries(kept) as T;
}

function publicRows<R extends object>(rows: readonly R[], columns: readonly Column[]): readonly R[] {
  return rows.map((row) => onlyFor('public', row, columns));
}

/** The public part of an application, as it stands at the grant. */
export function toPublicRecord(identity: LabelIdentity, application: Application, set: CriteriaSet): PublicRecord {
  return {
    ...identity,
    criteriaSet: { id: set.id, version: set.version },
    answers: onlyFor('public', application.answers, ITEMS),
    models: publicRows(application.models, TABLES.models),
    personalData: publicRows(application.personalData, TABLES.personalData),
    services: publicRows(application.services, TABLES.services),
    verdicts: set.criteria.map((criterion) => ({
      criterion: criterion.id,
      verdict: combineVerdicts(verdictsOf(statementsAbout(criterion.id, application.determinations))),
    })),
  };
}

/** What the declaration says beside the public record: names of people, which can be taken away. */
export function declaredAnswers({ answers }: Pick<Application, 'answers'>): Answers {
  return onlyFor('declared', answers, ITEMS);
}

import { findCase, type ShownCase } from '../../src/app/case/find-case.ts';
import { listCases } from '../../src/app/case/list-cases.ts';
import type { Deps } from '../../src/app/ports.ts';
import type { PersonActor, Role } from '../../src/core/access/actor.ts';
import type { CaseState } from '../../src/core/case/case-lifecycle.ts';
import type { LabelState } from '../../src/core/attestation/label-lifecycle.ts';
import { legalDay } from '../../src/core/kernel/legal-day.ts';
import type { Localized } from '../../src/core/kernel/text.ts';
import { casesOfInterest, type CaseInterest } from './cases-of-interest.ts';
import { labelsOfInterest, type LabelInterest } from './labels-of-interest.ts';
import { mustSucceed } from './must-succeed.ts';
import { organisationOf } from './organisations.ts';
import { LABEL_OFFICERS, NEWCOMER, PEOPLE } from './people.ts';
import { suggestionsFrom, type Suggestion } from './suggestions.ts';
import { actorFor } from './telling.ts';

/** What somebody who opens the demonstration is told: who is there, what is there, and what to try first. */
export type DemonstrationSummary = {
  readonly people: readonly {
    readonly name: string;
    readonly mail: string;
    readonly organisation: Localized;
    readonly roles: readonly Role[];
  }[];
  readonly labels: readonly {
    readonly number: string;
    readonly state: LabelState;
    readonly product: Localized;
    /** Why it is worth a look; worded as `demonstration.label.…`. */
    readonly interest: LabelInterest;
  }[];
  readonly cases: readonly {
    readonly applicationNumber: string;
    readonly state: CaseState;
    /** Absent while the product is not named. */
    readonly product: Localized | undefined;
    /** Why it is worth a look; worded as `demonstration.case.…`. */
    readonly interest: CaseInterest;
  }[];
  readonly suggestions: readonly Suggestion[];
};

/** The product of a case as its application names it. */
function productNamed({ application }: ShownCase): Localized | undefined {
  const ja = application.answers['product.name'];
  return ja === undefined ? undefined : { ja, en: application.answers['product.nameEn'] ?? ja };
}

async function allCases(deps: Deps, reader: PersonActor): Promise<readonly ShownCase[]> {
  const lines = await listCases(deps, reader, { limit: 1000 });
  const shown: ShownCase[] = [];
  for (const { id } of lines) shown.push(mustSucceed(await findCase(deps, reader, id), 'reading a case'));
  return shown;
}

/** Reads from a built world what to tell about it: as it stands at the moment of the clock, whatever was done in it since. */
export async function summarizeDemonstration(deps: Deps): Promise<DemonstrationSummary> {
  const officers = await Promise.all(
    LABEL_OFFICERS.map(async (person) => ({ mail: person.mail, actor: await actorFor(deps, person) })),
  );
  const [reader] = officers;
  if (reader === undefined) throw new Error('the operator has no label officers');
  const cases = await allCases(deps, reader.actor);
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  const labels = labelsOfInterest(cases, today);
  const found = casesOfInterest(cases, today);
  return {
    people: [...PEOPLE, NEWCOMER].map(({ name, mail, organisation, roles }) => {
      const { name: ja, nameEn: en } = organisationOf(organisation);
      return { name, mail, organisation: { ja, en }, roles };
    }),
    labels: labels.map(({ number, state, product, interest }) => ({ number, state, product, interest })),
    cases: found.map(({ shown, interest }) => ({
      applicationNumber: shown.row.application_number,
      state: shown.row.state,
      product: productNamed(shown),
      interest,
    })),
    suggestions: suggestionsFrom({ labels, cases: found, officers }),
  };
}

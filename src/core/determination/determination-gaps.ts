import type { Gap } from '../kernel/gap.ts';
import { isBefore } from '../kernel/legal-day.ts';
import type { CriteriaSet, Criterion, RecognitionRule } from '../scheme/scheme.ts';
import { applicability } from '../selection/applicability.ts';
import { statementsAbout, verdictsOf, type DeterminationStatement, type PlacedStatement } from './statement.ts';
import { combineVerdicts } from './verdict.ts';

/** What a determination can lack or state wrongly. */
export type DeterminationGapCode =
  | 'criterion_missing'
  | 'criterion_unknown'
  | 'criterion_stated_twice'
  | 'interface_missing'
  | 'interface_unknown'
  | 'not_determined'
  | 'does_not_conform'
  | 'never_not_applicable'
  | 'not_applicable_without_reason'
  | 'not_applicable_against_profile'
  | 'recognition_not_claimed'
  | 'recognition_not_for_criterion'
  | 'met_by_missing'
  | 'method_missing'
  | 'method_not_allowed'
  | 'evidence_missing'
  | 'evidence_not_attached'
  | 'explanation_missing'
  | 'determined_by_missing'
  | 'determined_on_missing'
  | 'determined_in_future'
  | 'firmware_missing';

/** What the statements of a determination are held against. */
export type DeterminationFacts = {
  readonly set: CriteriaSet;
  readonly statements: readonly DeterminationStatement[];
  readonly profile: Readonly<Record<string, boolean>>;
  /** Names of the interfaces a per-interface criterion is judged on. */
  readonly interfaces: readonly string[];
  /** Names of the files attached to the case. */
  readonly attached: ReadonlySet<string>;
  /** The recognition the applicant claims and may claim today. */
  readonly recognition: RecognitionRule | undefined;
  readonly today: Temporal.PlainDate;
};

type Found = readonly Gap<DeterminationGapCode>[];

/** One gap if a condition holds; most do not, and then none is made. */
function gapIf(holds: boolean, gap: () => Gap<DeterminationGapCode>): Found {
  return holds ? [gap()] : [];
}

/** A verdict with which something more must be stated. */
type DemandingVerdict = 'conforms' | 'not_applicable';
type Demand = { readonly column: keyof DeterminationStatement; readonly code: DeterminationGapCode };

const DEMANDED: Readonly<Record<DemandingVerdict, readonly Demand[]>> = {
  conforms: [
    { column: 'metBy', code: 'met_by_missing' },
    { column: 'methods', code: 'method_missing' },
    { column: 'determinedBy', code: 'determined_by_missing' },
    { column: 'determinedOn', code: 'determined_on_missing' },
    { column: 'firmware', code: 'firmware_missing' },
    { column: 'evidence', code: 'evidence_missing' },
    { column: 'explanation', code: 'explanation_missing' },
  ],
  not_applicable: [{ column: 'explanation', code: 'not_applicable_without_reason' }],
};

/** The verdicts with which a column must be filled in as well; the verdict itself always must. */
export function verdictsDemanding(column: keyof DeterminationStatement): readonly DemandingVerdict[] {
  return (Object.keys(DEMANDED) as DemandingVerdict[]).filter((verdict) =>
    DEMANDED[verdict].some((demand) => demand.column === column),
  );
}

function isEmpty(value: DeterminationStatement[keyof DeterminationStatement]): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

type Place = { readonly criterion: Criterion; readonly at: PlacedStatement; readonly facts: DeterminationFacts };

function gap(
  place: Place,
  code: DeterminationGapCode,
  cell: string,
  params: Gap['params'] = {},
): Gap<DeterminationGapCode> {
  return { code, path: `determinations.${String(place.at.place)}.${cell}`, criterion: place.criterion.id, params };
}

/** What is missing where a verdict demands a statement and there is none, in the order of the form. */
function missingGaps(place: Place, verdict: DemandingVerdict): Found {
  return DEMANDED[verdict]
    .filter(({ column }) => isEmpty(place.at.statement[column]))
    .map(({ column, code }) => gap(place, code, column));
}

function notApplicableGaps(place: Place): Found {
  const { criterion, facts } = place;
  if (criterion.notApplicableWhen === undefined) return [gap(place, 'never_not_applicable', 'verdict')];
  return [
    ...missingGaps(place, 'not_applicable'),
    ...gapIf(criterion.appliesTo.length > 0 && applicability(criterion, facts.profile) === 'applies', () =>
      gap(place, 'not_applicable_against_profile', 'verdict'),
    ),
  ];
}

function recognitionGaps(place: Place): Found {
  const { recognition } = place.facts;
  if (recognition === undefined) return [gap(place, 'recognition_not_claimed', 'verdict')];
  const covered = recognition.criteria.includes(place.criterion.id);
  return gapIf(!covered, () => gap(place, 'recognition_not_for_criterion', 'verdict', { recognition: recognition.id }));
}

function unattachedGaps(place: Place): Found {
  return (place.at.statement.evidence ?? [])
    .filter((name) => !place.facts.attached.has(name))
    .map((name) => gap(place, 'evidence_not_attached', 'evidence', { name }));
}

function methodGaps(place: Place): Found {
  const { criterion, at } = place;
  const methods = at.statement.methods ?? [];
  const allowed: readonly string[] = criterion.methods;
  const isAllowed = methods.length === 0 || methods.some((method) => allowed.includes(method));
  return gapIf(!isAllowed, () => gap(place, 'method_not_allowed', 'methods'));
}

function dayGaps(place: Place): Found {
  const day = place.at.statement.determinedOn;
  return gapIf(day !== undefined && isBefore(place.facts.today, day), () =>
    gap(place, 'determined_in_future', 'determinedOn', { day: String(day) }),
  );
}

function conformityGaps(place: Place): Found {
  const found = [...missingGaps(place, 'conforms'), ...methodGaps(place), ...dayGaps(place), ...unattachedGaps(place)];
  const orderOf = ({ path }: Gap): number => DEMANDED.conforms.findIndex(({ column }) => path.endsWith(`.${column}`));
  return found.toSorted((one, other) => orderOf(one) - orderOf(other));
}

function statementGaps(place: Place): Found {
  switch (place.at.statement.verdict) {
    case 'conforms':
      return conformityGaps(place);
    case 'not_applicable':
      return notApplicableGaps(place);
    case 'satisfied_by_recognition':
      return recognitionGaps(place);
    case 'does_not_conform':
      return [];
    default:
      return [gap(place, 'not_determined', 'verdict')];
  }
}

/** A criterion that speaks of interfaces is judged on each; only where there is one, its name may be left out. */
function interfaceGaps(places: readonly Place[], criterion: Criterion, facts: DeterminationFacts): Found {
  const stated = places.map((place) => place.at.statement.interface);
  const isOnlyOne = facts.interfaces.length <= 1 && stated.includes(undefined);
  const isEachJudged = !criterion.perInterface || isOnlyOne;
  const missing = facts.interfaces.filter((name) => !isEachJudged && !stated.includes(name));
  const unknown = places.filter(
    ({ at }) => at.statement.interface !== undefined && !facts.interfaces.includes(at.statement.interface),
  );
  return [
    ...missing.map((name) => ({
      code: 'interface_missing' as const,
      path: 'determinations',
      criterion: criterion.id,
      params: { interface: name },
    })),
    ...unknown.map((place) =>
      gap(place, 'interface_unknown', 'interface', { interface: place.at.statement.interface ?? '' }),
    ),
  ];
}

function repeated(places: readonly Place[]): Found {
  return places
    .filter(
      (place, index) => places.findIndex(({ at }) => at.statement.interface === place.at.statement.interface) < index,
    )
    .map((place) => gap(place, 'criterion_stated_twice', 'criterion'));
}

function criterionGaps(criterion: Criterion, facts: DeterminationFacts): Found {
  const placed = statementsAbout(criterion.id, facts.statements);
  if (placed.length === 0) {
    return [{ code: 'criterion_missing', path: 'determinations', criterion: criterion.id, params: {} }];
  }
  const places = placed.map((at) => ({ criterion, at, facts }));
  const failed = places.find(({ at }) => at.statement.verdict === 'does_not_conform');
  const fails = combineVerdicts(verdictsOf(placed)) === 'does_not_conform' && failed !== undefined;
  return [
    ...(fails ? [gap(failed, 'does_not_conform', 'verdict')] : []),
    ...interfaceGaps(places, criterion, facts),
    ...repeated(places),
    ...places.flatMap(statementGaps),
  ];
}

/** Everything the determination still lacks before conformity can be declared, criterion by criterion (DOMAIN §5.3). */
export function determinationGaps(facts: DeterminationFacts): Found {
  const known = new Set(facts.set.criteria.map((criterion) => criterion.id));
  const unknown = facts.statements.flatMap((statement, place): Found => {
    const id = statement.criterion ?? '';
    if (known.has(id)) return [];
    return [
      { code: 'criterion_unknown', path: `determinations.${String(place)}.criterion`, params: { criterion: id } },
    ];
  });
  return [...facts.set.criteria.flatMap((criterion) => criterionGaps(criterion, facts)), ...unknown];
}

import fc from 'fast-check';
import { describe, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import type { CriteriaSet, Criterion, RecognitionRule } from '../scheme/scheme.ts';
import { determinationGaps, type DeterminationFacts, type DeterminationGapCode } from './determination-gaps.ts';
import type { DeterminationStatement } from './statement.ts';
import { VERDICTS } from './verdict.ts';

const TODAY = Temporal.PlainDate.from('2026-04-01');

/** A: documents only, never not applicable. B: applies to radios, need not apply. C: asked for each interface. */
const CRITERIA = [
  { id: 'A', appliesTo: [], perInterface: false, methods: ['document'] },
  {
    id: 'B',
    appliesTo: ['radio'],
    perInterface: false,
    methods: ['device-test'],
    notApplicableWhen: { ja: '-', en: '-' },
  },
  { id: 'C', appliesTo: [], perInterface: true, methods: ['document', 'device-test'] },
] as unknown as readonly Criterion[];
const SET = { criteria: CRITERIA } as CriteriaSet;
const PARTNER = { id: 'partner', criteria: ['A'] } as unknown as RecognitionRule;

const SOUND: DeterminationStatement = {
  verdict: 'conforms',
  metBy: ['product'],
  methods: ['document', 'device-test'],
  determinedBy: '井上 亮',
  determinedOn: TODAY,
  firmware: '1.0',
  evidence: ['proof.txt'],
  explanation: 'as the manual says',
};
const A = { ...SOUND, criterion: 'A' };
const B = { ...SOUND, criterion: 'B' };
const C_LAN = { ...SOUND, criterion: 'C', interface: 'LAN' };
const C_WAN = { ...SOUND, criterion: 'C', interface: 'WAN' };
const ALL = [A, B, C_LAN, C_WAN];

const FACTS: DeterminationFacts = {
  set: SET,
  statements: ALL,
  profile: { radio: true },
  interfaces: ['LAN', 'WAN'],
  attached: new Set(['proof.txt']),
  recognition: undefined,
  today: TODAY,
};

const codesOf = (facts: Partial<DeterminationFacts>): readonly string[] =>
  determinationGaps({ ...FACTS, ...facts }).map(({ code, path }) => `${code} ${path}`);
const inPlaceOfA = (change: DeterminationStatement): Partial<DeterminationFacts> => ({
  statements: [{ ...A, ...change }, B, C_LAN, C_WAN],
});
const inPlaceOfB = (change: DeterminationStatement): Partial<DeterminationFacts> => ({
  statements: [A, { ...B, ...change }, C_LAN, C_WAN],
});

/** Each code: what brings it about, where it then points, and how the same facts are mended. */
const CASES: Readonly<
  Record<DeterminationGapCode, readonly [Partial<DeterminationFacts>, string, Partial<DeterminationFacts>]>
> = {
  criterion_missing: [{ statements: [B, C_LAN, C_WAN] }, 'determinations', {}],
  criterion_unknown: [{ statements: [...ALL, { ...A, criterion: 'Z' }] }, 'determinations.4.criterion', {}],
  criterion_stated_twice: [{ statements: [...ALL, A] }, 'determinations.4.criterion', {}],
  interface_missing: [
    { statements: [A, B, C_LAN] },
    'determinations',
    { statements: [A, B, C_LAN], interfaces: ['LAN'] },
  ],
  interface_unknown: [
    { statements: [...ALL, { ...C_LAN, interface: 'USB' }] },
    'determinations.4.interface',
    { statements: [...ALL, { ...C_LAN, interface: 'USB' }], interfaces: ['LAN', 'WAN', 'USB'] },
  ],
  not_determined: [inPlaceOfA({ verdict: undefined }), 'determinations.0.verdict', {}],
  does_not_conform: [inPlaceOfA({ verdict: 'does_not_conform' }), 'determinations.0.verdict', {}],
  never_not_applicable: [
    inPlaceOfA({ verdict: 'not_applicable' }),
    'determinations.0.verdict',
    { ...inPlaceOfB({ verdict: 'not_applicable' }), profile: { radio: false } },
  ],
  not_applicable_without_reason: [
    { ...inPlaceOfB({ verdict: 'not_applicable', explanation: '' }), profile: { radio: false } },
    'determinations.1.explanation',
    { ...inPlaceOfB({ verdict: 'not_applicable', explanation: 'no radio' }), profile: { radio: false } },
  ],
  not_applicable_against_profile: [
    inPlaceOfB({ verdict: 'not_applicable' }),
    'determinations.1.verdict',
    { ...inPlaceOfB({ verdict: 'not_applicable' }), profile: { radio: false } },
  ],
  recognition_not_claimed: [
    inPlaceOfA({ verdict: 'satisfied_by_recognition' }),
    'determinations.0.verdict',
    { ...inPlaceOfA({ verdict: 'satisfied_by_recognition' }), recognition: PARTNER },
  ],
  recognition_not_for_criterion: [
    { ...inPlaceOfB({ verdict: 'satisfied_by_recognition' }), recognition: PARTNER },
    'determinations.1.verdict',
    { ...inPlaceOfA({ verdict: 'satisfied_by_recognition' }), recognition: PARTNER },
  ],
  met_by_missing: [inPlaceOfA({ metBy: [] }), 'determinations.0.metBy', inPlaceOfA({ metBy: ['environment'] })],
  method_missing: [inPlaceOfA({ methods: [] }), 'determinations.0.methods', inPlaceOfA({ methods: ['document'] })],
  method_not_allowed: [
    inPlaceOfA({ methods: ['device-test'] }),
    'determinations.0.methods',
    inPlaceOfB({ methods: ['device-test'] }),
  ],
  evidence_missing: [inPlaceOfA({ evidence: [] }), 'determinations.0.evidence', {}],
  evidence_not_attached: [
    inPlaceOfA({ evidence: ['proof.txt', 'lost.txt'] }),
    'determinations.0.evidence',
    { ...inPlaceOfA({ evidence: ['proof.txt', 'lost.txt'] }), attached: new Set(['proof.txt', 'lost.txt']) },
  ],
  explanation_missing: [inPlaceOfA({ explanation: '' }), 'determinations.0.explanation', {}],
  determined_by_missing: [inPlaceOfA({ determinedBy: '' }), 'determinations.0.determinedBy', {}],
  determined_on_missing: [inPlaceOfA({ determinedOn: undefined }), 'determinations.0.determinedOn', {}],
  determined_in_future: [
    inPlaceOfA({ determinedOn: TODAY.add({ days: 1 }) }),
    'determinations.0.determinedOn',
    { ...inPlaceOfA({ determinedOn: TODAY.add({ days: 1 }) }), today: TODAY.add({ days: 1 }) },
  ],
  firmware_missing: [inPlaceOfA({ firmware: '' }), 'determinations.0.firmware', {}],
};

describe('a determination (DOMAIN §5.3)', () => {
  test('that states everything about every criterion has no gap', () => {
    equal(codesOf({}), []);
  });

  for (const [code, [spoilt, path, mended]] of Object.entries(CASES)) {
    test(`has exactly the gap ${code} where it is spoilt so, and none once that is mended`, () => {
      equal(codesOf(spoilt), [`${code} ${path}`]);
      equal(codesOf(mended), []);
    });
  }

  test('reports all gaps of a row at once', () => {
    equal(
      codesOf({ statements: [{ criterion: 'A', verdict: 'conforms' }, B, C_LAN, C_WAN] }).map(
        (gap) => gap.split(' ')[0],
      ),
      [
        'met_by_missing',
        'method_missing',
        'determined_by_missing',
        'determined_on_missing',
        'firmware_missing',
        'evidence_missing',
        'explanation_missing',
      ],
    );
  });

  test('names an interface nobody listed at any criterion, also one that is not asked per interface', () => {
    equal(codesOf({ statements: [{ ...A, interface: 'USB' }, B, C_LAN, C_WAN] }), [
      'interface_unknown determinations.0.interface',
    ]);
  });

  test('without a gap never holds a criterion that fails or is undetermined, whatever verdicts are stated', () => {
    const verdict = fc.option(fc.constantFrom(...VERDICTS, 'perhaps'), { nil: undefined });
    fc.assert(
      fc.property(fc.tuple(verdict, verdict, verdict, verdict), (verdicts) => {
        const statements = ALL.map((row, place) => ({ ...row, verdict: verdicts[place] }));
        const permitted = determinationGaps({ ...FACTS, statements, recognition: PARTNER }).length === 0;
        const open = verdicts.some(
          (given) => given === undefined || !['conforms', 'not_applicable', 'satisfied_by_recognition'].includes(given),
        );
        return !(permitted && open);
      }),
    );
  });
});

import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { completeApplication } from '../../../testing/builders/application.ts';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { verdictsDemanding } from '../determination/determination-gaps.ts';
import type { DeterminationStatement } from '../determination/statement.ts';
import { DETERMINATION_COLUMNS, ITEMS, TABLES, type SectionTable } from './application-items.ts';
import { partOf, withPart, type Part, type PartValue } from './application-parts.ts';
import type { Application } from './application.ts';
import { applicationGaps } from './application-gaps.ts';
import { evidenceNames } from './evidence-names.ts';
import { isDemanded, requirementFacts, requirementOfItem, requirementOfTable } from './item-requirements.ts';

const TODAY = Temporal.PlainDate.from('2026-04-01');
const COMPLETE = completeApplication(japaneseScheme, TODAY);
const SET = japaneseScheme.criteriaSets.find(({ level }) => level === 's1');
const [FIRST] = COMPLETE.determinations;

function gapsOf(application: Application): ReadonlySet<string> {
  assert.ok(SET);
  const vendor = { name: COMPLETE.answers['vendor.name'] ?? '', corporateNumber: undefined };
  const attached = evidenceNames(COMPLETE);
  const gaps = applicationGaps({ application, scheme: japaneseScheme, set: SET, vendor, attached, today: TODAY });
  return new Set(gaps.map(({ code, path }) => `${code} ${path}`));
}

/** Whether leaving a part empty makes something to mend that is not to be mended otherwise. */
function isMissed(application: Application, part: Part): boolean {
  return gapsOf(withPart(application, part, undefined)).difference(gapsOf(application)).size > 0;
}

function edited(...edits: readonly (readonly [string, PartValue])[]): Application {
  return edits.reduce((now, [id, value]) => withPart(now, { kind: 'answers', id }, value), COMPLETE);
}

const person = COMPLETE.answers['review.reviewer'];
const filled: readonly (readonly [string, PartValue])[] = [
  ['evaluation.evaluatorName', '評価株式会社'],
  ['evaluation.qualification', '012345'],
  ['evaluation.guideUnderstood', 'sworn'],
];
const dangerous = japaneseScheme.productTypes.find(({ safetyFunction }) => safetyFunction)?.id;

/** Applications in which each condition holds, and in which none does. */
const CASES: Readonly<Record<string, Application>> = {
  'complete as it is': COMPLETE,
  'of one model': { ...COMPLETE, models: COMPLETE.models.slice(0, 1) },
  'of several models': { ...COMPLETE, models: [{ number: 'A-1' }, { number: 'A-2' }] },
  'without automatic updates': edited(['updates.automatic', 'none']),
  'with automatic updates': edited(['updates.automatic', 'on'], ['updates.canSwitchOff', true]),
  'evaluated by the maker': edited(['evaluation.evaluator', 'manufacturer']),
  'evaluated by a qualified person of the maker': edited(['evaluation.evaluator', 'manufacturer-qualified'], ...filled),
  'evaluated by a qualified person from outside': edited(['evaluation.evaluator', 'external-qualified'], ...filled),
  'reviewed and signed by one person': edited(['declaration.signatory', person], ['review.onePersonFirm', true]),
  'of a product whose failure can harm': edited(
    ['product.type', dangerous],
    ['safety.whenDataDamaged', '止まる'],
    ['safety.recovery', '戻す'],
  ),
  'of a product without personal data': { ...edited(['data.personalDataHandled', false]), personalData: [] },
  'of a product with personal data': {
    ...edited(['data.personalDataHandled', true]),
    personalData: [{ what: '氏名', purpose: '登録', where: ['device'] }],
  },
  'of a product without services': { ...edited(['services.required', false]), services: [] },
  'of a product with services': {
    ...edited(['services.required', true]),
    services: [{ name: 'クラウド', provider: 'A社', purpose: '更新' }],
  },
};

describe('what a form says must be answered', () => {
  for (const [name, application] of Object.entries(CASES)) {
    test(`is what cannot be left out of an application ${name}`, () => {
      const facts = requirementFacts(application, japaneseScheme);
      for (const { id } of ITEMS) {
        const part: Part = { kind: 'answers', id };
        const isGiven = partOf(application, part) !== undefined;
        const isDemandedNow = isDemanded(requirementOfItem(id), facts);
        if (isGiven || isDemandedNow) equal(isDemandedNow, isGiven && isMissed(application, part), `${name}: ${id}`);
      }
      for (const table of Object.keys(TABLES).filter((one): one is SectionTable => one !== 'determinations')) {
        const isDemandedNow = isDemanded(requirementOfTable(table), facts);
        if (application[table].length > 0 || isDemandedNow)
          equal(isDemandedNow, isMissed(application, { kind: 'table', table }), `${name}: ${table}`);
      }
    });
  }

  for (const verdict of ['conforms', 'not_applicable'] as const) {
    test(`names of a criterion that is judged ${verdict} exactly what cannot be left out`, () => {
      const criterion = SET?.criteria.find((one) => one.notApplicableWhen !== undefined && !one.perInterface)?.id ?? '';
      const at = { kind: 'determination', criterion, interface: undefined } as const;
      const row = { ...FIRST, criterion, verdict, explanation: '理由' };
      const others = COMPLETE.determinations.filter((one) => one.criterion !== criterion);
      const application = { ...COMPLETE, determinations: [...others, row] };
      for (const { id } of DETERMINATION_COLUMNS) {
        if (id === 'criterion' || id === 'interface') continue;
        const demanding: readonly string[] = verdictsDemanding(id satisfies keyof DeterminationStatement);
        const isDemandedNow = id === 'verdict' || demanding.includes(verdict);
        equal(isMissed(application, { ...at, column: id }), isDemandedNow, id);
      }
    });
  }
});

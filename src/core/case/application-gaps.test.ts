import { describe, test } from 'node:test';
import {
  COMPLETE_VENDOR,
  completeApplication,
  evidenceNames,
  setFor,
  type ApplicationOverrides,
} from '../../../testing/builders/application.ts';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme, secondScheme } from '../../../testing/schemes.ts';
import { applicationGaps, type ApplicationFacts } from './application-gaps.ts';
import { ITEMS, TABLES, type ItemId, type TableId } from './application-items.ts';
import { EMPTY_APPLICATION, type Answers, type Application } from './application.ts';
import type { StatementGapCode } from './statement-gaps.ts';

const TODAY = Temporal.PlainDate.from('2026-04-01');
const SAFE = japaneseScheme.productTypes.find((type) => type.safetyFunction)?.id ?? '';
const OTHER = japaneseScheme.productTypes.find((type) => !type.safetyFunction)?.id ?? '';

/** A product whose failure can harm: so that the answers about safety are required too. */
const COMPLETE = completeApplication(japaneseScheme, TODAY, { productType: SAFE });

function gapsOf(application: Application, change: Partial<ApplicationFacts> = {}): readonly string[] {
  const { set } = setFor(japaneseScheme, TODAY);
  const attached = new Set(evidenceNames(application));
  const facts = {
    application,
    scheme: japaneseScheme,
    set,
    vendor: COMPLETE_VENDOR,
    attached,
    today: TODAY,
    ...change,
  };
  return applicationGaps(facts).map(({ code, path }) => `${code} ${path}`);
}
const answering = (answers: Answers, parts: Partial<Application> = {}): Application => ({
  ...COMPLETE,
  ...parts,
  answers: { ...COMPLETE.answers, ...answers },
});

/** What need not be answered; everything else must be. */
const OPTIONAL: readonly ItemId[] = [
  'vendor.corporateNumber',
  'vendor.addressEn',
  'vendor.website',
  'vendor.contactDepartment',
  'product.descriptionEn',
  'product.website',
  'product.releasedOn',
  'updates.whenImpossibleEn',
  'support.note',
  'evaluation.evaluatorName',
  'evaluation.qualification',
  'evaluation.guideUnderstood',
  'review.onePersonFirm',
  'declaration.limitations',
  'publication.wishedOn',
  'publication.recognition',
  'publication.recognitionStatement',
];

describe('a complete application (DOMAIN §5.4–§5.6)', () => {
  test('has no gap, under either scheme', () => {
    equal(gapsOf(COMPLETE), []);
    const application = completeApplication(secondScheme, TODAY);
    const { set } = setFor(secondScheme, TODAY);
    const attached = new Set(evidenceNames(application));
    equal(
      applicationGaps({ application, scheme: secondScheme, set, vendor: COMPLETE_VENDOR, attached, today: TODAY }),
      [],
    );
  });

  for (const { id } of ITEMS) {
    const isOptional = OPTIONAL.includes(id);
    test(`without ${id} ${isOptional ? 'still has no gap' : 'has exactly that gap'}`, () => {
      equal(gapsOf(answering({ [id]: undefined })), isOptional ? [] : [`missing ${id}`]);
    });
  }

  test('without a required cell of any table has exactly that gap', () => {
    for (const table of (Object.keys(TABLES) as TableId[]).filter((one) => one !== 'determinations')) {
      for (const column of TABLES[table]) {
        const rows = COMPLETE[table].map((row, place) => (place === 0 ? { ...row, [column.id]: undefined } : row));
        const expected = column.required ? [`missing ${table}.0.${column.id}`] : [];
        const found = gapsOf({ ...COMPLETE, [table]: rows }).filter((gap) => !gap.startsWith('interface_'));
        equal(found, expected, `${table}.${column.id}`);
      }
    }
  });

  test('asks about safety only where a failure can harm, and about differences only of several models', () => {
    const plain = completeApplication(japaneseScheme, TODAY, { productType: OTHER });
    const left = { 'safety.whenDataDamaged': undefined, 'safety.recovery': undefined };
    equal(gapsOf({ ...plain, answers: { ...plain.answers, ...left } }), []);
    const alone = { 'product.sameDesign': undefined, 'product.modelDifferences': undefined };
    equal(gapsOf(answering(alone, { models: [{ number: 'HGW-700W' }] })), []);
    equal(gapsOf(answering({ 'updates.automatic': 'none', 'updates.canSwitchOff': undefined })), []);
  });

  test('has a gap for a text that is too long, by characters, and for a choice nobody offers', () => {
    for (const item of ITEMS) {
      if ('most' in item && item.id !== 'vendor.name') {
        equal(gapsOf(answering({ [item.id]: '𠮷'.repeat(item.most) })), [], item.id);
        equal(gapsOf(answering({ [item.id]: '𠮷'.repeat(item.most + 1) })), [`too_long ${item.id}`], item.id);
      }
      if ('choices' in item) {
        const wrong = item.kind === 'choices' ? ['no such choice'] : 'no such choice';
        const statement = { 'publication.recognitionStatement': 'https://example.jp/' };
        const found = gapsOf(answering({ ...statement, [item.id]: wrong })).filter((gap) =>
          gap.startsWith('not_a_choice'),
        );
        equal(found, [`not_a_choice ${item.id}`], item.id);
      }
    }
  });

  test('names all gaps at once in the order of the form', () => {
    const paths = gapsOf(EMPTY_APPLICATION)
      .filter((gap) => gap.startsWith('missing '))
      .map((gap) => gap.slice(8));
    const always: readonly string[] = ITEMS.map(({ id }) => id);
    equal(
      paths,
      always.filter((id) => paths.includes(id)),
    );
  });
});

/** Each contradiction: what brings it about, with the path it points at. */
const CONTRADICTIONS: Readonly<Record<StatementGapCode, readonly [ApplicationOverrides, string]>> = {
  no_models: [{ models: [] }, 'models'],
  model_listed_twice: [{ models: [{ number: 'HGW-700' }, { number: 'ｈｇｗ 700' }] }, 'models.1.number'],
  same_design_denied: [{ answers: { 'product.sameDesign': false } }, 'product.sameDesign'],
  no_interfaces: [{ interfaces: [] }, 'interfaces'],
  no_connected_interface: [
    { interfaces: COMPLETE.interfaces.map((row) => ({ ...row, speaksIp: false, overInternet: false })) },
    'interfaces',
  ],
  interface_listed_twice: [
    { interfaces: [...COMPLETE.interfaces, { ...COMPLETE.interfaces[0], name: 'ＬＡＮ１' }] },
    'interfaces.2.name',
  ],
  profile_unanswered: [{ profile: {} }, 'profile.'],
  personal_data_missing: [{ personalData: [] }, 'personalData'],
  personal_data_denied: [{ answers: { 'data.personalDataHandled': false } }, 'data.personalDataHandled'],
  service_missing: [{ services: [] }, 'services'],
  service_denied: [{ answers: { 'services.required': false } }, 'services.required'],
  support_over: [{ answers: { 'support.endsOn': TODAY.subtract({ days: 1 }) } }, 'support.endsOn'],
  wished_day_past: [{ answers: { 'publication.wishedOn': TODAY.subtract({ days: 1 }) } }, 'publication.wishedOn'],
  conformity_not_declared: [{ answers: { 'declaration.conforms': false } }, 'declaration.conforms'],
  check_digit_wrong: [{ answers: { 'vendor.corporateNumber': '1999999000017' } }, 'vendor.corporateNumber'],
  vendor_differs: [{ answers: { 'vendor.name': '株式会社よそ' } }, 'vendor.name'],
};

describe('statements that contradict each other, the register or the calendar', () => {
  for (const [code, [{ answers = {}, ...parts }, path]] of Object.entries(CONTRADICTIONS)) {
    test(`are named ${code}, where they stand`, () => {
      const found = gapsOf(answering(answers, parts));
      equal(
        found.some((gap) => gap.startsWith(`${code} ${path}`)),
        true,
        found.join('\n'),
      );
    });
  }

  test('are none on the very day: support may end today, and today may be the wished day', () => {
    equal(gapsOf(answering({ 'support.endsOn': TODAY, 'publication.wishedOn': TODAY })), []);
  });

  test('are none where the vendor is spelt in another width; another name under the right number is one', () => {
    equal(gapsOf(answering({ 'vendor.name': '株式会社 みなとネットワークス' })), []);
    equal(gapsOf(answering({ 'vendor.corporateNumber': '7000012050002' })), ['vendor_differs vendor.corporateNumber']);
    equal(gapsOf(answering({ 'vendor.name': '株式会社よそ', 'vendor.corporateNumber': undefined })), [
      'vendor_differs vendor.name',
    ]);
    const foreign = { name: 'Elsewhere Inc.', corporateNumber: undefined };
    equal(
      gapsOf(answering({ 'vendor.name': 'Elsewhere Inc.', 'vendor.corporateNumber': undefined }), { vendor: foreign }),
      [],
    );
  });

  test('include a review before the end of the evaluation', () => {
    equal(gapsOf(answering({ 'evaluation.completedOn': TODAY })), ['review_before_determination review.completedOn']);
  });

  test('include a recognition claimed without its statement, or before it is in force', () => {
    equal(gapsOf(answering({ 'publication.recognition': 'uk-psti' })), ['missing publication.recognitionStatement']);
    const claim = { 'publication.recognition': 'sg-cls', 'publication.recognitionStatement': 'https://example.jp/' };
    equal(gapsOf(answering(claim)), ['not_a_choice publication.recognition']);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, test } from 'node:test';
import { ARBITRARY_APPLICATION } from '../../../testing/builders/arbitrary-application.ts';
import { completeApplication, setFor } from '../../../testing/builders/application.ts';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import type { Answer, Item } from '../case/answer-kinds.ts';
import { ITEMS, TABLES, type TableId } from '../case/application-items.ts';
import type { Application } from '../case/application.ts';
import { toPublicRecord, type LabelIdentity } from './public-record.ts';

const TODAY = Temporal.PlainDate.from('2026-04-01');
const { set } = setFor(japaneseScheme, TODAY);
const IDENTITY: LabelIdentity = {
  number: 'S1-26-00001-X',
  scheme: { id: 'jp-iot', version: 'v' },
  level: 's1',
  validity: { from: TODAY, until: undefined, graceDays: 0 },
};

type Cells = Readonly<Record<string, Answer | undefined>>;

/** Every confidential answer replaced by a mark that can be looked for; days by a day no public answer has. */
function marked(application: Application): Application {
  const mark = (cells: Cells, items: readonly Item[], at: string): Cells => {
    const confidential = items.filter((item) => item.audience === 'confidential');
    const secrets = confidential.map(({ id, kind }): readonly [string, Answer] => {
      if (kind === 'day') return [id, Temporal.PlainDate.from('1234-05-06')];
      if (kind === 'yes-no') return [id, true];
      return [id, kind === 'choices' || kind === 'file-names' ? [`secret ${at}`] : `secret ${at}`];
    });
    return { ...cells, ...Object.fromEntries(secrets) };
  };
  const tables = (Object.keys(TABLES) as TableId[]).map((table) => [
    table,
    application[table].map((row) => mark(row, TABLES[table], table)),
  ]);
  return {
    ...application,
    answers: mark(application.answers, ITEMS, 'answer'),
    ...Object.fromEntries(tables),
  } as Application;
}

describe('the public record (DOMAIN §5.6: what stays confidential)', () => {
  test('of any application holds no value of a confidential item, anywhere', () => {
    fc.assert(
      fc.property(ARBITRARY_APPLICATION, (application) => {
        const written = JSON.stringify(toPublicRecord(IDENTITY, marked(application), set));
        assert.doesNotMatch(written, /secret|1234-05-06/);
      }),
      { numRuns: 300 },
    );
  });

  test('has no place for a confidential item, nor for anything that is not an item', () => {
    const surplus = { ...marked(completeApplication(japaneseScheme, TODAY)), note: 'secret' };
    const answers = { ...surplus.answers, 'internal.remark': 'secret' };
    const record = toPublicRecord(IDENTITY, { ...surplus, answers }, set);
    for (const [cells, items] of [
      [[record.answers], ITEMS],
      [record.models, TABLES.models],
      [record.personalData, TABLES.personalData],
      [record.services, TABLES.services],
    ] as const) {
      const isPublic = new Set<string>(items.filter(({ audience }) => audience === 'public').map(({ id }) => id));
      equal(
        cells.flatMap((row) => Object.keys(row)).filter((id) => !isPublic.has(id)),
        [],
      );
    }
    assert.doesNotMatch(JSON.stringify(record), /secret/);
  });

  test('holds every public answer and row as it was given, and nothing of scope, profile and interfaces', () => {
    const application = completeApplication(japaneseScheme, TODAY);
    const record = toPublicRecord(IDENTITY, application, set);
    for (const { id, audience } of ITEMS) {
      equal(record.answers[id], audience === 'public' ? application.answers[id] : undefined, id);
    }
    equal(record.models, application.models);
    equal(record.personalData, application.personalData);
    equal(record.services, application.services);
    equal(Object.keys(record).sort(), [
      'answers',
      'criteriaSet',
      'level',
      'models',
      'number',
      'personalData',
      'scheme',
      'services',
      'validity',
      'verdicts',
    ]);
  });

  test('says the combined verdict of every criterion, in the order of the set, and no more about it', () => {
    const application = completeApplication(japaneseScheme, TODAY);
    equal(
      toPublicRecord(IDENTITY, application, set).verdicts,
      set.criteria.map(({ id }) => ({ criterion: id, verdict: 'conforms' })),
    );
    const none = toPublicRecord(IDENTITY, { ...application, determinations: [] }, set);
    equal(new Set(none.verdicts.map(({ verdict }) => verdict)), new Set(['not_determined']));
  });
});

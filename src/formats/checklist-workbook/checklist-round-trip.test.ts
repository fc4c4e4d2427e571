import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { asPlain } from '../../../testing/builders/as-plain.ts';
import { COMPLETE, FORM, read, TODAY } from '../../../testing/builders/messy-checklist.ts';
import type { AnswerKind, Column, Item } from '../../core/case/answer-kinds.ts';
import { ITEMS, TABLES, type TableId } from '../../core/case/application-items.ts';
import type { Application } from '../../core/case/application.ts';
import { choiceValues } from '../../core/case/choice-values.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import { closeWorkbookReader } from '../workbook/read-workbook.ts';
import { writeChecklist } from './write-checklist.ts';
import { equal } from '../../../testing/equal.ts';

after(closeWorkbookReader);

const { scheme, set } = FORM;
const NAMES = ['LAN', 'WAN', 'Wi-Fi', 'USB-C', '基板'];

/** Text as somebody may type it, without what the reader rightly removes and without lone surrogates. */
const TEXT = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 60 })
  .map((text) => asTyped(text.replace(/[\ufffe\uffff]/g, '')).replace(/^=/, ''))
  .filter((text) => text.trim() !== '');

/** A version stands on one line. */
const VERSION = fc.stringMatching(/^[A-Za-z0-9.あ-ん-]{1,12}$/);

const DAY = fc.integer({ min: 0, max: 40_000 }).map((days) => Temporal.PlainDate.from('1950-01-01').add({ days }));

function choicesOf(item: Item): string[] {
  if (item.choices === undefined) return [];
  return [...choiceValues(item.choices, { scheme, set, application: COMPLETE, today: TODAY })];
}

const FILES = fc.uniqueArray(fc.stringMatching(/^[a-z0-9あ-ん・]{1,12}\.(pdf|txt)$/), { minLength: 1, maxLength: 5 });

const ANSWERS: Readonly<Record<AnswerKind, (item: Item) => fc.Arbitrary<unknown>>> = {
  text: ({ id }) => (id.endsWith('firmware') ? VERSION : TEXT),
  'long-text': () => TEXT,
  day: () => DAY,
  'yes-no': () => fc.boolean(),
  choice: (item) => fc.constantFrom(...(item.choices === 'interfaces' ? NAMES : choicesOf(item))),
  choices: (item) => fc.subarray(choicesOf(item), { minLength: 1 }),
  'file-names': () => FILES,
  'web-address': () => fc.webUrl({ validSchemes: ['https'] }).map((url) => new URL(url).href),
  'mail-address': () => fc.constantFrom('a.b+c@example.jp', 'x@sub.example.com'),
  'corporate-number': () => fc.constant('9999999000017'),
  'trade-item-number': () => fc.constantFrom('04912345678904', '00000096385074'),
};

function cells(items: readonly Item[], always: readonly string[]): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc.record(Object.fromEntries(items.map((item) => [item.id, ANSWERS[item.kind](item)])), {
    requiredKeys: [...always],
    noNullPrototype: true,
  });
}

function rows(table: TableId): fc.Arbitrary<readonly object[]> {
  const columns: readonly Column[] = TABLES[table];
  return fc.array(cells(columns, [columns[0]?.id ?? '']), { maxLength: 4 });
}

const FLAGS = (ids: readonly string[]) =>
  fc.record(Object.fromEntries(ids.map((id) => [id, fc.boolean()])), { requiredKeys: [], noNullPrototype: true });

const APPLICATION = fc
  .record({
    answers: cells(ITEMS, []),
    scope: FLAGS(scheme.scopeQuestions.map(({ id }) => id)),
    profile: FLAGS(set.features.map(({ id }) => id)),
    models: rows('models'),
    interfaces: fc.constant(COMPLETE.interfaces.concat(NAMES.map((name) => ({ name })))),
    personalData: rows('personalData'),
    services: rows('services'),
    determinations: fc
      .tuple(
        ...set.criteria.map(({ id }) =>
          cells(TABLES.determinations, ['verdict']).map((row) => ({ ...row, criterion: id })),
        ),
      )
      .map((stated) => [...stated]),
  })
  .map((application) => application as unknown as Application);

test('whatever an application says is read back from its workbook, in either language', async () => {
  await fc.assert(
    fc.asyncProperty(APPLICATION, fc.constantFrom('ja', 'en'), async (application, language) => {
      const result = await read(await writeChecklist({ form: FORM, language, today: TODAY, application }));
      assert.ok(result.ok, JSON.stringify(result.ok ? '' : result.error.faults));
      equal(asPlain(result.value.application), asPlain(application));
    }),
    { numRuns: 40 },
  );
});

import { describe, test } from 'node:test';
import { completeApplication, evidenceNames, setFor } from '../../../testing/builders/application.ts';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import type { Answer, Item } from './answer-kinds.ts';
import { ITEMS, SECTIONS, TABLES, type TableId } from './application-items.ts';
import type { Application } from './application.ts';
import { changedItems, formItems, itemOfGap } from './form-items.ts';

const TODAY = Temporal.PlainDate.from('2026-04-01');
const APPLICATION = completeApplication(japaneseScheme, TODAY);
const { set } = setFor(japaneseScheme, TODAY);

const stated = (application: Application, exchanged?: string) => ({
  application,
  fileOf: (name: string) => (name === exchanged ? 'another content' : `content of ${name}`),
});
const changed = (after: Application): readonly string[] => changedItems(stated(APPLICATION), stated(after));

/** Some other answer of the kind. */
function otherAnswer({ kind }: Item, answer: Answer | undefined): Answer {
  if (kind === 'day') return TODAY.add({ days: 1000 });
  if (kind === 'yes-no') return answer !== true;
  if (kind === 'choices' || kind === 'file-names') return ['something else'];
  return `${String(answer)} and more`;
}

const SECTION_OF: Readonly<Record<Exclude<TableId, 'determinations'>, string>> = {
  models: 'product',
  interfaces: 'profile',
  personalData: 'data',
  services: 'services',
};

describe('the items of the form (DOMAIN §5.7)', () => {
  test('are its sections, and each criterion by itself', () => {
    const items = formItems(set);
    equal(items.length, SECTIONS.length - 1 + set.criteria.length);
    equal(items.filter((item) => item.startsWith('determination:')).length, set.criteria.length);
    equal(new Set(items).size, items.length);
  });

  test('do not differ between equal applications, in whatever order their answers came', () => {
    const turned = { ...APPLICATION, answers: Object.fromEntries(Object.entries(APPLICATION.answers).reverse()) };
    equal(changed(turned), []);
    equal(changed({ ...APPLICATION, answers: { ...APPLICATION.answers, 'support.note': undefined } }), []);
  });

  test('attribute a change of any single answer, and its removal, to its one section', () => {
    for (const item of ITEMS) {
      const answer = APPLICATION.answers[item.id];
      const answers = { ...APPLICATION.answers, [item.id]: otherAnswer(item, answer) };
      equal(changed({ ...APPLICATION, answers }), [item.id.split('.')[0]], item.id);
      if (answer === undefined) continue;
      const without = { ...APPLICATION.answers, [item.id]: undefined };
      equal(changed({ ...APPLICATION, answers: without }), [item.id.split('.')[0]], `${item.id} removed`);
    }
  });

  test('attribute a change of any cell of a table to the section the table stands in', () => {
    for (const [table, section] of Object.entries(SECTION_OF) as [keyof typeof SECTION_OF, string][]) {
      for (const column of TABLES[table]) {
        const rows: readonly Readonly<Record<string, Answer | undefined>>[] = APPLICATION[table];
        const first = rows[0] ?? {};
        const after = [{ ...first, [column.id]: otherAnswer(column, first[column.id]) }, ...rows.slice(1)];
        equal(changed({ ...APPLICATION, [table]: after }), [section], `${table}.${column.id}`);
      }
      equal(changed({ ...APPLICATION, [table]: [] }), [section], `${table} emptied`);
    }
  });

  test('attribute a change of any cell about a criterion to that criterion', () => {
    APPLICATION.determinations.forEach((row, place) => {
      for (const column of TABLES.determinations.filter(({ id }) => id !== 'criterion')) {
        const cells: Readonly<Record<string, Answer | undefined>> = row;
        const after = APPLICATION.determinations.with(place, {
          ...row,
          [column.id]: otherAnswer(column, cells[column.id]),
        });
        equal(changed({ ...APPLICATION, determinations: after }), [`determination:${row.criterion ?? ''}`]);
      }
    });
  });

  test('attribute the answer to a question of the scheme to scope or profile', () => {
    for (const id of Object.keys(APPLICATION.scope)) {
      equal(changed({ ...APPLICATION, scope: { ...APPLICATION.scope, [id]: APPLICATION.scope[id] !== true } }), [
        'scope',
      ]);
    }
    for (const id of Object.keys(APPLICATION.profile)) {
      equal(changed({ ...APPLICATION, profile: { ...APPLICATION.profile, [id]: false } }), ['profile']);
    }
  });

  test('keep a feature called like a table apart from the table', () => {
    const before = { ...APPLICATION, profile: { interfaces: true } };
    const after = { ...APPLICATION, profile: { interfaces: false } };
    equal(changedItems(stated(before), stated(after)), ['profile']);
  });

  test('differ when a file was exchanged under its name', () => {
    for (const name of evidenceNames(APPLICATION)) {
      const about = APPLICATION.determinations.filter((row) => row.evidence?.includes(name));
      const expected = [...new Set(about.map((row) => `determination:${row.criterion ?? ''}`))];
      equal(changedItems(stated(APPLICATION), stated(APPLICATION, name)), expected, name);
    }
  });

  test('say where a gap stands', () => {
    const at = (path: string, criterion?: string): string =>
      itemOfGap({ code: 'any', path, criterion, params: {} }, APPLICATION);
    const first = APPLICATION.determinations[0]?.criterion ?? '?';
    equal(
      [
        at('vendor.name'),
        at('scope.pc'),
        at('profile.radio'),
        at('models.3.number'),
        at('interfaces'),
        at('services.0.name'),
      ],
      ['vendor', 'scope', 'profile', 'product', 'profile', 'services'],
    );
    equal([at('determinations', 'X'), at('determinations.0.verdict')], ['determination:X', `determination:${first}`]);
  });
});

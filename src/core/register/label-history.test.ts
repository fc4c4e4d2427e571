import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { labelHistory } from './label-history.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

const RECORD = {
  answers: { 'evaluation.completedOn': day('2026-03-01'), 'declaration.signedOn': day('2026-04-01') },
  validity: { from: day('2026-04-01'), until: day('2028-03-31'), graceDays: 30 },
} as const;

const told = (today: string, record: Parameters<typeof labelHistory>[0] = RECORD): readonly string[] =>
  labelHistory(record, day('2026-05-01'), day(today)).map(
    ({ what, on, isPlanned }) => `${what} ${on.toString()}${isPlanned ? ' planned' : ''}`,
  );

const UNTIL_PUBLISHED = ['evaluated 2026-03-01', 'declared 2026-04-01', 'granted 2026-04-01', 'published 2026-05-01'];

test('a label’s history is one list by days, things of one day in the order they happen', () => {
  equal(told('2026-06-01'), [...UNTIL_PUBLISHED, 'ended 2028-03-31 planned', 'lapsed 2028-05-01 planned']);
});

test('the last day of validity is over only the day after, and a label lapses on the first day without grace', () => {
  const end = (today: string): readonly string[] => told(today).slice(UNTIL_PUBLISHED.length);
  equal(end('2028-03-31'), ['ended 2028-03-31 planned', 'lapsed 2028-05-01 planned']);
  equal(end('2028-04-01'), ['ended 2028-03-31', 'lapsed 2028-05-01 planned']);
  equal(end('2028-04-30'), ['ended 2028-03-31', 'lapsed 2028-05-01 planned']);
  equal(end('2028-05-01'), ['ended 2028-03-31', 'lapsed 2028-05-01']);
});

test('a label published after its validity ended shows so, and one that does not expire plans nothing', () => {
  const short = { ...RECORD, validity: { ...RECORD.validity, until: day('2026-04-20') } };
  equal(told('2026-06-01', short).slice(3), ['ended 2026-04-20', 'published 2026-05-01', 'lapsed 2026-05-21']);
  const open = { answers: {}, validity: { from: day('2026-04-01'), until: undefined, graceDays: 0 } };
  equal(told('2030-01-01', open), ['granted 2026-04-01', 'published 2026-05-01']);
});

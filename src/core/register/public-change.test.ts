import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { publicChanges } from './public-change.ts';

const validity = {
  from: Temporal.PlainDate.from('2026-04-01'),
  until: Temporal.PlainDate.from('2028-03-31'),
  graceDays: 30,
};

const told = (
  publishedAt: string,
  today: string,
  terms: Partial<Parameters<typeof publicChanges>[0]['validity']> = {},
) =>
  publicChanges(
    { validity: { ...validity, ...terms }, publishedAt: Temporal.Instant.from(publishedAt), zone: 'Asia/Tokyo' },
    Temporal.PlainDate.from(today),
  ).map(({ what, at }) => `${what} ${at.toString()}`);

const published = 'published 2026-04-01T01:00:00Z';

test('changes by the calendar come about at midnight in the scheme’s zone, and not before their day', () => {
  const at = '2026-04-01T01:00:00Z';
  equal(told(at, '2028-03-31'), [published]);
  equal(told(at, '2028-04-01'), [published, 'in_grace 2028-03-31T15:00:00Z']);
  equal(told(at, '2028-05-01'), [published, 'in_grace 2028-03-31T15:00:00Z', 'lapsed 2028-04-30T15:00:00Z']);
});

test('without grace a label lapses at once, and without an end nothing ever happens', () => {
  const at = '2026-04-01T01:00:00Z';
  equal(told(at, '2028-04-01', { graceDays: 0 }), [published, 'lapsed 2028-03-31T15:00:00Z']);
  equal(told(at, '2099-01-01', { until: undefined }), [published]);
});

test('what happened under an embargo is not told apart from the publication', () => {
  equal(told('2028-04-05T00:00:00Z', '2028-05-01'), ['published 2028-04-05T00:00:00Z', 'lapsed 2028-04-30T15:00:00Z']);
});

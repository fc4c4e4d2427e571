import assert from 'node:assert/strict';
import { test } from 'node:test';
import { japaneseWorkingDays } from '../../src/adapters/japanese-working-days.ts';
import { legalDay } from '../../src/core/kernel/legal-day.ts';
import type { Scheme } from '../../src/core/scheme/scheme.ts';
import { equal } from '../equal.ts';
import { japaneseScheme, secondScheme } from '../schemes.ts';
import { worldLevels } from './levels.ts';
import { planStories, type PlannedStory } from './plan-stories.ts';
import { productTypesFor } from './product-types.ts';
import { worldCalendar } from './world-calendar.ts';

function planOn(scheme: Scheme, day: string): readonly PlannedStory[] {
  const today = Temporal.PlainDate.from(day);
  const levels = worldLevels(scheme, today);
  const calendar = worldCalendar(scheme, levels.firstParty, { today, workingDays: japaneseWorkingDays });
  return planStories({ scheme, calendar, levels });
}

for (const day of ['2025-10-03', '2026-01-05', '2026-05-06', '2026-11-22', '2028-02-29']) {
  test(`on ${day} every act lies before that day, on a working day, and acts of a story follow each other`, () => {
    for (const { steps } of planOn(japaneseScheme, day)) {
      assert.ok(steps.length > 0);
      for (const [place, { at }] of steps.entries()) {
        const on = legalDay(at, japaneseScheme.zone);
        assert.ok(Temporal.PlainDate.compare(on, Temporal.PlainDate.from(day)) < 0, on.toString());
        assert.ok(japaneseWorkingDays.isWorkingDay(on), on.toString());
        const previous = steps[place - 1];
        if (previous !== undefined) equal(Temporal.Instant.compare(previous.at, at), -1);
      }
    }
  });
}

test('while the scheme is young, last days near or past are stated; later the term alone gives them', () => {
  const shortened = (day: string): readonly (string | undefined)[] =>
    planOn(japaneseScheme, day).flatMap(({ shortenedTo, story }) =>
      shortenedTo === undefined ? [] : [story?.product],
    );
  equal(shortened('2026-11-22'), ['SW-24M', 'TV-55Q', 'DP-7', 'EC-100']);
  equal(shortened('2027-08-01'), []);
});

test('a level that opened last month has no past to demonstrate, and says so', () => {
  assert.throws(() => planOn(japaneseScheme, '2025-04-25'), /level s1 opened on 2025-03-25: too late/);
});

test('only a scheme with an open third-party level gets a case in review', () => {
  const reviewed = (scheme: Scheme): number =>
    planOn(scheme, '2026-11-22').filter(({ story }) => story?.ending === 'in-review').length;
  equal([reviewed(japaneseScheme), reviewed(secondScheme)], [0, 1]);
});

test('the products take turns through the types of a scheme that knows none of theirs', () => {
  const types = [...productTypesFor(secondScheme).values()];
  equal(types.slice(0, 4), ['farm-gate', 'milk-meter', 'doorbell', 'farm-gate']);
});

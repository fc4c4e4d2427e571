import assert from 'node:assert/strict';
import { test } from 'node:test';
import { japaneseScheme, secondScheme } from '../../../testing/schemes.ts';
import { isOpen } from './scheme-calendar.ts';
import type { Scheme } from './scheme.ts';

function opens(scheme: Scheme, level: string, productType: string | undefined, text: string): string {
  const outcome = isOpen(scheme, { level, productType, day: Temporal.PlainDate.from(text) });
  return outcome.ok ? 'open' : `${outcome.error.code} until ${outcome.error.opensOn?.toString() ?? 'nobody knows'}`;
}

test('the first level takes applications from 25 March 2025 for every product type', () => {
  assert.equal(opens(japaneseScheme, 's1', 'router', '2025-03-24'), 'not_yet_open until 2025-03-25');
  for (const type of japaneseScheme.productTypes)
    assert.equal(opens(japaneseScheme, 's1', type.id, '2025-03-25'), 'open');
});

test('levels without a fixed day are refused without naming one', () => {
  for (const level of ['s2', 's3', 's4']) {
    assert.equal(opens(japaneseScheme, level, 'network-camera', '2030-01-01'), 'not_yet_open until nobody knows');
  }
});

test('the day of a product type overrides the day of its level', () => {
  assert.equal(opens(secondScheme, 'silver', 'farm-gate', '2024-10-01'), 'open');
  assert.equal(opens(secondScheme, 'silver', 'farm-gate', '2024-09-30'), 'not_yet_open until 2024-10-01');
  assert.equal(opens(secondScheme, 'silver', 'doorbell', '2024-10-01'), 'not_yet_open until 2025-04-01');
  assert.equal(opens(secondScheme, 'silver', undefined, '2025-04-01'), 'open');
});

test('a level the calendar does not name is not open', () => {
  assert.equal(
    opens({ ...secondScheme, openings: [] }, 'bronze', undefined, '2030-01-01'),
    'not_yet_open until nobody knows',
  );
});

import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { lastHeldDay } from './last-held-day.ts';
import type { LetterStanding } from './mandate.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

function last(until?: string, revokedOn?: string, letter: LetterStanding = 'none'): string | undefined {
  const terms = { from: day('2026-04-01'), until: until === undefined ? undefined : day(until), letter };
  return lastHeldDay(terms, revokedOn === undefined ? undefined : day(revokedOn))?.toString();
}

test('a mandate held to its last day, or to the day it was revoked before that', () => {
  equal(last('2026-05-31'), '2026-05-31');
  equal(last('2026-05-31', '2026-05-02'), '2026-05-02');
  equal(last('2026-05-31', '2026-06-02'), '2026-05-31');
  equal(last(undefined, '2026-05-02'), '2026-05-02');
  equal(last(undefined, '2026-04-01', 'confirmed'), '2026-04-01');
});

test('a mandate never held whose letter was not confirmed, or that was revoked before it began', () => {
  equal(last('2026-05-31', undefined, 'refused'), undefined);
  equal(last(undefined, '2026-05-02', 'awaited'), undefined);
  equal(last('2026-05-31', '2026-03-31'), undefined);
});

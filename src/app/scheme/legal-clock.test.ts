import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { SimulatedClock } from '../../../testing/world/clock.ts';
import { LegalClock } from './legal-clock.ts';

test('the legal day changes at midnight in the scheme’s zone, forward and back', () => {
  const clock = new SimulatedClock('2026-04-01T14:59:59.999Z');
  const scheme = { scheme: { zone: 'Asia/Tokyo' } } as ConstructorParameters<typeof LegalClock>[0]['scheme'];
  const legal = new LegalClock({ clock, scheme });
  const at = (moment: string): readonly [string, number] => {
    clock.set(moment);
    const { day, left } = legal.now();
    return [day, left];
  };
  equal(at('2026-04-01T14:59:59.999Z'), ['2026-04-01', 1]);
  equal(at('2026-04-01T15:00:00Z'), ['2026-04-02', 86_400_000]);
  equal(at('2026-04-01T14:00:00Z'), ['2026-04-01', 3_600_000]);
  equal(at('2026-03-31T15:00:00Z'), ['2026-04-01', 86_400_000]);
});

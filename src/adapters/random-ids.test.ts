import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { SimulatedClock } from '../../testing/world/clock.ts';
import { countingIds } from '../../testing/world/ids.ts';
import { parseId } from '../core/kernel/ids.ts';
import { randomIds } from './random-ids.ts';
import { systemClock } from './system-clock.ts';

test('an identifier is a UUID of version 7 that begins with its moment (RFC 9562, 5.7)', () => {
  const ids = randomIds(new SimulatedClock('2022-02-22T19:22:22Z'));
  const id = ids.uuid();
  assert.match(id, /^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(parseId(id).ok, true);
  assert.notEqual(ids.uuid().slice(-12), id.slice(-12));
});

test('identifiers ascend within a millisecond, past its counter, and when the clock steps back (RFC 9562, 6.2)', () => {
  const clock = new SimulatedClock();
  const ids = randomIds(clock);
  const made = Array.from({ length: 10_000 }, () => ids.uuid());
  clock.set('2020-01-01T00:00:00Z');
  made.push(ids.uuid());
  clock.set('2030-01-01T00:00:00Z');
  made.push(ids.uuid());
  equal(made, made.toSorted());
  assert.equal(new Set(made).size, made.length);
});

test('the identifiers of tests are the same in every run, and readable as identifiers', () => {
  const [one, two] = [countingIds(), countingIds()];
  equal([one.uuid(), one.uuid()], [two.uuid(), two.uuid()]);
  assert.equal(parseId(one.uuid()).ok, true);
});

test('the clock of tests moves only when told', () => {
  const clock = new SimulatedClock('2026-01-31T00:00:00Z');
  assert.equal(String(clock.now()), '2026-01-31T00:00:00Z');
  clock.advance({ days: 1, hours: 2 });
  assert.equal(String(clock.now()), '2026-02-01T02:00:00Z');
  clock.set('2026-01-01T00:00:00Z');
  assert.equal(String(clock.now()), '2026-01-01T00:00:00Z');
});

test('the machine gives the time in whole milliseconds', () => {
  const now = systemClock.now();
  assert.ok(Math.abs(now.epochMilliseconds - Date.now()) < 5_000);
  assert.equal(now.epochNanoseconds % 1_000_000n, 0n);
});

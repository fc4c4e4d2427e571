import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { ROLES } from './actor.ts';
import {
  isFresh,
  isSeenLongAgo,
  isSetUp,
  limitsFor,
  maySetUp,
  SESSION_LIMITS,
  sessionStanding,
  type SignInMethod,
} from './session.ts';

const START = Temporal.Instant.from('2026-04-01T00:00:00Z');
const after = (minutes: number): Temporal.Instant => START.add({ seconds: Math.round(minutes * 60) });

/** A session that began at START, was seen after some minutes, and is looked at after some more. */
function standing(limits: keyof typeof SESSION_LIMITS, seen: number, at: number, ended?: number): string {
  const endedAt = ended === undefined ? undefined : after(ended);
  return sessionStanding({ startedAt: START, seenAt: after(seen), endedAt }, SESSION_LIMITS[limits], after(at));
}

test('a session of staff ends after half an hour without a request, and after twelve hours in any case (ASVS 5.0, 7.3.1, 7.3.2)', () => {
  equal(
    [0, 29.99, 30, 31].map((at) => standing('staff', 0, at)),
    ['live', 'live', 'idle', 'idle'],
  );
  equal(standing('staff', 719, 719.99), 'live');
  equal(standing('staff', 719.99, 720), 'expired');
});

test('a session of an applicant ends after eight hours without a request, and after a day in any case', () => {
  equal(
    [479.99, 480].map((at) => standing('applicant', 0, at)),
    ['live', 'idle'],
  );
  equal(
    [1439.99, 1440].map((at) => standing('applicant', 1439, at)),
    ['live', 'expired'],
  );
});

test('a session that was ended is over, whatever the limits say', () => {
  equal(standing('applicant', 5, 5, 5), 'ended');
});

test('whoever holds one role of the operator anywhere keeps to the limits of staff', () => {
  const staff = ROLES.filter((role) => limitsFor([role]) === SESSION_LIMITS.staff);
  equal(staff, ['label-officer', 'reviewer', 'decider', 'surveillance-officer', 'scheme-officer', 'administrator']);
  equal(limitsFor(['vendor-editor', 'administrator']), SESSION_LIMITS.staff);
  equal(limitsFor([]), SESSION_LIMITS.applicant);
});

test('a proof by passkey is fresh for five minutes, and never without one (ASVS 5.0, 7.5.3)', () => {
  equal(
    [0, 4.99, 5].map((at) => isFresh(START, after(at))),
    [true, true, false],
  );
  equal(isFresh(undefined, START), false);
});

test('that a session is in use is recorded once a minute', () => {
  equal(
    [0, 0.99, 1].map((at) => isSeenLongAgo(START, after(at))),
    [false, false, true],
  );
});

test('nobody who signs in with passkeys can be locked out by losing one: two, or one and a recovery code', () => {
  const outcome = (method: SignInMethod): readonly boolean[] =>
    [
      [0, 10],
      [1, 0],
      [1, 1],
      [2, 0],
    ].map(([passkeys = 0, recoveryCodes = 0]) => isSetUp(method, { passkeys, recoveryCodes }));
  for (const method of ['passkey', 'invitation', 'recovery_code'] as const) {
    equal(outcome(method), [false, false, true, true], method);
  }
  for (const method of ['openid', 'demonstration'] as const) equal(outcome(method), [true, true, true, true], method);
});

test('how one signs in is changed after a fresh proof, or within an hour of being let in (a second passkey needs the first)', () => {
  const may = (method: SignInMethod, at: number, freshAt?: number): boolean =>
    maySetUp({ method, startedAt: START, freshAt: freshAt === undefined ? undefined : after(freshAt) }, after(at));
  equal(
    [may('passkey', 4, 0), may('passkey', 5, 0), may('passkey', 60, 58), may('passkey', 0)],
    [true, false, true, false],
  );
  for (const method of ['invitation', 'recovery_code'] as const)
    equal([may(method, 59), may(method, 60)], [true, false]);
  for (const method of ['openid', 'demonstration'] as const) equal([may(method, 0), may(method, 0, 0)], [false, true]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { supportLeft } from './support-left.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

test('support is counted from the purchase, and what is left of it from today; the last day counts', () => {
  const answer = supportLeft('2026-04-02', day('2031-04-01'), day('2027-04-02'));
  assert.ok(answer?.kind === 'supported');
  assert.equal(answer.length.toString(), 'P5Y');
  assert.equal(answer.left.toString(), 'P4Y');
});

test('for a purchase still to come, what is left is counted from it', () => {
  const answer = supportLeft('2030-04-02', day('2031-04-01'), day('2027-04-02'));
  assert.ok(answer?.kind === 'supported');
  assert.equal(answer.left.toString(), 'P1Y');
});

test('on the last day one day is left, on the next it is over', () => {
  const last = supportLeft('2026-01-01', day('2031-04-01'), day('2031-04-01'));
  assert.ok(last?.kind === 'supported');
  assert.equal(last.left.toString(), 'P1D');
  assert.equal(supportLeft('2026-01-01', day('2031-04-01'), day('2031-04-02'))?.kind, 'over');
  assert.equal(supportLeft('2031-04-02', day('2031-04-01'), day('2026-01-01'))?.kind, 'bought-too-late');
});

test('nothing typed is no question; anything else is answered without an exception', () => {
  assert.equal(supportLeft('  \u3000', day('2031-04-01'), day('2026-01-01')), undefined);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      supportLeft(typed, day('2031-04-01'), day('2026-01-01'));
    }),
  );
});

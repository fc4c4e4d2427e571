import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../equal.ts';
import { READERS } from './readers.ts';
import { tryCrafted } from './try-crafted.ts';

/** The million is `npm run bench -- crafted`. */
const SHARE = 8_000;

test('crafted numbers, proofs, notes, credentials and tiles are refused with a code by everybody who reads them', async () => {
  const { codes, faults, tried } = await tryCrafted(READERS, { seed: 1, count: SHARE });
  equal(faults, []);
  equal(tried, SHARE);
  for (const name of Object.keys(READERS)) {
    const told = Object.keys(codes).filter((code) => code.startsWith(`${name}: `));
    assert.ok(
      told.some((code) => !code.endsWith(': taken')),
      `${name} refused nothing`,
    );
  }
});

test('whoever throws, or believes what is not so, is named with what can be tried again', async () => {
  const throwing = {
    good: () => 'refused',
    bad: (chance: { readonly once: (times: number) => boolean }) => {
      if (chance.once(2)) throw new RangeError('too deep');
      return 'refused';
    },
  };
  const { faults, codes } = await tryCrafted(throwing, { seed: 3, count: 20 });
  assert.ok(faults.length > 0 && faults.length < 10, faults.join());
  assert.match(faults[0] ?? '', /^bad, try \d+ of seed 3: RangeError: too deep$/);
  equal(codes['good: refused'], 10);
});

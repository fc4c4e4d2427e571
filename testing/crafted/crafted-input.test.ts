import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRegister } from '../../src/verify/audit-register.ts';
import { isProven } from '../../src/verify/step.ts';
import { bytesOf } from '../bytes-of.ts';
import { equal } from '../equal.ts';
import { TEST_TOOLS } from '../log-in-memory.ts';
import { READERS } from './readers.ts';
import { LOG, SPECIMENS } from './specimens.ts';
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

test('what crafted texts are made from is believed as it is', async () => {
  const source = {
    checkpoint: () => Promise.resolve(LOG.checkpoint),
    tile: LOG.tile,
    labels: () => bytesOf(SPECIMENS.dump.join('')),
  };
  const { steps } = await auditRegister(source, { key: LOG.key }, TEST_TOOLS);
  equal(
    steps.filter(({ outcome }) => outcome === 'failed'),
    [],
  );
  assert.ok(isProven(steps));
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

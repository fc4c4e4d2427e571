import fc from 'fast-check';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme, secondScheme } from '../../../testing/schemes.ts';
import { feeFor } from './fee.ts';

const fee = (on: string, recognition?: string) =>
  feeFor(japaneseScheme, { level: 's1', day: Temporal.PlainDate.from(on), recognition });

test('the fee is the one of the day of receipt: ¥110,000 to 2025-09-30, ¥198,000 from the next day (DOMAIN §5.8)', () => {
  equal(fee('2025-09-30'), { rule: 's1-opening', amount: 110_000, tax: 10_000, currency: 'JPY' });
  equal(fee('2025-10-01'), { rule: 's1-ordinary', amount: 198_000, tax: 18_000, currency: 'JPY' });
});

test('an application before the first fee rule, or for a level without one, has no fee', () => {
  equal(fee('2025-03-24'), undefined);
  equal(
    feeFor(japaneseScheme, { level: 's3', day: Temporal.PlainDate.from('2026-04-01'), recognition: undefined }),
    undefined,
  );
});

test('claiming recognition of UK PSTI costs ¥140,000 from 2026-01-01, the ordinary fee before (DOMAIN §5.8)', () => {
  equal(fee('2025-12-31', 'uk-psti')?.rule, 's1-ordinary');
  equal(fee('2026-01-01', 'uk-psti'), { rule: 's1-uk-psti', amount: 140_000, tax: 12_727, currency: 'JPY' });
});

test('a recognition without a fee of its own costs the ordinary fee', () => {
  equal(fee('2026-06-01', 'sg-cls')?.rule, 's1-ordinary');
});

test('another scheme has its own fees, tax and currency', () => {
  const on = Temporal.PlainDate.from('2026-04-01');
  equal(feeFor(secondScheme, { level: 'bronze', day: on, recognition: undefined }), {
    rule: 'bronze',
    amount: 0,
    tax: 0,
    currency: 'NZD',
  });
  equal(feeFor(secondScheme, { level: 'silver', day: on, recognition: undefined })?.tax, 117);
});

test('the tax contained in a fee is whole, never more than the rate gives, and less than one unit below it', () => {
  const rule = japaneseScheme.fees.find(({ id }) => id === 's1-ordinary');
  if (rule === undefined) throw new Error('no rule to vary');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 0, max: 5000 }),
      (amount, taxBasisPoints) => {
        const scheme = { ...japaneseScheme, fees: [{ ...rule, amount, taxBasisPoints }] };
        const charged = feeFor(scheme, { level: 's1', day: rule.effective.from, recognition: undefined });
        const exact = (amount * taxBasisPoints) / (10_000 + taxBasisPoints);
        return (
          charged !== undefined &&
          Number.isInteger(charged.tax) &&
          charged.tax <= exact + 1e-6 &&
          charged.tax > exact - 1
        );
      },
    ),
  );
});

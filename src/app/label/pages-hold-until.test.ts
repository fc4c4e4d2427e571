import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { pagesHoldUntil } from './pages-hold-until.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** The day on which pages made on a day stop holding. */
function heldUntil(
  today: string,
  validUntil: string | undefined,
  supportEndsOn: string | undefined,
): string | undefined {
  const validity = {
    from: day('2026-04-01'),
    until: validUntil === undefined ? undefined : day(validUntil),
    graceDays: 30,
  };
  const answers = supportEndsOn === undefined ? {} : { 'support.endsOn': day(supportEndsOn) };
  return pagesHoldUntil({ today: day(today), record: { validity, answers } })?.toString();
}

test('pages hold until validity, grace or support is over, whichever comes first after the day they were made', () => {
  equal(heldUntil('2026-04-01', '2028-03-31', '2031-12-31'), '2028-04-01');
  equal(heldUntil('2028-03-31', '2028-03-31', '2031-12-31'), '2028-04-01');
  equal(heldUntil('2028-04-01', '2028-03-31', '2031-12-31'), '2028-05-01');
  equal(heldUntil('2028-05-01', '2028-03-31', '2031-12-31'), '2032-01-01');
  equal(heldUntil('2032-01-01', '2028-03-31', '2031-12-31'), undefined);
  equal(heldUntil('2026-04-01', '2028-03-31', '2027-06-30'), '2027-07-01');
  equal(heldUntil('2027-06-30', '2028-03-31', '2027-06-30'), '2027-07-01');
  equal(heldUntil('2027-07-01', '2028-03-31', '2027-06-30'), '2028-04-01');
  equal(heldUntil('2026-04-01', undefined, undefined), undefined);
});

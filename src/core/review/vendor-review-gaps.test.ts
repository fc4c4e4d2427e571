import fc from 'fast-check';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { vendorReviewGaps, type VendorReviewStatement } from './vendor-review-gaps.ts';

const TODAY = Temporal.PlainDate.from('2026-04-01');
const ago = (days: number): Temporal.PlainDate => TODAY.subtract({ days });

const SOUND: VendorReviewStatement = {
  reviewer: '上田 真理',
  reviewedOn: ago(20),
  signatory: '江口 隆',
  signedOn: ago(10),
  onePersonFirm: undefined,
  lastDeterminedOn: ago(30),
  today: TODAY,
};
const codes = (change: Partial<VendorReviewStatement>): readonly string[] =>
  vendorReviewGaps({ ...SOUND, ...change }).map(({ code, path }) => `${code} ${path}`);

test('a review by somebody else, between determination and signature, is in order (ISO/IEC 17050-1:2004, 5)', () => {
  equal(codes({}), []);
});

test('determination, review and signature may fall on one day, today', () => {
  equal(codes({ lastDeterminedOn: TODAY, reviewedOn: TODAY, signedOn: TODAY }), []);
});

test('each step out of order is named where it stands', () => {
  equal(codes({ reviewedOn: ago(31) }), ['review_before_determination review.completedOn']);
  equal(codes({ signedOn: ago(21) }), ['signed_before_review declaration.signedOn']);
  equal(codes({ signedOn: TODAY.add({ days: 1 }) }), ['signed_in_future declaration.signedOn']);
});

test('whoever signs does not review, however the name is written (DOMAIN §5, two chains)', () => {
  for (const reviewer of ['江口 隆', '江口　隆', '江口隆']) {
    equal(codes({ reviewer }), ['reviewer_is_signatory review.reviewer'], reviewer);
  }
  equal(codes({ reviewer: 'Ｅguchi-T.', signatory: 'EGUCHI T' }), ['reviewer_is_signatory review.reviewer']);
});

test('a one-person firm may review what it signs, and only then (exemption recorded)', () => {
  equal(codes({ reviewer: '江口 隆', onePersonFirm: true }), []);
  equal(codes({ reviewer: '江口 隆', onePersonFirm: false }), ['reviewer_is_signatory review.reviewer']);
});

test('steps not stated yet are not judged: they are missing answers', () => {
  equal(codes({ reviewer: undefined, reviewedOn: undefined, signatory: undefined, signedOn: undefined }), []);
  equal(codes({ lastDeterminedOn: undefined, signedOn: undefined }), []);
});

test('days without a gap always follow each other: determined, reviewed, signed, none after today', () => {
  const day = fc.integer({ min: -5, max: 5 }).map(ago);
  fc.assert(
    fc.property(day, day, day, (lastDeterminedOn, reviewedOn, signedOn) => {
      const order = [lastDeterminedOn, reviewedOn, signedOn, TODAY];
      const follows = order.every(
        (one, place) => place === 0 || Temporal.PlainDate.compare(order[place - 1] ?? one, one) <= 0,
      );
      return (codes({ lastDeterminedOn, reviewedOn, signedOn }).length === 0) === follows;
    }),
  );
});

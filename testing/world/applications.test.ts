import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applicationGaps } from '../../src/core/case/application-gaps.ts';
import { findCriteriaSet } from '../../src/core/scheme/in-force.ts';
import { hasRightCheckDigit } from '../../src/core/parties/corporate-number.ts';
import { equal } from '../equal.ts';
import { japaneseScheme, secondScheme } from '../schemes.ts';
import { applicationOf } from './applications.ts';
import { evidenceFiles } from './evidence.ts';
import { ORGANISATIONS, vendorOf } from './organisations.ts';
import { NEWCOMER, PEOPLE, personWith } from './people.ts';
import { PRODUCTS } from './products.ts';
import { productTypesFor } from './product-types.ts';

const submittedOn = Temporal.PlainDate.from('2026-09-15');

for (const scheme of [japaneseScheme, secondScheme]) {
  const types = productTypesFor(scheme);

  for (const level of scheme.levels) {
    for (const product of PRODUCTS) {
      const productType = types.get(product.code) ?? '';
      const set = findCriteriaSet(scheme, { level: level.id, productType, day: submittedOn });
      if (set === undefined) continue;
      test(`the application of ${product.code} at ${level.id} of ${scheme.id} lacks nothing, and its evidence is written`, () => {
        const vendor = vendorOf(product.vendor);
        const signatory = personWith(product.vendor, 'vendor-signatory');
        const application = applicationOf({
          scheme,
          set,
          product,
          productType,
          vendor,
          contact: signatory,
          signatory,
          submittedOn,
        });
        const files = evidenceFiles({ product, vendor, set, application });
        const attached = new Set(files.map(({ name }) => name));
        equal(applicationGaps({ application, scheme, set, vendor, attached, today: submittedOn }), []);
        equal(attached.size, files.length);
        for (const { name, text } of files) assert.ok(text.length > 60, `${name}: ${text}`);
      });
    }
  }
}

test('the products of the world cover every product type of the scheme', () => {
  const covered = new Set(PRODUCTS.map(({ type }) => type));
  equal(
    japaneseScheme.productTypes.map(({ id }) => id).filter((id) => !covered.has(id)),
    [],
  );
});

test('corporate numbers of the world have a right check digit and are clearly invented', () => {
  const numbers = ORGANISATIONS.flatMap(({ corporateNumber }) => corporateNumber ?? []);
  assert.ok(numbers.length >= 5);
  for (const number of numbers) {
    assert.ok(hasRightCheckDigit(number), number);
    assert.match(number, /^9999999/);
  }
});

test('products and mail addresses are one of a kind', () => {
  equal(new Set(PRODUCTS.map(({ code }) => code)).size, PRODUCTS.length);
  equal(new Set([...PEOPLE, NEWCOMER].map(({ mail }) => mail)).size, PEOPLE.length + 1);
});

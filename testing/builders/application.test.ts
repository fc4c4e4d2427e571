import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applicationGaps } from '../../src/core/case/application-gaps.ts';
import { japaneseScheme, secondScheme } from '../schemes.ts';
import { COMPLETE_VENDOR, completeApplication, evidenceNames, setFor } from './application.ts';
import { equal } from '../equal.ts';

for (const scheme of [japaneseScheme, secondScheme]) {
  for (const day of ['2026-11-22', '2027-04-01']) {
    test(`a complete application under ${scheme.id} lacks nothing on ${day}`, () => {
      const today = Temporal.PlainDate.from(day);
      for (const { level } of scheme.criteriaSets) {
        const application = completeApplication(scheme, today, { level });
        const { set } = setFor(scheme, today, { level });
        const attached = new Set(evidenceNames(application));
        const gaps = applicationGaps({ application, scheme, set, vendor: COMPLETE_VENDOR, attached, today });
        equal(gaps, []);
      }
    });
  }
}

test('what a test wants otherwise replaces the builder’s own', () => {
  const today = Temporal.PlainDate.from('2026-11-22');
  const application = completeApplication(japaneseScheme, today, {
    models: [],
    answers: { 'product.firmware': '9.9' },
  });
  equal(application.models, []);
  assert.equal(application.determinations[0]?.firmware, '9.9');
  assert.equal(application.answers['vendor.name'], COMPLETE_VENDOR.name);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CASE_LIFECYCLE, CASE_STATES } from '../src/core/case/case-lifecycle.ts';
import { LABEL_STATES } from '../src/core/attestation/label-lifecycle.ts';
import { MANDATE_STATES } from '../src/core/parties/mandate.ts';
import { MANDATE_LIFECYCLE } from '../src/core/parties/mandate-lifecycle.ts';
import { lifecyclesPage } from './generate-lifecycles.ts';

describe('the page of lifecycles', () => {
  const page = lifecyclesPage();

  test('draws every state, and every act and rule of the case and of the mandate', () => {
    for (const state of [...CASE_STATES, ...LABEL_STATES, ...MANDATE_STATES]) {
      assert.match(page, new RegExp(`--> ${state}\\b`), state);
    }
    for (const { action, rules } of [...CASE_LIFECYCLE.transitions, ...MANDATE_LIFECYCLE.transitions]) {
      assert.ok(page.includes(`| \`${action}\``), action);
      for (const { id, clause } of rules) assert.ok(page.includes(`\`${id}\` (${clause})`), id);
    }
  });

  test('ends where nothing leads out, and names the calendar where nobody acts', () => {
    for (const end of ['granted', 'refused', 'not_accepted', 'discontinued', 'lapsed']) {
      assert.equal(page.includes(`  ${end} --> [*]`), end !== 'lapsed', end);
    }
    assert.match(page, /`calendar\.end-of-grace` \| in_grace \| lapsed \| nobody: the calendar/);
  });

  test('is the one that is committed', () => {
    assert.equal(readFileSync('docs/lifecycles.md', 'utf8'), page, 'run: npm run generate');
  });
});

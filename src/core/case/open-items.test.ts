import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOpenItem } from './open-items.ts';

const none = new Set<string>();

test('every item of a draft is open', () => {
  assert.ok(isOpenItem('product', { state: 'draft', returned: none, overtaken: none }));
});

test('of a returned case what was returned and what time has overtaken is open, and nothing else', () => {
  const openness = { state: 'returned', returned: new Set(['product']), overtaken: new Set(['support']) } as const;
  assert.ok(isOpenItem('product', openness));
  assert.ok(isOpenItem('support', openness));
  assert.ok(!isOpenItem('vendor', openness));
});

test('nothing of a case that is with the operator is open, whatever was returned before', () => {
  assert.ok(!isOpenItem('product', { state: 'submitted', returned: new Set(['product']), overtaken: none }));
});

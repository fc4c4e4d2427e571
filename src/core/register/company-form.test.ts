import assert from 'node:assert/strict';
import { test } from 'node:test';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { withoutCompanyForm } from './company-form.ts';
import { LONGEST_MAKER_KEY, makerKeyOf } from './search-entry.ts';

const { search } = japaneseScheme;

test('a maker is the same with its legal form before, after, abbreviated or left out', () => {
  const spellings = [
    'みなと通信',
    '株式会社みなと通信',
    'みなと通信株式会社',
    '㈱みなと通信',
    'みなと通信（株）',
    'みなと 通信 ㈱',
  ];
  for (const name of spellings) assert.equal(makerKeyOf(name, search), makerKeyOf('みなと通信', search), name);
  for (const name of ['Minato Co., Ltd.', 'MINATO CO., LTD.', 'Minato Inc.', 'Minato K.K.']) {
    assert.equal(makerKeyOf(name, search), 'minato', name);
  }
});

test('a legal form inside a word, and one that stands alone, is left', () => {
  assert.equal(makerKeyOf('Princeton Incubator', search), 'princetonincubator');
  assert.equal(withoutCompanyForm('株式会社', search.companyForms), '株式会社');
  assert.equal(withoutCompanyForm('Anything Inc.', []), 'anything inc.');
});

test('a name of characters that each fold into many makes a key the index can take', () => {
  const key = makerKeyOf('\ufdfa'.repeat(200), search);
  assert.equal(key.length, LONGEST_MAKER_KEY);
  assert.ok(makerKeyOf('\u{20bb7}'.repeat(150), search).isWellFormed());
});

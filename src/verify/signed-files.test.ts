import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText, mutated } from '../../testing/any-text.ts';
import { signedAsCredential, statusLists } from '../../testing/credential-in-memory.ts';
import { equal } from '../../testing/equal.ts';
import { isStatusList, looksSigned } from './signed-files.ts';

test('kept files are told apart by what they say they are', async () => {
  const [list = ''] = await statusLists();
  const credential = signedAsCredential();
  equal([looksSigned(`${credential}\n`), isStatusList(credential)], [true, false]);
  equal([looksSigned(list), isStatusList(`${list}\n`)], [true, true]);
  const proof = 'c2sp.org/tlog-proof@v1\nextra AA==\nindex 1\n';
  equal([looksSigned(proof), isStatusList(proof)], [false, false]);
});

test('whatever file is looked at, nothing is thrown', async () => {
  const [list = ''] = await statusLists();
  fc.assert(
    fc.property(fc.oneof(anyText(), mutated(list)), (text) => {
      assert.ok(looksSigned(text) || !isStatusList(text));
    }),
  );
});

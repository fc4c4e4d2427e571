import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText } from '../../testing/any-text.ts';
import { equal } from '../../testing/equal.ts';
import { plainJson, plainText } from './plain-text.ts';

test('what a terminal would obey is shown as a mark', () => {
  assert.equal(plainText('S1\u001b]0;x\u0007\u009b2J\u202e\r!'), 'S1\ufffd]0;x\ufffd\ufffd2J\ufffd\ufffd!');
  assert.equal(plainText('みなと\n\t港'), 'みなと\n\t港');
});

test('JSON says the same and commands nothing', () => {
  assert.equal(plainJson({ a: '\u009b\u202e' }), '{\n  "a": "\\u009b\\u202e"\n}');
  fc.assert(
    fc.property(anyText(), (text) => {
      const written = plainJson({ text });
      equal(JSON.parse(written), { text });
      assert.equal(plainText(written), written);
    }),
  );
});

import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { writeCp932 } from './write-cp932.ts';

const hex = (text: string): string => Buffer.from(writeCp932(text).bytes).toString('hex');

test('text is written as Windows writes it: vendor characters at their first place, half-width kana in one byte', () => {
  equal(hex('A\u3042\uff71'), '4182a0b1');
  // Roman one at NEC's row 13, the saki of names and white circle-1 at IBM's and NEC's places.
  equal([hex('\u2160'), hex('\ufa11'), hex('\u2460'), hex('\u9ad9')], ['8754', 'fab1', '8740', 'fbfc']);
  equal([hex('\uff5e'), hex('\u2225'), hex('\uff0d'), hex('\uffe2')], ['8160', '8161', '817c', '81ca']);
});

test('everything written is read back the same', () => {
  const decoder = new TextDecoder('shift_jis');
  for (let code = 0x20; code < 0x10000; code += 1) {
    // The decoder at hand takes the delete control for another one; no text holds it.
    if (code === 0x7f) continue;
    const character = String.fromCharCode(code);
    const { bytes, unwritten } = writeCp932(character);
    if (unwritten.length === 0) equal(decoder.decode(bytes), character, code.toString(16));
  }
});

test('what cp932 does not have is told, with what stands for it', () => {
  const { bytes, unwritten } = writeCp932('\u301c\u{20bb7}a\u{20bb7}\u00e9');
  equal(new TextDecoder('shift_jis').decode(bytes), '\uff5e\u3013a\u3013\u3013');
  equal(unwritten, [
    { character: '\u301c', writtenAs: '\uff5e' },
    { character: '\u{20bb7}', writtenAs: '\u3013' },
    { character: '\u00e9', writtenAs: '\u3013' },
  ]);
});

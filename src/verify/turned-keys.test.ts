import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { ed25519Key } from '../../testing/ed25519.ts';
import { TEST_TOOLS } from '../../testing/log-in-memory.ts';
import { sha256Bytes } from '../../testing/sha256.ts';
import { okOf } from '../../testing/builders/world.ts';
import { verifierKey, writeVerifierKey } from '../formats/signed-note/verifier-key.ts';
import { parseVerifierKeys } from '../formats/signed-note/verifier-keys.ts';
import { turnedKeys, type KeyEntry } from './turned-keys.ts';

const keyNamed = (name: string, seed: number): string => {
  const { publicKey } = ed25519Key(new Uint8Array(32).fill(seed));
  return writeVerifierKey(verifierKey(sha256Bytes, { name, kind: 'note', publicKey }));
};
const [FIRST, SECOND, THIRD] = [keyNamed('log', 1), keyNamed('log', 2), keyNamed('log', 3)] as const;
const introduced = (index: number, key: string): KeyEntry => ({ index, entry: { kind: 'log-key-introduced', key } });
const retired = (index: number, key: string): KeyEntry => ({ index, entry: { kind: 'log-key-retired', key } });

function turned(known: readonly string[], ...entries: readonly KeyEntry[]): readonly [readonly string[], unknown] {
  const keys = okOf(parseVerifierKeys(sha256Bytes, known.join('\n')));
  const { keys: text, steps } = turnedKeys(keys, entries, TEST_TOOLS);
  return [text.split('\n'), steps.map(({ outcome, detail }) => [outcome, detail['index']])];
}

test('a key the log introduces is learnt, and given up when the log says that it signs no more', () => {
  equal(turned([FIRST]), [[FIRST], []]);
  equal(turned([FIRST], introduced(3, SECOND)), [[FIRST, SECOND], [['ok', 3]]]);
  equal(turned([FIRST, SECOND], introduced(3, SECOND)), [[FIRST, SECOND], []]);
  const whole = [introduced(3, SECOND), retired(5, FIRST), introduced(7, THIRD), retired(9, SECOND)];
  equal(turned([FIRST], ...whole), [[THIRD], [['ok', 7]]]);
  equal(turned([THIRD], ...whole), [[THIRD], []]);
  equal(turned([FIRST], retired(5, FIRST)), [[FIRST], []]);
});

test('a key of another name, or what is no key, is learnt by nobody', () => {
  for (const wrong of [keyNamed('other', 2), 'x', '']) {
    equal(turned([FIRST], introduced(3, wrong)), [[FIRST], [['failed', 3]]], wrong);
  }
});

test('keys of several logs are no keys of one', () => {
  const read = parseVerifierKeys(sha256Bytes, `${FIRST}\n${keyNamed('other', 2)}`);
  equal(read, { ok: false, error: { code: 'keys_of_several_names' } });
  equal(okOf(parseVerifierKeys(sha256Bytes, ` ${FIRST}\r\n\n${FIRST}\n`)).length, 1);
  equal(parseVerifierKeys(sha256Bytes, '').ok, false);
});

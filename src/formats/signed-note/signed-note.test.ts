import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText, mutated } from '../../../testing/any-text.ts';
import { ed25519Key, verifyEd25519 } from '../../../testing/ed25519.ts';
import { equal } from '../../../testing/equal.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import { openNote } from './open-note.ts';
import { parseNote, writeNote } from './signed-note.ts';
import { parseVerifierKey, verifierKey, writeVerifierKey } from './verifier-key.ts';

/** golang.org/x/mod/sumdb/note, note_test.go and the package's own documentation. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETER_SECRET = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const TEXT =
  'If you think cryptography is the answer to your problem,\n' + "then you don't know what your problem is.\n";
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

const keyOf = (text: string) => {
  const key = parseVerifierKey(sha256Bytes, text);
  assert.ok(key.ok, text);
  return key.value;
};

async function openedWith(note: string, key: string): Promise<string> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed.error.code;
  const opened = await openNote(parsed.value, keyOf(key), verifyEd25519);
  return opened.ok ? opened.value : opened.error.code;
}

test("the published note of Go's package is believed, and under no other key", async () => {
  assert.equal(await openedWith(NOTE, PETER), TEXT);
  assert.equal(await openedWith(NOTE, ENOCH), 'note_not_signed');
  assert.equal(await openedWith(NOTE.replace('cryptography', 'cryptographY'), PETER), 'note_signature_false');
  assert.equal(await openedWith(NOTE.replace('x08go/ZJ', 'x08go/ZK'), PETER), 'note_signature_false');
  assert.equal(await openedWith(NOTE.replace('x08go', 'x08gp'), PETER), 'note_not_signed');
});

test('the same key makes the published note, byte for byte (RFC 8032 is deterministic)', () => {
  const secret = Uint8Array.fromBase64(PETER_SECRET).slice(1);
  const { publicKey, sign } = ed25519Key(secret);
  const key = verifierKey(sha256Bytes, { name: 'PeterNeumann', kind: 'note', publicKey });
  assert.equal(writeVerifierKey(key), PETER);
  const bytes = sign(new TextEncoder().encode(TEXT));
  assert.equal(writeNote({ text: TEXT, signatures: [{ name: key.name, id: key.id, bytes }] }), NOTE);
});

test('a signature in a known name but of an unknown key is passed over', async () => {
  const stranger = NOTE.slice(NOTE.lastIndexOf('—')).replace('x08go', 'AAAAA');
  assert.equal(await openedWith(`${NOTE}${stranger}`, PETER), TEXT);
});

test('keys come back from their text; another id, another kind and any part of one are refused', () => {
  for (const text of [PETER, ENOCH]) assert.equal(writeVerifierKey(keyOf(text)), text);
  const codeOf = (text: string): string => {
    const key = parseVerifierKey(sha256Bytes, text);
    return key.ok ? 'ok' : key.error.code;
  };
  assert.equal(codeOf(PETER.replace('c74f20a3', 'c74f20a4')), 'key_id_wrong');
  // Both from note_test.go: the id fits, but the key is no canonical base64, or of no known kind.
  assert.equal(codeOf('PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='), 'key_malformed');
  assert.equal(codeOf('PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'), 'key_kind_unknown');
  for (let from = 0; from < PETER.length; from += 1) {
    for (let to = from; to <= PETER.length; to += 1) {
      if (to - from < PETER.length) assert.notEqual(codeOf(PETER.slice(from, to)), 'ok');
    }
  }
});

test('a note with a character it must not have, or without what it must have, is refused', () => {
  const code = (text: string): string => {
    const note = parseNote(text);
    return note.ok ? 'ok' : note.error.code;
  };
  const wrong = [
    '',
    '\n\n',
    TEXT,
    `${TEXT}\n`,
    NOTE.slice(0, -1),
    NOTE.replace('\n\n', '\n'),
    NOTE.replace('—', '-'),
    NOTE.replace('— ', '—'),
    NOTE.replace('PeterNeumann ', 'Peter Neumann '),
    NOTE.replace('PeterNeumann ', 'Peter+Neumann '),
    NOTE.replace('PeterNeumann ', 'Peter\u3000Neumann '),
    NOTE.replace('AM=', 'AN='),
    NOTE.replace('AM=', 'AM'),
    NOTE.replace('If', 'If\t'),
    NOTE.replace('If', 'If\u0000'),
    NOTE.replace('If', 'If\r'),
    NOTE.replace('If', '\ud800'),
    `${TEXT}\n— PeterNeumann x08gow==\n`,
  ];
  for (const text of wrong) assert.equal(code(text), 'note_malformed', JSON.stringify(text));
  const line = NOTE.slice(NOTE.lastIndexOf('—'));
  assert.equal(code(NOTE + line.repeat(99)), 'ok');
  assert.equal(code(NOTE + line.repeat(100)), 'note_too_long');
  assert.equal(code(`${'a'.repeat(1_000_000)}\n${NOTE}`), 'note_too_long');
});

test('any text can be signed by any key and is believed again', async () => {
  const texts = anyText().filter((text) => text.isWellFormed() && !/[\u0000-\u001f]/.test(text));
  await fc.assert(
    fc.asyncProperty(texts, fc.uint8Array({ minLength: 32, maxLength: 32 }), async (line, secret) => {
      const { publicKey, sign } = ed25519Key(secret);
      const key = verifierKey(sha256Bytes, { name: 'log.example/日本', kind: 'note', publicKey });
      const text = `${line}\n`;
      const note = writeNote({ text, signatures: [{ ...key, bytes: sign(new TextEncoder().encode(text)) }] });
      assert.equal(await openedWith(note, writeVerifierKey(key)), text);
    }),
    { numRuns: 50 },
  );
});

test('whatever is read as a note or a key, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.oneof(anyText(), mutated(NOTE), mutated(PETER)), (text) => {
      const note = parseNote(text);
      if (note.ok) equal(parseNote(writeNote(note.value)), note);
      const key = parseVerifierKey(sha256Bytes, text);
      if (key.ok) assert.equal(writeVerifierKey(key.value), text);
    }),
    { numRuns: 3000 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText, mutated } from '../../../testing/any-text.ts';
import { ed25519Key, verifyEd25519 } from '../../../testing/ed25519.ts';
import { equal } from '../../../testing/equal.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import { writeNote } from '../signed-note/signed-note.ts';
import { verifierKey, type VerifierKey } from '../signed-note/verifier-key.ts';
import { openCheckpoint, parseCheckpoint, writeCheckpoint } from './checkpoint.ts';

/** The example of C2SP tlog-checkpoint. */
const EXAMPLE = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

test('the published checkpoint is read, and written the same again (C2SP tlog-checkpoint)', () => {
  const read = parseCheckpoint(EXAMPLE);
  assert.ok(read.ok);
  equal(
    { ...read.value, root: read.value.root.toHex() },
    {
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      root: '0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62',
      extensions: [],
    },
  );
  assert.equal(writeCheckpoint(read.value), EXAMPLE);
});

test('further lines are kept, for they are signed as well', () => {
  const read = parseCheckpoint(`${EXAMPLE}one\ntwo\n`);
  assert.ok(read.ok);
  equal(read.value.extensions, ['one', 'two']);
  assert.equal(writeCheckpoint(read.value), `${EXAMPLE}one\ntwo\n`);
});

test('what is no checkpoint is refused', () => {
  const wrong = [
    '',
    '\n',
    EXAMPLE.slice(0, -1),
    EXAMPLE.replace('20852163', '020852163'),
    EXAMPLE.replace('20852163', '-1'),
    EXAMPLE.replace('20852163', '1e3'),
    EXAMPLE.replace('20852163', '9007199254740993'),
    EXAMPLE.replace('20852163', '99999999999999999999'),
    EXAMPLE.replace('CsUY', 'Cs'),
    EXAMPLE.replace('example.com/behind-the-sofa', ''),
    `${EXAMPLE}\n`,
    EXAMPLE.replaceAll('\n', '\r\n'),
  ];
  for (const text of wrong) assert.ok(!parseCheckpoint(text).ok, JSON.stringify(text));
});

const { publicKey, sign } = ed25519Key(new Uint8Array(32).fill(7));

function signed(name: string, text: string): { readonly key: VerifierKey; readonly note: string } {
  const key = verifierKey(sha256Bytes, { name, kind: 'note', publicKey });
  return { key, note: writeNote({ text, signatures: [{ ...key, bytes: sign(new TextEncoder().encode(text)) }] }) };
}

test('a signed checkpoint is believed from the log it names only', async () => {
  const own = signed('example.com/behind-the-sofa', EXAMPLE);
  const opened = await openCheckpoint(own.note, own.key, verifyEd25519);
  assert.ok(opened.ok);
  assert.equal(opened.value.size, 20_852_163);
  const other = signed('example.com/another', EXAMPLE);
  equal(await openCheckpoint(other.note, other.key, verifyEd25519), {
    ok: false,
    error: { code: 'checkpoint_of_another_log' },
  });
  const prose = signed('example.com/behind-the-sofa', 'nothing of the kind\n');
  equal(await openCheckpoint(prose.note, prose.key, verifyEd25519), {
    ok: false,
    error: { code: 'checkpoint_malformed' },
  });
});

test('a witness key opens no checkpoint in place of the log', async () => {
  const own = signed('example.com/behind-the-sofa', EXAMPLE);
  const witness = { ...own.key, kind: 'cosignature' as const };
  const opened = await openCheckpoint(own.note, witness, verifyEd25519);
  assert.equal(opened.ok ? 'ok' : opened.error.code, 'note_not_signed');
});

test('whatever is read as a checkpoint, nothing is thrown and nothing comes back changed', () => {
  fc.assert(
    fc.property(fc.oneof(anyText(), mutated(EXAMPLE)), (text) => {
      const read = parseCheckpoint(text);
      if (read.ok) assert.equal(writeCheckpoint(read.value), text);
    }),
    { numRuns: 3000 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ed25519Key, verifyEd25519 } from '../../../testing/ed25519.ts';
import { equal } from '../../../testing/equal.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import type { NoteSignature } from '../signed-note/signed-note.ts';
import { verifierKey, writeVerifierKey } from '../signed-note/verifier-key.ts';
import { cosignatureBytes, cosignedMessage, findCosignature } from './cosignature.ts';

const TEXT = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const { publicKey, sign } = ed25519Key(new Uint8Array(32).fill(9));
const WITNESS = verifierKey(sha256Bytes, { name: 'witness.example.com/w1', kind: 'cosignature', publicKey });

function cosigned(seconds: number, text = TEXT): NoteSignature {
  const { name, id } = WITNESS;
  return { name, id, bytes: cosignatureBytes(seconds, sign(cosignedMessage(seconds, text))) };
}

const seenIn = async (signatures: readonly NoteSignature[]): Promise<string | undefined> =>
  (await findCosignature({ text: TEXT, signatures }, WITNESS, verifyEd25519))?.at.toString();

test('a witness signs the moment and the whole text of the checkpoint (C2SP tlog-cosignature)', () => {
  assert.equal(
    new TextDecoder().decode(cosignedMessage(1_679_315_147, TEXT)),
    `cosignature/v1\ntime 1679315147\n${TEXT}`,
  );
});

test('the signature of a witness begins with the moment, as in the published example (C2SP tlog-cosignature)', () => {
  const published =
    'jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==';
  const bytes = Uint8Array.fromBase64(published).slice(4);
  assert.equal(bytes.length, 72);
  equal(cosignatureBytes(1_679_315_147, bytes.slice(8)).toHex(), bytes.toHex());
});

test("a witness's key is told apart from a log's by its kind", () => {
  // transparency-dev/formats, note/note_cosigv1_test.go.
  const published = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
  const key = Uint8Array.fromBase64('BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2').slice(1);
  const read = verifierKey(sha256Bytes, { name: 'remora.n621.de', kind: 'cosignature', publicKey: key });
  assert.equal(writeVerifierKey(read), published);
});

test('a cosignature tells when the checkpoint was seen; the latest of several counts', async () => {
  assert.equal(await seenIn([cosigned(1_679_315_147)]), '2023-03-20T12:25:47Z');
  assert.equal(await seenIn([cosigned(1_679_315_147), cosigned(1_679_315_100)]), '2023-03-20T12:25:47Z');
});

test('a cosignature of another checkpoint, moment or key says nothing', async () => {
  const real = cosigned(1_679_315_147);
  assert.equal(await seenIn([]), undefined);
  assert.equal(await seenIn([cosigned(1_679_315_147, TEXT.replace('20852163', '20852164'))]), undefined);
  assert.equal(await seenIn([{ ...real, name: 'witness.example.com/w2' }]), undefined);
  assert.equal(await seenIn([{ ...real, id: '00000000' }]), undefined);
  const later = real.bytes.map((byte, place) => (place === 7 ? byte + 1 : byte));
  assert.equal(await seenIn([{ ...real, bytes: later }]), undefined);
});

test('whatever stands in the place of a cosignature, nothing is thrown', async () => {
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ minLength: 72, maxLength: 72 }));
  await fc.assert(
    fc.asyncProperty(bytes, async (random) => {
      assert.equal(await seenIn([{ name: WITNESS.name, id: WITNESS.id, bytes: random }]), undefined);
    }),
  );
});

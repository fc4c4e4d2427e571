import { inclusionRanges } from '../src/core/log/proof-ranges.ts';
import { rootOf } from '../src/core/log/tree-edge.ts';
import { leafHash } from '../src/core/log/tree-hash.ts';
import { rangeHashes, tilesOf } from '../src/core/log/tiles.ts';
import { writeNote } from '../src/formats/signed-note/signed-note.ts';
import { verifierKey, writeVerifierKey, type VerifierKey } from '../src/formats/signed-note/verifier-key.ts';
import { writeCheckpoint } from '../src/formats/tlog-checkpoint/checkpoint.ts';
import { cosignatureBytes, cosignedMessage } from '../src/formats/tlog-cosignature/cosignature.ts';
import { writeTlogProof } from '../src/formats/tlog-proof/tlog-proof.ts';
import { writeEntryBundle } from '../src/formats/tlog-tiles/entry-bundle.ts';
import { parseTilePath } from '../src/formats/tlog-tiles/tile-path.ts';
import { ed25519Key, verifyEd25519 } from './ed25519.ts';
import { sha256Bytes } from './sha256.ts';
import { treeOfLeaves } from './tree-of.ts';

/** The cryptography of verifiers under test. */
export const TEST_TOOLS = { sha256: sha256Bytes, verifyEd25519 };

const { publicKey, sign } = ed25519Key(new Uint8Array(32).fill(5));
/** The name of every log here. */
export const TEST_LOG_NAME = 'register.example/log';
const KEY: VerifierKey = verifierKey(sha256Bytes, { name: TEST_LOG_NAME, kind: 'note', publicKey });
/** Its key, as text. */
export const TEST_LOG_KEY = writeVerifierKey(KEY);

/** A log made for a verifier to look at, whole or spoiled on purpose. */
export type LogInMemory = {
  readonly key: string;
  readonly checkpoint: string;
  readonly proof: (index: number) => string;
  readonly tile: (path: string) => Promise<Uint8Array | undefined>;
};

/** A text signed by the log's key. */
export function signedByLog(text: string): string {
  const bytes = sign(new TextEncoder().encode(text));
  return writeNote({ text, signatures: [{ name: KEY.name, id: KEY.id, bytes }] });
}

/** A witness's key, and a checkpoint, or a proof that ends in one, with its cosignature of that moment. */
export function aWitness(name: string): {
  readonly key: string;
  readonly cosign: (text: string, seconds: number) => string;
} {
  const pair = ed25519Key(sha256Bytes(new TextEncoder().encode(name)));
  const key = verifierKey(sha256Bytes, { name, kind: 'cosignature', publicKey: pair.publicKey });
  const cosign = (text: string, seconds: number): string => {
    const [signed = ''] = text.slice(text.indexOf(`${KEY.name}\n`)).split('\n\n');
    const bytes = cosignatureBytes(seconds, pair.sign(cosignedMessage(seconds, `${signed}\n`)));
    const note = writeNote({ text: `${signed}\n`, signatures: [{ name, id: key.id, bytes }] });
    return `${text}${note.slice(note.indexOf('\n\n') + 2)}`;
  };
  return { key: writeVerifierKey(key), cosign };
}

/** A log of these entries, in this order. */
export function logOf(entries: readonly string[]): LogInMemory {
  const bytes = entries.map((entry) => new TextEncoder().encode(entry));
  const tree = treeOfLeaves(bytes.map((entry) => leafHash(sha256Bytes, entry)));
  const { size } = tree.edge;
  const root = rootOf(sha256Bytes, tree.edge);
  const checkpoint = signedByLog(writeCheckpoint({ origin: KEY.name, size, root, extensions: [] }));
  const proof = (index: number): string => {
    const ranges = inclusionRanges(index, size);
    const hashes = rangeHashes(sha256Bytes, ranges, tilesOf(ranges, size).map(tree.tile));
    return writeTlogProof({ extra: bytes[index], index, hashes, checkpoint });
  };
  const tile = (path: string): Promise<Uint8Array | undefined> => {
    const read = parseTilePath(path);
    if (!read.ok) return Promise.resolve(undefined);
    const { level, index, width } = read.value;
    if (level === 'entries') return Promise.resolve(writeEntryBundle(bytes.slice(index * 256, index * 256 + width)));
    return Promise.resolve(tree.tile({ level, index, width }).bytes);
  };
  return { key: TEST_LOG_KEY, checkpoint, proof, tile };
}

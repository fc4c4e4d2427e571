import type { VerifyEd25519 } from '../signed-note/open-note.ts';
import type { NoteSignature, SignedNote } from '../signed-note/signed-note.ts';
import type { VerifierKey } from '../signed-note/verifier-key.ts';

/** That a witness has seen a checkpoint, and all before it consistent with it (C2SP tlog-cosignature, v1). */
type Cosignature = {
  readonly name: string;
  /** When the witness signed. */
  readonly at: Temporal.Instant;
};

const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** Seconds since 1970 beyond which no moment can be told. */
const LATEST = 8_640_000_000_000n;

/** What a witness signs: when, and the text of the checkpoint. */
export function cosignedMessage(seconds: number, checkpointText: string): Uint8Array {
  return new TextEncoder().encode(`cosignature/v1\ntime ${seconds}\n${checkpointText}`);
}

/** A witness's signature as it stands under a checkpoint: the moment in front of the Ed25519 signature. */
export function cosignatureBytes(seconds: number, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(TIME_BYTES + signature.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds));
  bytes.set(signature, TIME_BYTES);
  return bytes;
}

function secondsOf({ bytes }: NoteSignature): number | undefined {
  if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
  const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  return seconds <= LATEST ? Number(seconds) : undefined;
}

/** The cosignature of a witness whose key is known, if the note has one and it holds; the latest if it has several. */
export async function findCosignature(
  note: SignedNote,
  witness: VerifierKey,
  verify: VerifyEd25519,
): Promise<Cosignature | undefined> {
  const { name, id, publicKey, kind } = witness;
  let latest: number | undefined;
  for (const signature of note.signatures) {
    const seconds = secondsOf(signature);
    if (kind !== 'cosignature' || signature.name !== name || signature.id !== id || seconds === undefined) continue;
    const message = cosignedMessage(seconds, note.text);
    const holds = await verify({ publicKey, message, signature: signature.bytes.slice(TIME_BYTES) });
    if (holds) latest = Math.max(latest ?? 0, seconds);
  }
  return latest === undefined ? undefined : { name, at: Temporal.Instant.fromEpochMilliseconds(latest * 1000) };
}

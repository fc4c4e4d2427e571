import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { SignedNote } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** Whether an Ed25519 signature (64 bytes) of a message holds under a key (32 bytes); false for anything misshapen. */
export type VerifyEd25519 = (signed: {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}) => boolean | Promise<boolean>;

/** Why a note is not to be believed: nobody known has signed it, or a signature in a known name is false. */
export type UnsignedNote = { readonly code: 'note_not_signed' | 'note_signature_false'; readonly name: string };

/**
 * Believes a note that a known key has signed: its text. Signatures of unknown keys are passed over, also under a known
 * name; one false signature of the known key is enough to refuse the note (C2SP signed-note, Signatures).
 */
export async function openNote(
  note: SignedNote,
  key: VerifierKey,
  verify: VerifyEd25519,
): Promise<Result<string, UnsignedNote>> {
  const { name, id, publicKey } = key;
  const own = note.signatures.filter((signature) => signature.name === name && signature.id === id);
  if (own.length === 0 || key.kind !== 'note') return refused({ code: 'note_not_signed', name });
  const message = new TextEncoder().encode(note.text);
  for (const { bytes: signature } of own) {
    if (!(await verify({ publicKey, message, signature }))) return refused({ code: 'note_signature_false', name });
  }
  return ok(note.text);
}

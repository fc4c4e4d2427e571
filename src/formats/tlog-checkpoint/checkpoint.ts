import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { HASH_BYTES } from '../../core/log/tree-hash.ts';
import type { TreeHead } from '../../core/log/tree-proofs.ts';
import { bytesFromBase64 } from '../signed-note/base64.ts';
import { openNote, type UnsignedNote, type VerifyEd25519 } from '../signed-note/open-note.ts';
import { parseNote, type NoteRefusal, type SignedNote } from '../signed-note/signed-note.ts';
import type { VerifierKey } from '../signed-note/verifier-key.ts';

/** What a log states about itself at one moment: who it is, how many entries it has, and the root of their tree. */
export type Checkpoint = TreeHead & {
  /** The name of the log, unique in the world; by custom its address without the scheme. */
  readonly origin: string;
  /** Further lines; ours has none, but others may. */
  readonly extensions: readonly string[];
};

/** Why a text is no checkpoint, or one of another log. */
type CheckpointRefusal = { readonly code: 'checkpoint_malformed' | 'checkpoint_of_another_log' };

/** Reads the number of entries, or a place among them: decimal, without needless zeroes, exact in a double. */
export function parseCount(text: string): number | undefined {
  const count = /^(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(count) ? count : undefined;
}

/** Reads a hash as checkpoints and proofs write it. */
export function parseHash(text: string): Uint8Array | undefined {
  const bytes = bytesFromBase64(text);
  return bytes?.length === HASH_BYTES ? bytes : undefined;
}

/** Reads the text of a checkpoint (C2SP tlog-checkpoint, Note text), signed or not. */
export function parseCheckpoint(text: string): Result<Checkpoint, CheckpointRefusal> {
  const malformed = refused({ code: 'checkpoint_malformed' } as const);
  if (!text.endsWith('\n')) return malformed;
  const lines = text.slice(0, -1).split('\n');
  const [origin = '', sizeLine = '', rootLine = '', ...extensions] = lines;
  const [size, root] = [parseCount(sizeLine), parseHash(rootLine)];
  if (size === undefined || root === undefined || lines.includes('')) return malformed;
  return ok({ origin, size, root, extensions });
}

/** The text of a checkpoint that is signed. */
export function writeCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), root.toBase64(), ...extensions].map((line) => `${line}\n`).join('');
}

/** Why a signed checkpoint is not to be believed. */
type CheckpointNotBelieved = NoteRefusal | UnsignedNote | CheckpointRefusal;

/** The text of a note that any of some keys has signed, and none of them falsely (C2SP signed-note, Signatures). */
async function openWithAny(
  note: SignedNote,
  keys: readonly VerifierKey[],
  verify: VerifyEd25519,
): Promise<Result<{ readonly text: string; readonly key: VerifierKey }, UnsignedNote>> {
  let opened: { readonly text: string; readonly key: VerifierKey } | undefined;
  for (const key of keys) {
    const text = await openNote(note, key, verify);
    if (text.ok) opened ??= { text: text.value, key };
    else if (text.error.code === 'note_signature_false') return text;
  }
  return opened === undefined ? refused({ code: 'note_not_signed', name: keys[0]?.name ?? '' }) : ok(opened);
}

/** A checkpoint that the log has signed, of whose keys one at least is known. Its origin must be the key's name. */
export async function openCheckpoint(
  message: string,
  known: VerifierKey | readonly VerifierKey[],
  verify: VerifyEd25519,
): Promise<Result<Checkpoint, CheckpointNotBelieved>> {
  const note = parseNote(message);
  if (!note.ok) return note;
  const opened = await openWithAny(note.value, 'name' in known ? [known] : known, verify);
  if (!opened.ok) return opened;
  const { text, key } = opened.value;
  const checkpoint = parseCheckpoint(text);
  if (!checkpoint.ok) return checkpoint;
  const isOwn = checkpoint.value.origin === key.name;
  return isOwn ? checkpoint : refused({ code: 'checkpoint_of_another_log' });
}

import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { bytesFromBase64 } from './base64.ts';
import { isKeyName } from './verifier-key.ts';

/** One signature of a note, by whichever key; nothing is said yet about whether it holds. */
export type NoteSignature = {
  readonly name: string;
  /** Eight hexadecimal digits that tell keys of one name apart. */
  readonly id: string;
  readonly bytes: Uint8Array;
};

/** A text and the signatures under it (C2SP signed-note). Nobody may believe the text before a signature was verified. */
export type SignedNote = {
  /** Ends in a line feed, which is signed with it. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
};

/** Why a text is no note. */
export type NoteRefusal = { readonly code: 'note_malformed' | 'note_too_long' };

/** Characters a note may have at most, and signatures under it. */
const LONGEST = 1_000_000;
const MOST_SIGNATURES = 100;

const ID_BYTES = 4;

function parseSignature(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = /^\u2014 ([^ ]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
  const bytes = bytesFromBase64(encoded);
  if (!isKeyName(name) || bytes === undefined || bytes.length <= ID_BYTES) return undefined;
  return { name, id: bytes.slice(0, ID_BYTES).toHex(), bytes: bytes.slice(ID_BYTES) };
}

function isPlain(text: string): boolean {
  return text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

/** Reads a note, without believing it. */
export function parseNote(message: string): Result<SignedNote, NoteRefusal> {
  if (message.length > LONGEST) return refused({ code: 'note_too_long' });
  const parting = message.lastIndexOf('\n\n');
  if (parting < 0 || !message.endsWith('\n') || !isPlain(message)) return refused({ code: 'note_malformed' });
  const lines = message.slice(parting + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return refused({ code: 'note_too_long' });
  const signatures = lines.map(parseSignature);
  const isWhole = signatures.every((signature) => signature !== undefined);
  return isWhole ? ok({ text: message.slice(0, parting + 1), signatures }) : refused({ code: 'note_malformed' });
}

/** A signature as the line under a note, with its line feed. */
function signatureLine({ name, id, bytes }: NoteSignature): string {
  const all = new Uint8Array(ID_BYTES + bytes.length);
  all.set(Uint8Array.fromHex(id));
  all.set(bytes, ID_BYTES);
  return `\u2014 ${name} ${all.toBase64()}\n`;
}

/** A note as text. */
export function writeNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`;
}

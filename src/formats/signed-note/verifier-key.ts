import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Sha256Of } from '../../core/log/tree-hash.ts';
import { bytesFromBase64 } from './base64.ts';

/** What a key signs: notes as they are, or checkpoints it has seen, as a witness (C2SP signed-note, tlog-cosignature). */
export type KeyKind = 'note' | 'cosignature';

/** The public side of an Ed25519 key, as notes name it. */
export type VerifierKey = {
  /** Without spaces and plus signs; by custom an address without its scheme. */
  readonly name: string;
  readonly kind: KeyKind;
  /** The first four bytes of its hash, as eight lower-case hexadecimal digits; tells keys of one name apart. */
  readonly id: string;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
};

/** Why a text is no key that can be used. */
type KeyRefusal = { readonly code: 'key_malformed' | 'key_id_wrong' | 'key_kind_unknown' };

const KINDS: Readonly<Record<KeyKind, number>> = { note: 0x01, cosignature: 0x04 };

const KEY_BYTES = 32;

/** Whether a key may have this name (C2SP signed-note, Format). */
export function isKeyName(text: string): boolean {
  return text !== '' && text.isWellFormed() && !/[\p{White_Space}+\u0000-\u001f]/u.test(text);
}

function typedKey(kind: KeyKind, publicKey: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + publicKey.length);
  bytes[0] = KINDS[kind];
  bytes.set(publicKey, 1);
  return bytes;
}

function keyId(sha256: Sha256Of, name: string, typed: Uint8Array): string {
  const named = new TextEncoder().encode(`${name}\n`);
  const bytes = new Uint8Array(named.length + typed.length);
  bytes.set(named);
  bytes.set(typed, named.length);
  return sha256(bytes).slice(0, 4).toHex();
}

/** A key under its name, with the id that follows from both. */
export function verifierKey(sha256: Sha256Of, { name, kind, publicKey }: Omit<VerifierKey, 'id'>): VerifierKey {
  return { name, kind, publicKey, id: keyId(sha256, name, typedKey(kind, publicKey)) };
}

/** A key as one line of text: name, id, kind and key (C2SP signed-note, Verifier keys). */
export function writeVerifierKey({ name, kind, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${typedKey(kind, publicKey).toBase64()}`;
}

const WRITTEN = /^([^+]{1,1000})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{1,100})$/;

/** The parts of a written key, without looking at what they mean. */
function partsOf(text: string): { readonly name: string; readonly id: string; readonly typed: Uint8Array } | undefined {
  const [, name = '', id = '', encoded = ''] = WRITTEN.exec(text) ?? [];
  const typed = bytesFromBase64(encoded);
  return typed === undefined || typed.length === 0 || !isKeyName(name) ? undefined : { name, id, typed };
}

/** Reads a key written by anybody; its id must follow from the rest. */
export function parseVerifierKey(sha256: Sha256Of, text: string): Result<VerifierKey, KeyRefusal> {
  const parts = partsOf(text);
  if (parts === undefined) return refused({ code: 'key_malformed' });
  const { name, id, typed } = parts;
  if (keyId(sha256, name, typed) !== id) return refused({ code: 'key_id_wrong' });
  const kind = (['note', 'cosignature'] as const).find((one) => KINDS[one] === typed[0]);
  if (kind === undefined || typed.length !== 1 + KEY_BYTES) return refused({ code: 'key_kind_unknown' });
  return ok({ name, kind, id, publicKey: typed.slice(1) });
}

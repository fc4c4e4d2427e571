import { refused, ok, type Result } from '../../core/kernel/result.ts';
import { canonicalJson } from '../../core/log/canonical-json.ts';
import { bytesFromBase64Url, toBase64Url } from './base64url.ts';
import type { JsonObject } from '../../core/kernel/json-object.ts';
import { parseUnambiguousJson } from './unambiguous-json.ts';

/** A JSON Web Signature taken apart (RFC 7515, 3.1); nothing of it has been believed yet. */
export type CompactJws = {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** What is signed: header and payload as they were sent. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
};

/** Why a text is no signature that could be verified. */
type JwsRefusal = { readonly code: 'jws_too_long' | 'jws_malformed' | 'jws_json' };

/** Characters of a signature with its payload at most. */
export const LONGEST_JWS = 1_200_000;

const utf8 = new TextEncoder();

const encoded = (value: unknown): string => toBase64Url(utf8.encode(canonicalJson(value)));

/** The text that is signed; the same header and payload always give the same (RFC 8785). */
export function jwsSigningInput(header: JsonObject, payload: JsonObject): string {
  return `${encoded(header)}.${encoded(payload)}`;
}

/** The compact serialization: the text that was signed, and its signature. */
export function writeCompactJws(signingInput: string, signature: Uint8Array): string {
  return `${signingInput}.${toBase64Url(signature)}`;
}

/** The three parts as bytes; undefined unless there are three, none of them empty. */
function partsOf(text: string): readonly [Uint8Array, Uint8Array, Uint8Array] | undefined {
  const parts = text.split('.', 4).map((part) => (part === '' ? undefined : bytesFromBase64Url(part)));
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || header === undefined || payload === undefined || signature === undefined) return undefined;
  return [header, payload, signature];
}

/** Takes a compact serialization apart; header and payload must be JSON objects that nobody can read differently. */
export function parseCompactJws(text: string): Result<CompactJws, JwsRefusal> {
  if (text.length > LONGEST_JWS) return refused({ code: 'jws_too_long' });
  const parts = partsOf(text);
  if (parts === undefined) return refused({ code: 'jws_malformed' });
  const [header, payload] = [parseUnambiguousJson(parts[0]), parseUnambiguousJson(parts[1])];
  if (header === undefined || payload === undefined) return refused({ code: 'jws_json' });
  const signed = utf8.encode(text.slice(0, text.lastIndexOf('.')));
  return ok({ header, payload, signed, signature: parts[2] });
}

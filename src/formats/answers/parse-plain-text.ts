import { asTyped } from '../../core/kernel/fold.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { BlankAnswer, TypedAnswer } from './typed-answer.ts';

/** Why a text is not kept. */
export type PlainTextRefusal = BlankAnswer | { readonly code: 'too_long'; readonly limit: number };

/** A name or sentence exactly as its writer meant it; length in UTF-16 units. */
export function parsePlainText(raw: TypedAnswer, limit = 10_000): Result<string, PlainTextRefusal> {
  const text = asTyped(String(raw));
  if (text === '') return refused({ code: 'blank' });
  return text.length > limit ? refused({ code: 'too_long', limit }) : ok(text);
}

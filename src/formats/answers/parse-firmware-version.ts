import { refused, type Result } from '../../core/kernel/result.ts';
import { parsePlainText, type PlainTextRefusal } from './parse-plain-text.ts';
import type { TypedAnswer } from './typed-answer.ts';

/** Why what was typed is not kept as a version. */
type FirmwareVersionRefusal =
  | PlainTextRefusal
  | { readonly code: 'not_a_version' }
  /** A numeric cell shows 1.1 for both 1.1 and 1.10: the version has to be typed as text. */
  | { readonly code: 'version_may_have_lost_zeros'; readonly found: string };

const LONGEST = 100;

/** A firmware version as its maker writes it, on one line; versions are compared as text, never as numbers. */
export function parseFirmwareVersion(raw: TypedAnswer): Result<string, FirmwareVersionRefusal> {
  if (typeof raw === 'boolean') return refused({ code: 'not_a_version' });
  if (typeof raw === 'number' && !Number.isInteger(raw)) {
    return refused({ code: 'version_may_have_lost_zeros', found: String(raw) });
  }
  const text = parsePlainText(raw, LONGEST);
  if (!text.ok) return text;
  return /\n/.test(text.value) ? refused({ code: 'not_a_version' }) : text;
}

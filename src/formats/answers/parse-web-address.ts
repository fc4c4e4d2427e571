import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { toHalfWidth, type BlankAnswer, type TypedAnswer } from './typed-answer.ts';

/** Why what was typed is not kept as a web address. */
type WebAddressRefusal =
  | BlankAnswer
  | { readonly code: 'not_a_web_address' }
  /** Only pages may be named: no scripts, files or mail. */
  | { readonly code: 'scheme_not_allowed'; readonly scheme: string }
  | { readonly code: 'holds_credentials' }
  | { readonly code: 'too_long'; readonly limit: number };

const LONGEST = 2_000;
const SCHEME = /^([a-z][a-z0-9+.-]*):(?!\d{1,5}(?:[/?#]|$))/i;
const BARE_HOST = /^[^\s/?#@:]+\.[^\s/?#@:.]{2,}\.?(?::\d{1,5})?(?:[/?#]|$)/;
const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+|\d{1,3})\.?$/;

function withScheme(text: string): Result<string, WebAddressRefusal> {
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined)
    return BARE_HOST.test(text) ? ok(`https://${text}`) : refused({ code: 'not_a_web_address' });
  return scheme === 'https' || scheme === 'http'
    ? ok(text)
    : refused({ code: 'scheme_not_allowed', scheme: scheme.slice(0, 30) });
}

/**
 * The address of a page as people type or paste it, in the spelling of the URL standard: any width, with or without
 * `https://`. Plain `http` is kept, so that a rule can speak about it.
 */
export function parseWebAddress(raw: TypedAnswer): Result<string, WebAddressRefusal> {
  const text = toHalfWidth(String(raw))
    .replace(/[\p{Cf}]/gu, '')
    .trim()
    .replace(/^<(.*)>$/s, '$1')
    .trim();
  if (text === '') return refused({ code: 'blank' });
  if (text.length > LONGEST) return refused({ code: 'too_long', limit: LONGEST });
  if (/[\s\p{Cc}\\<>"]/u.test(text)) return refused({ code: 'not_a_web_address' });
  const written = withScheme(text);
  if (!written.ok) return written;
  const url = URL.parse(written.value);
  if (url === null || !HOST.test(url.hostname)) return refused({ code: 'not_a_web_address' });
  if (url.username !== '' || url.password !== '') return refused({ code: 'holds_credentials' });
  return url.href.length > LONGEST ? refused({ code: 'too_long', limit: LONGEST }) : ok(url.href);
}

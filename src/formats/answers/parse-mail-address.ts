import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { toHalfWidth, type BlankAnswer, type TypedAnswer } from './typed-answer.ts';

/** Why what was typed is not a mail address. */
type MailAddressRefusal =
  BlankAnswer | { readonly code: 'not_a_mail_address' } | { readonly code: 'several_mail_addresses' };

/** Local part by the HTML standard, which unlike RFC 5322 also takes the dots that some Japanese mobile addresses hold. */
const LOCAL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;
const LONGEST = 254;

function asciiDomain(domain: string): string | undefined {
  if (/[^\p{L}\p{N}\p{M}.-]/u.test(domain)) return undefined;
  return URL.parse(`https://${domain}`)?.hostname;
}

/** One mail address, of any width, with the domain in lower case and ASCII; the local part stays as typed. */
export function parseMailAddress(raw: TypedAnswer): Result<string, MailAddressRefusal> {
  const text = toHalfWidth(String(raw))
    .replace(/[\p{Cf}]/gu, '')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/s, '$1')
    .trim();
  if (text === '') return refused({ code: 'blank' });
  const at = text.lastIndexOf('@');
  if (text.length > LONGEST * 8 || at < 1) return refused({ code: 'not_a_mail_address' });
  if (/[@].*[\s,;、].*[@]/s.test(text)) return refused({ code: 'several_mail_addresses' });
  const [local, domain] = [text.slice(0, at), asciiDomain(text.slice(at + 1))];
  if (domain === undefined || !LOCAL.test(local) || !DOMAIN.test(domain))
    return refused({ code: 'not_a_mail_address' });
  const address = `${local}@${domain}`;
  return address.length > LONGEST ? refused({ code: 'not_a_mail_address' }) : ok(address);
}

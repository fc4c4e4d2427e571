import type { Context } from 'hono';
import type { ErrorCode } from '../../formats/problem/error-codes.ts';
import type { WebEnv } from '../web-setup.ts';

/** Bytes of a form without files: five hundred model numbers and every answer at its longest fit ten times over. */
const FORM_LIMIT = 1_048_576;

/** What a request that changes something carries. */
export type SentBody =
  | { readonly kind: 'form'; readonly form: URLSearchParams }
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'files' | 'none' };

function kindOf(c: Context<WebEnv>): SentBody['kind'] | undefined {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (type === 'application/json') return 'json';
  if (type === 'multipart/form-data') return 'files';
  return type === undefined && (c.req.header('content-length') ?? '0') === '0' ? 'none' : undefined;
}

/** Keeps what was read for the page that answers. */
export function keepBody(c: Context<WebEnv>, body: SentBody): void {
  if (body.kind === 'form') c.set('form', body.form);
  if (body.kind === 'json') c.set('json', body.text);
}

/** The whole body as text, or undefined as soon as it is more than the limit. */
async function limitedText(request: Request): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = request.body;
  if (body === null) return '';
  for await (const part of body) {
    size += part.length;
    if (size > FORM_LIMIT) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/**
 * Reads a form or JSON, at most a megabyte of it; files are left alone, because they are streamed. Anything else is not
 * taken.
 */
export async function readForm(c: Context<WebEnv>): Promise<SentBody | ErrorCode> {
  const kind = kindOf(c);
  if (kind === undefined) return 'form_not_taken';
  if (kind === 'files' || kind === 'none') return { kind };
  const text = await limitedText(c.req.raw);
  if (text === undefined) return 'form_too_large';
  // No database stores U+0000, and nobody types it.
  return kind === 'json' ? { kind, text } : { kind, form: new URLSearchParams(text.replace(/%00|\0/g, '')) };
}

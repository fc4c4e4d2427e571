import type { Context } from 'hono';
import { refused, ok, type Result } from '../core/kernel/result.ts';
import type { ApiEnv } from './api-route.ts';

/** Why a body is not taken. */
type BodyRefusal = { readonly code: 'form_not_taken' | 'form_too_large' | 'malformed_request' };

/** The JSON that was sent; reading stops as soon as it is more than the limit, in bytes. */
export async function readJson(c: Context<ApiEnv>, mostBytes: number): Promise<Result<unknown, BodyRefusal>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refused({ code: 'form_not_taken' });
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = c.req.raw.body;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > mostBytes) return refused({ code: 'form_too_large' });
    parts.push(part);
  }
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))) as unknown);
  } catch {
    return refused({ code: 'malformed_request' });
  }
}

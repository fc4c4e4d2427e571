import { createHmac } from 'node:crypto';

/** A message to a webhook: its id, which stays the same at every attempt, the seconds of the attempt, and its body. */
type HookMessage = { readonly id: string; readonly seconds: number; readonly body: string };

/**
 * The headers of a message to a webhook with its signature: HMAC-SHA256 over id, time and body (Standard Webhooks, symmetric
 * signatures). The key is written `whsec_` and then base64.
 */
export function signWebhook(key: string, { id, seconds, body }: HookMessage): Readonly<Record<string, string>> {
  const secret = Buffer.from(key.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', secret)
    .update(`${id}.${String(seconds)}.${body}`)
    .digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}

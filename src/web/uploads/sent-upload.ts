import type { Context } from 'hono';
import type { WebEnv } from '../web-setup.ts';

async function* read(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.releaseLock();
  }
}

/**
 * The body of a request as it arrives, straight from the server where there is one: a web stream in between copies every
 * byte. What is not read stays unread and the connection open, so that an answer can still go out.
 */
function arrivingBytes(c: Context<WebEnv>): AsyncIterable<Uint8Array> {
  const { env } = c as { readonly env: WebEnv['Bindings'] | undefined };
  const fromServer = env?.incoming?.iterator?.({ destroyOnReturn: false });
  if (fromServer !== undefined) return fromServer;
  return read(c.req.raw.body ?? new ReadableStream({ start: (controller) => controller.close() }));
}

/** A form that brings files, as it arrives. */
export function sentUpload(c: Context<WebEnv>): { readonly type: string; readonly bytes: AsyncIterable<Uint8Array> } {
  return { type: c.req.header('content-type') ?? '', bytes: arrivingBytes(c) };
}

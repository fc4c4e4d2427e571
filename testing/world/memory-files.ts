import { hash } from 'node:crypto';
import type { FileStore } from '../../src/app/ports.ts';
import type { Sha256 } from '../../src/core/kernel/ids.ts';
import { ok, refused } from '../../src/core/kernel/result.ts';

async function bytesOf(source: Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* onlyChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function* eachOf(names: Iterable<Sha256>): AsyncGenerator<Sha256> {
  for (const name of [...names].sort()) yield await Promise.resolve(name);
}

/**
 * A file store that lives as long as the test; `lose` takes a file away and `alter` changes its bytes, behind the back of
 * whoever relies on it.
 */
export type MemoryFiles = FileStore & {
  readonly lose: (sha256: Sha256) => void;
  readonly alter: (sha256: Sha256) => void;
};

/** An empty file store in memory. */
export function memoryFiles(): MemoryFiles {
  const contents = new Map<Sha256, Uint8Array>();
  return {
    put: async (source, limit) => {
      const bytes = await bytesOf(source);
      if (bytes.length > limit) return refused({ code: 'file_too_large', limit });
      const sha256 = hash('sha256', bytes) as Sha256;
      contents.set(sha256, bytes);
      return ok({ sha256, size: bytes.length });
    },
    open: (sha256) => {
      const bytes = contents.get(sha256);
      return Promise.resolve(bytes === undefined ? undefined : onlyChunk(bytes));
    },
    read: (sha256, { from, length }) => Promise.resolve(contents.get(sha256)?.slice(from, from + length)),
    has: (sha256) => Promise.resolve(contents.has(sha256)),
    list: () => eachOf(contents.keys()),
    lose: (sha256) => {
      contents.delete(sha256);
    },
    alter: (sha256) => {
      contents.set(sha256, Buffer.from('other bytes'));
    },
  };
}

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { CopiedFiles } from '../src/adapters/copied-files.ts';
import { answerCopied } from '../src/web/copied/answer-copied.ts';

/** Bytes of the file that an address of a static copy means, and the file; undefined where none lies. */
export async function fileAt(
  root: string,
  address: string,
): Promise<{ readonly file: string; readonly bytes: Uint8Array } | undefined> {
  const found = await new CopiedFiles(root).find(address);
  return found && { file: found.name.slice(1), bytes: found.body ?? (await buffer(await found.stream())) };
}

/** A server of a static copy and nothing else. */
export async function serveFiles(root: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const files = new CopiedFiles(root);
  const report = (error: unknown): void => assert.fail(String(error));
  const copy = { find: (address: string) => files.find(address), baseUrl: 'http://localhost:8080', report };
  const server = createServer(answerCopied(copy));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, close };
}

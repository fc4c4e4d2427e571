import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/**
 * Bytes of the file that an address of a static copy means (docs/static-export.md), and the file; undefined where none
 * lies.
 */
export async function fileAt(
  root: string,
  address: string,
): Promise<{ readonly file: string; readonly bytes: Uint8Array } | undefined> {
  const path = decodeURIComponent(address.replace(/[?#].*$/, ''));
  const files = path.endsWith('/') ? [`${path}index.html`] : ['', '.html', '.json', '.gz'].map((end) => path + end);
  for (const file of files) {
    const bytes = await readFile(join(root, file)).catch(() => undefined);
    if (bytes !== undefined) return { file: file.slice(1), bytes };
  }
  return undefined;
}

/** A server of files and nothing else. */
export async function serveFiles(root: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer((request, answer) => {
    void fileAt(root, request.url ?? '/').then((found) => {
      if (found === undefined) return answer.writeHead(404).end();
      const type = TYPES[extname(found.file)] ?? 'application/octet-stream';
      return answer.writeHead(200, { 'content-type': type }).end(found.bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, close };
}

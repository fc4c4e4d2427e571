/** A process of its own that takes uploads: our route on one port, plain node:http to a file on another. */
import { createHash, randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { openDiskFiles } from '../../src/adapters/disk-files.ts';
import { webauthnPasskeys } from '../../src/adapters/webauthn-passkeys.ts';
import { webApp } from '../../src/web/app.ts';
import { aDraft } from '../../testing/builders/cases.ts';
import { openEmbeddedCopy } from '../../testing/embedded-template.ts';
import { aWorkspaceSite } from '../../testing/workspace-site.ts';

const folder = process.argv[2] ?? '';

/** The least an upload takes: write, hash, force to the disk. */
async function keep(request: IncomingMessage): Promise<string> {
  const file = await open(join(folder, randomUUID()), 'wx');
  const hash = createHash('sha256');
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    await file.writev([chunk]);
  }
  await file.sync();
  await file.close();
  return hash.digest('hex');
}

/** Both listen alike; the port each took. */
async function portOf(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const db = await openEmbeddedCopy();
const site = await aWorkspaceSite(db);
const deps = { ...site.world.deps, files: await openDiskFiles(join(folder, 'store')) };
const app = webApp({ deps, log: pino({ level: 'silent' }), metrics: new Registry(), passkeys: webauthnPasskeys });
const answer = getRequestListener(app.fetch);
const ours = await portOf((request, response) => void answer(request, response));
const peer = await portOf((request, response) => void keep(request).then((sha256) => response.end(sha256)));
const editor = await site.signIn('editor');
const { applicationNumber } = await aDraft(site.world);
const path = `/workspace/cases/${applicationNumber}/criteria/S1.1-01`;
const page = await (await editor.get(path)).text();
const hidden = page.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g);
const fields = Object.fromEntries(
  Array.from(hidden, ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]),
);
console.log(
  JSON.stringify({
    ours: `http://127.0.0.1:${ours}${path}`,
    peer: `http://127.0.0.1:${peer}/`,
    origin: `http://127.0.0.1:${ours}`,
    token: editor.token,
    fields,
  }),
);

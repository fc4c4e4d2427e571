import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { equal } from '../../testing/equal.ts';
import { TLS_PAIR } from '../../testing/tls-pair.ts';
import { hookCaller } from './hook-caller.ts';

const servers: Server[] = [];
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on this machine; answers with its port and what it was asked. */
async function aServer(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: { readonly url: string; readonly host: string; readonly body: string; readonly id: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { url = '', headers } = request;
      asked.push({ url, host: headers.host ?? '', body, id: String(headers['webhook-id']) });
      answer(request, response);
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, asked };
}

const call = (address: string) => ({ address, headers: { 'webhook-id': 'msg_1' }, body: '{"a":1}' });

test('a name is refused when any of its addresses is not public, before anything is connected to', async () => {
  const { port, asked } = await aServer((_request, response) => response.end());
  const names: Readonly<Record<string, readonly string[]>> = {
    'inside.example': ['127.0.0.1'],
    'both.example': ['8.8.8.8', '127.0.0.1'],
    'mapped.example': ['::ffff:127.0.0.1'],
    'nothing.example': [],
  };
  const hooks = hookCaller({ resolve: (name) => Promise.resolve(names[name] ?? []) });
  const addresses = [
    ...Object.keys(names).map((name) => `https://${name}:${String(port)}/`),
    `https://127.0.0.1:${String(port)}/`,
    `https://[::1]:${String(port)}/`,
    `https://2130706433:${String(port)}/`,
    `https://0x7f.1:${String(port)}/`,
    'https://169.254.169.254/latest/meta-data/',
    `https://user:word@inside.example:${String(port)}/`,
    'not an address',
  ];
  for (const address of addresses)
    equal(await hooks.post(call(address)), { ok: false, error: { code: 'hook_not_public' } }, address);
  equal(asked.length, 0);
});

test('plain http is never spoken to another machine, and to this one only in the demonstration', async () => {
  const { port, asked } = await aServer((_request, response) => response.writeHead(204).end());
  const local = `http://localhost:${String(port)}/hook?x=1`;
  const resolve = (name: string) => Promise.resolve(name === 'localhost' ? ['127.0.0.1'] : ['8.8.8.8']);
  equal(await hookCaller({ resolve }).post(call(local)), { ok: false, error: { code: 'hook_not_public' } });
  const demonstration = hookCaller({ resolve, allowsLoopback: true });
  equal(await demonstration.post(call('http://public.example/')), { ok: false, error: { code: 'hook_not_public' } });
  equal(asked.length, 0);
  equal(await demonstration.post(call(local)), { ok: true, value: { status: 204, text: '' } });
  equal(asked, [{ url: '/hook?x=1', host: `localhost:${String(port)}`, body: '{"a":1}', id: 'msg_1' }]);
});

test('the address that was looked at is the one connected to: the name is looked up once', async () => {
  const { port, asked } = await aServer((_request, response) => response.end());
  let looked = 0;
  const resolve = (): Promise<readonly string[]> => {
    looked += 1;
    return Promise.resolve(looked === 1 ? ['127.0.0.1'] : ['127.0.0.2']);
  };
  const hooks = hookCaller({ resolve, allowsLoopback: true });
  equal((await hooks.post(call(`http://changing.example:${String(port)}/`))).ok, true);
  equal([looked, asked[0]?.host], [1, `changing.example:${String(port)}`]);
});

test('a redirect is followed nowhere, and any answer but 2xx is no taking', async () => {
  const inner = await aServer((_request, response) => response.end('secret'));
  for (const status of [301, 307, 308, 400, 404, 410, 500]) {
    const { port } = await aServer((_request, response) =>
      response.writeHead(status, { location: `http://127.0.0.1:${String(inner.port)}/` }).end(),
    );
    const done = await hookCaller({ allowsLoopback: true }).post(call(`http://127.0.0.1:${String(port)}/`));
    equal(done, { ok: false, error: { code: 'hook_refused', status } });
  }
  equal(inner.asked.length, 0);
});

test('an answer without end, one that trickles and one that never comes hold nobody up', async () => {
  let written = 0;
  const endless = await aServer((_request, response) => {
    response.writeHead(200);
    const more = (): void => {
      written += 1024;
      if (response.write('x'.repeat(1024)) && written < 5_000_000) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  });
  const hooks = hookCaller({ allowsLoopback: true, patience: 400 });
  const cut = { status: 200, text: 'x'.repeat(4096) };
  equal(await hooks.post(call(`http://127.0.0.1:${String(endless.port)}/`)), { ok: true, value: cut });
  await pause(50);
  assert.ok(written < 5_000_000, 'the rest is not waited for');
  const silent = await aServer(() => undefined);
  const trickle = await aServer((_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'), 50);
    response.on('close', () => clearInterval(timer));
  });
  for (const { port } of [silent, trickle]) {
    equal(await hooks.post(call(`http://127.0.0.1:${String(port)}/`)), { ok: false, error: { code: 'hook_away' } });
  }
  const slowNames = hookCaller({ patience: 50, resolve: () => new Promise(() => undefined) });
  equal(await slowNames.post(call('https://slow.example/')), { ok: false, error: { code: 'hook_away' } });
});

test('over https the certificate must be of the name, whatever address it leads to', async () => {
  const server = createSecureServer(TLS_PAIR, (_request, response) => response.end());
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const settings = { allowsLoopback: true, resolve: () => Promise.resolve(['127.0.0.1']) };
  const hooks = hookCaller({ ...settings, ca: TLS_PAIR.cert });
  equal(await hooks.post(call(`https://hooks.example:${String(port)}/`)), {
    ok: true,
    value: { status: 200, text: '' },
  });
  const away = { ok: false, error: { code: 'hook_away' } };
  equal(await hooks.post(call(`https://other.example:${String(port)}/`)), away);
  equal(await hookCaller(settings).post(call(`https://hooks.example:${String(port)}/`)), away);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import type { WebEnv } from '../web-setup.ts';
import { clientAddress, clientNetwork } from './client-address.ts';

async function addressOf(peer: string, forwarded: string | undefined, proxies: number): Promise<string> {
  const app = new Hono<WebEnv>();
  app.get('/', (c) => c.text(clientAddress(c, proxies) ?? 'unknown'));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress: peer } } })).text();
}

test('without a trusted proxy the other end of the connection counts, whatever it claims', async () => {
  assert.equal(await addressOf('192.0.2.1', '203.0.113.9', 0), '192.0.2.1');
  assert.equal(await addressOf('::ffff:192.0.2.1', undefined, 0), '192.0.2.1');
});

test('behind trusted proxies the address the outermost of them saw counts, not what the client put before it', async () => {
  assert.equal(await addressOf('10.0.0.1', '6.6.6.6, 203.0.113.9', 1), '203.0.113.9');
  assert.equal(await addressOf('10.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', 2), '203.0.113.9');
  assert.equal(await addressOf('10.0.0.1', undefined, 1), '10.0.0.1');
  assert.equal(await addressOf('10.0.0.1', 'rubbish', 1), '10.0.0.1');
});

test('an IPv6 client is its network of 64 bits, however the address is written', () => {
  assert.equal(clientNetwork('2001:db8:0:7::1'), '2001:db8:0:7::/64');
  assert.equal(clientNetwork('2001:0DB8::7:ffff:1:2:3'), clientNetwork('2001:db8::7:1:1:1:1'));
  assert.equal(clientNetwork('fe80::1%eth0'), 'fe80:0:0:0::/64');
  assert.equal(clientNetwork('::1'), '0:0:0:0::/64');
  assert.equal(clientNetwork('192.0.2.1'), '192.0.2.1');
});

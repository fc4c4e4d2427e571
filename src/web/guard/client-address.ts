import { isIP, isIPv6 } from 'node:net';
import type { Context } from 'hono';
import type { WebEnv } from '../web-setup.ts';

function plainAddress(written: string): string | undefined {
  const address = written
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) === 0 ? undefined : address;
}

/**
 * The address of whoever asked: the other end of the connection, or, behind as many proxies as are trusted, what the
 * outermost of them saw. What a client claims beyond that is not believed. Never log it.
 */
export function clientAddress(c: Context<WebEnv>, trustedProxies = 0): string | undefined {
  const bindings = c.env as WebEnv['Bindings'] | undefined;
  const peer = plainAddress(bindings?.incoming?.socket?.remoteAddress ?? '');
  const forwarded = c.req.header('x-forwarded-for');
  if (trustedProxies === 0 || forwarded === undefined) return peer;
  const hops = forwarded.split(',').slice(-trustedProxies);
  return plainAddress(hops[0] ?? '') ?? peer;
}

function groupsOf(address: string): readonly string[] {
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const gap = address.includes('::')
    ? Array.from({ length: Math.max(8 - first.length - last.length, 0) }, () => '0')
    : [];
  return [...first, ...gap, ...last];
}

/** The network that counts as one client: an IPv4 address, or the 64 leading bits of an IPv6 one. */
export function clientNetwork(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  if (!isIPv6(address)) return address;
  const leading = groupsOf(address).slice(0, 4);
  return `${leading.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Whether an address is the machine itself. */
function isLoopback(address: string | undefined): boolean {
  return address !== undefined && (address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address));
}

/**
 * Whether a request was made on this machine itself. What comes through a proxy nobody declared looks like the machine, and
 * does not count.
 */
export function isFromThisMachine(c: Context<WebEnv>, trustedProxies = 0): boolean {
  const isForwarded = c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined;
  return !(isForwarded && trustedProxies === 0) && isLoopback(clientAddress(c, trustedProxies));
}

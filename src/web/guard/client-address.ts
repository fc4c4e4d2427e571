import { BlockList, isIP, isIPv6 } from 'node:net';
import type { Context } from 'hono';
import type { WebEnv } from '../web-setup.ts';

/** Most addresses of a forwarding header that are read. */
const MOST_HOPS = 20;

function plainAddress(written: string): string | undefined {
  const address = written.trim().replace(/^\[|\]$/g, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) === 0 ? undefined : address;
}

/** Whether an address is in a list. */
export function isListed(list: BlockList | undefined, address: string | undefined): boolean {
  if (list === undefined || address === undefined) return false;
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/**
 * The address of whoever asked: the other end of the connection, or, behind trusted proxies, the last address that is not
 * one of them. What a client claims beyond that is not believed. Never log it.
 */
export function clientAddress(c: Context<WebEnv>, proxies: BlockList | undefined): string | undefined {
  const bindings = c.env as WebEnv['Bindings'] | undefined;
  const peer = plainAddress(bindings?.incoming?.socket?.remoteAddress ?? '');
  if (!isListed(proxies, peer)) return peer;
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').slice(-MOST_HOPS).reverse();
  for (const hop of hops) {
    const address = plainAddress(hop);
    if (address === undefined) return peer;
    if (!isListed(proxies, address)) return address;
  }
  return peer;
}

function groupsOf(address: string): readonly string[] {
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const gap = address.includes('::') ? Array.from({ length: Math.max(8 - first.length - last.length, 0) }, () => '0') : [];
  return [...first, ...gap, ...last];
}

/** The network that counts as one client: an IPv4 address, or the 64 leading bits of an IPv6 one. */
export function clientNetwork(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  if (!isIPv6(address)) return address;
  const leading = groupsOf(address).slice(0, 4);
  return `${leading.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** The machine itself. */
export function loopback(): BlockList {
  const list = new BlockList();
  list.addSubnet('127.0.0.0', 8, 'ipv4');
  list.addAddress('::1', 'ipv6');
  return list;
}

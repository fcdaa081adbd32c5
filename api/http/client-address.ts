// Who is asking, as far as counting goes: one key for each household or network.

import { isIP } from 'node:net';

/**
 * The address nearest to the client that was written by a proxy we trust. `forwardedFor` grows to the
 * right; with N trusted proxies the N-1 last entries and the socket are ours, and whatever the client
 * wrote further left is ignored.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const socket = socketAddress ?? 'unknown';
  if (trustedProxies === 0) return socket;
  const written = (forwardedFor ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const hops = [...written, socket];
  return hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? socket;
}

/** IPv4 as it is, IPv6 by its /64 (one subscriber), IPv4 written in IPv6 as the IPv4 it is. */
export function countingKey(address: string): string {
  const bare = address
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/%.*$/, '')
    .toLowerCase();
  if (isIP(bare) === 6) return ipv6Key(bare);
  const withoutPort = bare.replace(/:\d+$/, '');
  return isIP(withoutPort) === 4 ? withoutPort : 'unknown';
}

function ipv6Key(address: string): string {
  const groups = expandIpv6(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff;
  if (isMapped) {
    const [high = 0, low = 0] = groups.slice(6);
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

function expandIpv6(address: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const text =
    dotted === null ? address : `${dotted[1]}${dottedGroups(dotted.slice(2).map(Number))}`;
  const [head = '', tail] = text.split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const all = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return all.map((group) => Number.parseInt(group, 16));
}

function dottedGroups([a = 0, b = 0, c = 0, d = 0]: readonly number[]): string {
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

// May a download go there? Only to public addresses, checked at the moment of connecting.

import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { AppError } from '#domain/error.ts';

const NOT_PUBLIC_V4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Tunnels that lead to any address, and the ranges of documentation. */
const NOT_PUBLIC_V6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const notPublic = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_V4) notPublic.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of NOT_PUBLIC_V6) notPublic.addSubnet(network, prefix, 'ipv6');
/** All the unicast addresses of the Internet: loopback, local, mapped and the like are outside. */
const unicastV6 = new BlockList();
unicastV6.addSubnet('2000::', 3, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !notPublic.check(address, 'ipv4');
  return version === 6 && unicastV6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

function notPublicError(host: string): AppError {
  return new AppError(
    'bad_request',
    `${host} n’est pas une adresse publique : téléchargement refusé. Pour un serveur de votre réseau, nommez-le dans IMPORT_ALLOWED_HOSTS.`,
  );
}

/** `allowedHosts`: « host » or « host:port », which may be private. Throws `bad_request`. */
export function checkUrl(url: URL, allowedHosts: readonly string[]): { isAllowed: boolean } {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new AppError(
      'bad_request',
      `« ${url.protocol}// » : seules les adresses en http:// ou https:// sont comprises.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new AppError(
      'bad_request',
      `${url.hostname} : un mot de passe dans l’adresse est refusé.`,
    );
  }
  const isAllowed = allowedHosts.includes(url.host) || allowedHosts.includes(url.hostname);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is never looked up: it is checked here.
  if (!isAllowed && isIP(literal) !== 0 && !isPublicAddress(literal)) {
    throw notPublicError(url.host);
  }
  return { isAllowed };
}

/** For a socket: what was checked is what it connects to. One private address refuses the name. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  const all: LookupAllOptions = { family: options.family ?? 0, all: true };
  lookup(hostname, all, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) {
      callback(error ?? new Error(`${hostname} has no address`), '', 0);
    } else if (!addresses.every(({ address }) => isPublicAddress(address))) {
      callback(notPublicError(hostname), '', 0);
    } else if (options.all === true) {
      callback(null, addresses);
    } else {
      callback(null, first.address, first.family);
    }
  });
};

// What does this address answer? One GET, its redirections followed, each checked.

import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { AppError } from '#domain/error.ts';
import { checkUrl, lookupPublic } from '#seeds/pipeline/public-address.ts';

const MOST_REDIRECTS = 5;

export type GetOptions = {
  headers: Readonly<Record<string, string>>;
  allowedHosts: readonly string[];
  /** Longest silence, from the first word to the last. */
  idleMs: number;
};

/** `url`: the last one, once redirected. The body is not read yet. */
export type Answer = { url: URL; response: IncomingMessage };

/** Throws `bad_request` for an address that is refused, `unavailable` when nobody answers. */
export async function httpGet(address: string, options: GetOptions): Promise<Answer> {
  let url = parseUrl(address);
  for (let redirects = 0; ; redirects++) {
    const response = await getOnce(url, options);
    const { location } = response.headers;
    const isRedirect = [301, 302, 303, 307, 308].includes(response.statusCode ?? 0);
    if (!isRedirect || location === undefined) return { url, response };
    response.destroy();
    if (redirects === MOST_REDIRECTS) {
      throw new AppError('bad_request', `${address} : plus de ${MOST_REDIRECTS} redirections.`);
    }
    const next = parseUrl(location, url);
    if (url.protocol === 'https:' && next.protocol === 'http:') {
      throw new AppError(
        'bad_request',
        `${address} : redirigé vers une adresse sans chiffrement (${next.host}), refusé.`,
      );
    }
    url = next;
  }
}

function parseUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null) throw new AppError('bad_request', `« ${address} » n’est pas une adresse.`);
  return url;
}

function getOnce(
  url: URL,
  { headers, allowedHosts, idleMs }: GetOptions,
): Promise<IncomingMessage> {
  const { isAllowed } = checkUrl(url, allowedHosts);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      headers: { ...headers, 'accept-encoding': 'identity', 'user-agent': 'Voisoin' },
      // Names found under a new address at each connection: none is kept open for the next.
      agent: false,
      timeout: idleMs,
      ...(isAllowed ? {} : { lookup: lookupPublic }),
    });
    sent.on('response', resolve);
    sent.on('timeout', () => sent.destroy(new Error(`silence de ${idleMs / 1000} s`)));
    sent.on('error', (cause) => {
      if (cause instanceof AppError) reject(cause);
      else reject(unreachable(url.host, cause));
    });
    sent.end();
  });
}

/** What the network says, for whoever is not of the trade. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'nom introuvable',
  EAI_AGAIN: 'nom introuvable',
  ECONNREFUSED: 'connexion refusée',
  ECONNRESET: 'connexion coupée',
  ETIMEDOUT: 'trop long',
  ENETUNREACH: 'réseau injoignable',
};

export function unreachable(host: string, cause: Error): AppError {
  const code = 'code' in cause ? String(cause.code) : '';
  return new AppError(
    'unavailable',
    `${host} ne répond pas (${REASONS[code] ?? cause.message}). Cette machine est-elle en ligne ? Un fichier téléchargé ailleurs peut être donné à la place de l’adresse.`,
    { cause },
  );
}

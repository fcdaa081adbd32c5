// How does a fetch function listen on a port, and stop without dropping anybody?

import { once } from 'node:events';
import { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { HttpEnv } from '#api/http/http-env.ts';
import { refuseUnreadable } from '#api/runtime/refuse-unreadable.ts';
import { busyAnswer } from '#api/runtime/waiting-answer.ts';
import { AppError } from '#domain/error.ts';

/** Beyond this many answers under way, new requests are told to come back: the others stay quick. */
const MAX_REQUESTS_UNDER_WAY = 512;
const LONGEST_DRAIN_MS = 8_000;
const SWEEP_MS = 50;

export type Fetch = (
  request: Request,
  bindings?: HttpEnv['Bindings'],
) => Response | Promise<Response>;

export type HttpService = {
  port: number;
  /** Finishes the answers under way, then closes. */
  stop: () => Promise<void>;
};

/** Throws `conflict` with what to do when the port is taken. Port 0 takes any free one. */
export async function serveHttp(options: {
  fetch: Fetch;
  host: string;
  port: number;
}): Promise<HttpService> {
  const { host, port } = options;
  const server = createAdaptorServer({ fetch: boundLoad(options.fetch) });
  if (!(server instanceof Server)) throw new TypeError('expected an HTTP/1.1 server');
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  server.on('clientError', refuseUnreadable);
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw listenFailure(cause, host, port);
  }
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () => drain(server),
  };
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that was answering when we began becomes idle later, and would stay open.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const impatience = setTimeout(() => server.closeAllConnections(), LONGEST_DRAIN_MS);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(impatience);
}

function boundLoad(fetch: Fetch): Fetch {
  let underWay = 0;
  return async (request, bindings) => {
    if (underWay >= MAX_REQUESTS_UNDER_WAY) return busyAnswer(request, MAX_REQUESTS_UNDER_WAY);
    underWay += 1;
    try {
      return await fetch(request, bindings);
    } finally {
      underWay -= 1;
    }
  };
}

function listenFailure(cause: unknown, host: string, port: number): AppError {
  const code = cause instanceof Error ? Reflect.get(cause, 'code') : undefined;
  if (code === 'EADDRINUSE') {
    return new AppError(
      'conflict',
      `Le port ${port} est déjà utilisé par un autre programme (peut-être un autre Voisoin). ` +
        `Arrêtez-le, ou choisissez un autre port : PORT=${port + 1} npm start`,
      { cause },
    );
  }
  if (code === 'EACCES') {
    return new AppError(
      'conflict',
      `Cette machine n’autorise pas le port ${port}. Choisissez-en un autre : PORT=8080 npm start`,
      { cause },
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new AppError(
      'bad_config',
      `L’adresse HOST=${host} n’est pas celle de cette machine. Essayez HOST=127.0.0.1 ou HOST=0.0.0.0.`,
      { cause },
    );
  }
  return new AppError('unavailable', `Impossible d’écouter sur ${host}:${port}.`, { cause });
}

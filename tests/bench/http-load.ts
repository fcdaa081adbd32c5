// A load generator of our own: keep-alive connections over plain sockets, one request at a time on
// each, as light as can be so that the server under test keeps the processors.

import { connect, type Socket } from 'node:net';

export type LoadResult = {
  requestsPerSecond: number;
  /** One value a request, in milliseconds. */
  latenciesMs: number[];
  bytes: number;
};

/** Sends `paths` in turn for `seconds`; throws at the first answer that is not 200. */
export async function generateLoad(options: {
  port: number;
  paths: readonly string[];
  connections: number;
  seconds: number;
}): Promise<LoadResult> {
  const { port, paths, connections, seconds } = options;
  const result: LoadResult = { requestsPerSecond: 0, latenciesMs: [], bytes: 0 };
  const startedMs = performance.now();
  const endMs = startedMs + seconds * 1000;
  let next = 0;
  const client = async (): Promise<void> => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const exchange = openExchange(socket);
    try {
      while (performance.now() < endMs) {
        const path = paths[next++ % paths.length] ?? '/';
        const sentMs = performance.now();
        const { status, bytes } = await exchange(path);
        if (status !== 200) throw new Error(`GET ${path}: expected 200, received ${status}.`);
        result.latenciesMs.push(performance.now() - sentMs);
        result.bytes += bytes;
      }
    } finally {
      socket.destroy();
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const elapsedSeconds = (performance.now() - startedMs) / 1000;
  result.requestsPerSecond = result.latenciesMs.length / elapsedSeconds;
  return result;
}

type Answer = { status: number; bytes: number };

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** Reads whole answers: by length, or by chunks whose end is looked for in the last bytes only. */
function openExchange(socket: Socket): (path: string) => Promise<Answer> {
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;
  let head: { status: number; length: number | null; end: number } | null = null;
  let received = Buffer.alloc(0);

  const finish = (bytes: number): void => {
    const done = waiting;
    const status = head?.status ?? 0;
    waiting = null;
    head = null;
    received = Buffer.alloc(0);
    done?.resolve({ status, bytes });
  };
  socket.on('data', (data) => {
    received = received.length === 0 ? data : Buffer.concat([received, data]);
    head ??= readHead(received);
    if (head === null) return;
    const bodyBytes = received.length - head.end;
    const isWhole =
      head.length === null
        ? received.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)
        : bodyBytes >= head.length;
    if (isWhole) finish(bodyBytes);
  });
  const fail = (): void => waiting?.reject(new Error('The server closed the connection.'));
  socket.on('error', fail);
  socket.on('close', fail);

  return (path) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n\r\n`);
    });
}

function readHead(received: Buffer): { status: number; length: number | null; end: number } | null {
  const end = received.indexOf(HEAD_END);
  if (end < 0) return null;
  const text = received.toString('latin1', 0, end);
  const length = /^content-length: (\d+)/im.exec(text)?.[1];
  const status = Number(text.slice(9, 12));
  return { status, length: length === undefined ? null : Number(length), end: end + 4 };
}

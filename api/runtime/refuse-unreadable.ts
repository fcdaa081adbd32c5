// What is the sender told of a request that could not even be read: an address too long, no HTTP at all?

import { maxHeaderSize, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { PROBLEMS, type ProblemCode } from '#api/http/problem.ts';

type Refusal = { status: number; code: ProblemCode; detail: string };

const TOO_LONG: Refusal = {
  status: 431,
  code: 'too_large',
  detail: `address and headers: expected at most ${maxHeaderSize} bytes together, received more.`,
};
const TOO_SLOW: Refusal = {
  status: 408,
  code: 'bad_request',
  detail: 'The request did not arrive whole in time.',
};
const NOT_HTTP: Refusal = {
  status: 400,
  code: 'bad_request',
  detail: 'What was sent is not an HTTP request.',
};

/** No request exists yet: the answer is written as bytes, and the connection closed. */
export function refuseUnreadable(error: Error, socket: Duplex): void {
  if (!socket.writable || Reflect.get(error, 'code') === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { status, code, detail } = refusalOf(String(Reflect.get(error, 'code')));
  const { title } = PROBLEMS[code];
  const body = JSON.stringify({
    type: `/api/docs#${code}`,
    title,
    status,
    code,
    detail,
    errors: [],
  });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function refusalOf(code: string): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return TOO_LONG;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? TOO_SLOW : NOT_HTTP;
}

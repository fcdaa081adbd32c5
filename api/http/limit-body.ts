// How long may the body of a request be, and what is its sender told when it is longer?

import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { HttpEnv } from '#api/http/http-env.ts';
import { HttpRefusal } from '#api/http/problem.ts';

const MOST_BYTES = 64 * 1024;
/** Thousands of places with long names: read whole, then refused for their number. */
const MOST_BYTES_OF_LISTS = 4 * 1024 * 1024;

/** `longLists`: what else to say of the limits, by path. */
export function limitBody(longLists: ReadonlyMap<string, string>): MiddlewareHandler<HttpEnv> {
  const ofPath = new Map(
    [...longLists].map(([path, limit]) => [path, refuseBeyond(MOST_BYTES_OF_LISTS, limit)]),
  );
  const others = refuseBeyond(MOST_BYTES, null);
  return (c, next) => {
    refuseEncoded(c.req.header('content-encoding'));
    return (ofPath.get(c.req.path) ?? others)(c, next);
  };
}

/** Read as it comes, a packed body would be taken for broken JSON; unpacked, it could be of any length. */
function refuseEncoded(encoding: string | undefined): void {
  if (encoding === undefined || encoding === 'identity') return;
  const fault = { field: 'content-encoding', expected: 'none, or identity', received: encoding };
  const told = `${fault.field}: expected ${fault.expected}, received ${encoding}.`;
  throw new HttpRefusal('unsupported', told, [fault]);
}

function refuseBeyond(maxSize: number, limit: string | null) {
  const bytes = `at most ${maxSize} bytes`;
  return bodyLimit({
    maxSize,
    onError: (c) => {
      const length = c.req.header('content-length');
      const received = length === undefined ? 'more' : `${length} bytes`;
      const expected = limit === null ? bytes : `${bytes} (${limit})`;
      throw new HttpRefusal('too_large', `body: expected ${expected}, received ${received}.`, [
        { field: 'body', expected, received },
      ]);
    },
  });
}

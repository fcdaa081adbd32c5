// How long may the body of a request be, and what is its sender told when it is longer?

import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { HttpEnv } from '#api/http/http-env.ts';
import { HttpRefusal } from '#api/http/problem.ts';

const MOST_BYTES = 64 * 1024;
/** Thousands of places with long names: read whole, then refused for their number. */
const MOST_BYTES_OF_LISTS = 4 * 1024 * 1024;

/** What may be longer than a form: by how much, and the limit that counts for its sender. */
export type LongBody = { path: RegExp; maxBytes: number };

/** `longLists`: what else to say of the limits, by path; `longBodies`: those of one thing that is large. */
export function limitBody(
  longLists: ReadonlyMap<string, string>,
  longBodies: readonly LongBody[] = [],
): MiddlewareHandler<HttpEnv> {
  const ofPath = new Map(
    [...longLists].map(([path, limit]) => [path, refuseBeyond(MOST_BYTES_OF_LISTS, limit)]),
  );
  const longer = longBodies.map(({ path, maxBytes }) => ({
    path,
    refuse: refuseBeyond(maxBytes, null),
  }));
  const others = refuseBeyond(MOST_BYTES, null);
  const limitOf = (path: string) =>
    ofPath.get(path) ?? longer.find((each) => each.path.test(path))?.refuse ?? others;
  return (c, next) => {
    refuseEncoded(c.req.header('content-encoding'));
    return limitOf(c.req.path)(c, next);
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

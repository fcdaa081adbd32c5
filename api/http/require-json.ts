// Could a form of another site have sent this? Not when the body is of a kind no form can send.

import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from '#api/http/http-env.ts';
import { HttpRefusal } from '#api/http/problem.ts';

const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);
/** Files come as themselves: browsers ask leave before they send these types to another site. */
const ACCEPTED = ['application/json', 'application/zip', 'application/octet-stream'];

/** 415 for a request that writes and says no such type. */
export const requireJson: MiddlewareHandler<HttpEnv> = async function jsonOnly(c, next) {
  if (METHODS_WITH_BODY.has(c.req.method)) {
    const given = c.req.header('content-type');
    const type = given?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (!ACCEPTED.includes(type)) {
      throw new HttpRefusal('unsupported', `content-type: expected application/json.`, [
        { field: 'content-type', expected: 'application/json', received: given ?? 'nothing' },
      ]);
    }
  }
  await next();
};

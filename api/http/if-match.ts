// Which state does whoever writes believe they change?

import type { Context } from 'hono';
import type { HttpEnv } from '#api/http/http-env.ts';
import { HttpRefusal } from '#api/http/problem.ts';

/** The one tag sent, with its quotes. Throws 428 when none is, 400 for any other form. */
export function requireIfMatch(c: Context<HttpEnv>): string {
  const header = c.req.header('if-match')?.trim();
  if (header === undefined || header === '') {
    const fault = { field: 'if-match', expected: 'the ETag that was read', received: 'nothing' };
    throw new HttpRefusal(
      'precondition_required',
      'If-Match: expected the ETag of what is changed, as it was read, received nothing.',
      [fault],
    );
  }
  const tag = header.replace(/^W\//, '');
  if (/^"[\w.:-]{1,80}"$/.test(tag)) return tag;
  const fault = { field: 'if-match', expected: 'one ETag between quotes', received: header };
  throw new HttpRefusal('bad_request', 'If-Match: expected one ETag between quotes.', [fault]);
}

/** Throws 412 with what the server holds. */
export function refuseStale(sent: string, held: string, current: unknown): void {
  if (sent === held) return;
  throw staleRefusal(sent, held, current);
}

export function staleRefusal(sent: string, held: string, current: unknown): HttpRefusal {
  const fault = { field: 'if-match', expected: held, received: sent };
  return new HttpRefusal(
    'stale',
    'Somebody changed it since it was read: what is held now is in « current ».',
    [fault],
    { current },
  );
}

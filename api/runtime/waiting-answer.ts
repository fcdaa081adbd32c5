// What is answered while the server is still opening its database.

import { sendFailurePage } from '#api/http/failure-page.ts';
import { toProblem } from '#api/http/problem.ts';
import { AppError } from '#domain/error.ts';

const RETRY_SECONDS = '3';

/** The process is alive (`/api/health`), nothing else is ready. */
export function waitingAnswer(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/health') return Response.json({ status: 'ok' });
  const error = new AppError('unavailable', 'The server is starting; try again in a few seconds.');
  const problem = toProblem(error, crypto.randomUUID());
  if (!pathname.startsWith('/api/')) return sendFailurePage(problem, pathname, RETRY_SECONDS);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': RETRY_SECONDS,
    },
  });
}

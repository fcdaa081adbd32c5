// What is answered while the server is still opening its database, or has more to answer than it can?

import { sendFailurePage } from '#api/http/failure-page.ts';
import { toProblem } from '#api/http/problem.ts';
import { AppError } from '#domain/error.ts';

const STARTING_SECONDS = '3';
const BUSY_SECONDS = '2';

/** The process is alive (`/api/health`), nothing else is ready. */
export function waitingAnswer(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/health') return Response.json({ status: 'ok' });
  const told = 'The server is starting; try again in a few seconds.';
  return comeBack(pathname, told, STARTING_SECONDS);
}

/** Refused at once, so that the others stay quick. */
export function busyAnswer(request: Request, mostUnderWay: number): Response {
  const told = `The server answers at most ${mostUnderWay} requests at once; try again in a few seconds.`;
  return comeBack(new URL(request.url).pathname, told, BUSY_SECONDS);
}

/** Pages say it as a page, with the numbers to call. */
function comeBack(pathname: string, told: string, seconds: string): Response {
  const problem = toProblem(new AppError('unavailable', told), crypto.randomUUID());
  if (!pathname.startsWith('/api/')) return sendFailurePage(problem, pathname, seconds);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': seconds,
    },
  });
}

// How a failure is told over HTTP: one shape for all of them (RFC 9457).

import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { HttpEnv } from '#api/http/http-env.ts';
import { AppError, type ErrorCode, type FieldFault } from '#domain/error.ts';

export type ProblemCode =
  | ErrorCode
  | 'unauthenticated'
  | 'forbidden'
  | 'not_allowed'
  | 'not_fresh'
  | 'method_not_allowed'
  | 'unsupported'
  | 'too_large'
  | 'stale'
  | 'unprocessable'
  | 'unreadable_file'
  | 'precondition_required'
  | 'internal';

export type Problem = {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string | null;
  requestId: string;
  errors: readonly FieldFault[];
} & ProblemExtension;

/** `current`: what the server holds, for whoever changed something older; `notices`: what stops a publication, or what is wrong with a file. */
export type ProblemExtension = { current?: unknown; notices?: readonly unknown[] };

/** Status and title of each code; the browsable page lists them. */
export const PROBLEMS: Readonly<Record<ProblemCode, { status: number; title: string }>> = {
  bad_request: { status: 400, title: 'The request has faults' },
  unauthenticated: { status: 401, title: 'Nobody is signed in' },
  forbidden: { status: 403, title: 'The request comes from another site' },
  not_allowed: { status: 403, title: 'Not with this role' },
  not_fresh: { status: 403, title: 'Not without signing in again' },
  not_found: { status: 404, title: 'Nothing by this name' },
  method_not_allowed: { status: 405, title: 'Not with this method' },
  conflict: { status: 409, title: 'It changed meanwhile' },
  stale: { status: 412, title: 'It changed since it was read' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported: { status: 415, title: 'The format is not one of those accepted' },
  unprocessable: { status: 422, title: 'The same key was sent with something else' },
  unreadable_file: { status: 422, title: 'The file has faults' },
  precondition_required: { status: 428, title: 'Which state is changed must be said' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available for the moment' },
  locked: { status: 503, title: 'The data is in use by another program' },
  bad_config: { status: 500, title: 'The server failed' },
  bad_import: { status: 500, title: 'The server failed' },
  internal: { status: 500, title: 'The server failed' },
};

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad_request',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'unsupported',
};

/** What the framework refuses before any field is read. */
const BODY_FAULTS: Partial<Record<ProblemCode, readonly FieldFault[]>> = {
  bad_request: [{ field: 'body', expected: 'JSON', received: 'text that is not JSON' }],
  unsupported: [
    { field: 'content-type', expected: 'application/json', received: 'another type, or none' },
  ],
};

/** A refusal of the HTTP layer itself, where the domain has no word for it. */
export class HttpRefusal extends Error {
  readonly code: ProblemCode;
  readonly details: readonly FieldFault[];
  readonly extension: ProblemExtension;

  constructor(
    code: ProblemCode,
    message: string,
    details: readonly FieldFault[] = [],
    extension: ProblemExtension = {},
  ) {
    super(message);
    this.name = 'HttpRefusal';
    this.code = code;
    this.details = details;
    this.extension = extension;
  }
}

/** Only errors meant for people keep their sentence; a bug shows the request id and nothing else. */
export function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof HttpRefusal) {
    return {
      ...problem(error.code, error.message, requestId, error.details),
      ...error.extension,
    };
  }
  if (error instanceof HTTPException) {
    const code = CODE_OF_STATUS[error.status] ?? 'internal';
    const detail = code === 'internal' ? null : error.message;
    return problem(code, detail, requestId, BODY_FAULTS[code] ?? []);
  }
  if (error instanceof AppError && PROBLEMS[error.code].status < 500) {
    return problem(error.code, error.message, requestId, error.details);
  }
  if (error instanceof AppError && error.code === 'unavailable') {
    return problem('unavailable', error.message, requestId);
  }
  if (isDatabaseAway(error)) {
    return problem(
      'unavailable',
      'The database does not answer; try again in a few seconds.',
      requestId,
    );
  }
  return problem('internal', null, requestId);
}

/**
 * Lost connections, a server that stops or has no place left, a statement that took too long: the
 * request is good and may be sent again.
 */
function isDatabaseAway(error: unknown): boolean {
  const codes = [error, error instanceof Error ? error.cause : undefined].map((each) =>
    each instanceof Error ? String(Reflect.get(each, 'code')) : '',
  );
  return codes.some((code) => /^(08...|53...|57014|57P0.|ECONN\w+|ETIMEDOUT|EPIPE)$/.test(code));
}

function problem(
  code: ProblemCode,
  detail: string | null,
  requestId: string,
  errors: readonly FieldFault[] = [],
): Problem {
  const { status, title } = PROBLEMS[code];
  return { type: `/api/docs#${code}`, title, status, code, detail, requestId, errors };
}

export function sendProblem(c: Context<HttpEnv>, problem: Problem): Response {
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
  const retryAfter = c.res.headers.get('retry-after') ?? (problem.status === 503 ? '5' : null);
  if (retryAfter !== null) headers.set('retry-after', retryAfter);
  const allow = c.res.headers.get('allow');
  if (allow !== null) headers.set('allow', allow);
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

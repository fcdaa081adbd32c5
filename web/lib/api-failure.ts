// What the API refused, as an error a page can tell apart: by status, with the faulty fields.

import type { FieldFault } from '#domain/error.ts';

export class ApiFailure extends Error {
  readonly status: number;
  readonly faults: readonly FieldFault[];

  constructor(status: number, message: string, faults: readonly FieldFault[]) {
    super(message);
    this.name = 'ApiFailure';
    this.status = status;
    this.faults = faults;
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiFailure && error.status === 404;
}

export function isRefused(error: unknown): error is ApiFailure {
  return error instanceof ApiFailure && error.status === 400;
}

/** Somebody must sign in first. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiFailure && error.status === 401;
}

/** The API is starting, stopping, or without its database: worth trying again soon. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof ApiFailure && error.status === 503;
}

/** Reads an application/problem+json answer; an answer in another form keeps its status only. */
export async function readProblem(response: Response, path: string): Promise<ApiFailure> {
  const route = path.split('?')[0] ?? path;
  try {
    const problem = (await response.json()) as {
      detail?: unknown;
      title?: unknown;
      errors?: unknown;
    };
    const detail = problem.detail ?? problem.title;
    return new ApiFailure(
      response.status,
      typeof detail === 'string' ? detail : `${route} answered ${response.status}`,
      Array.isArray(problem.errors) ? (problem.errors as FieldFault[]) : [],
    );
  } catch {
    return new ApiFailure(response.status, `${route} answered ${response.status}`, []);
  }
}

// What a log may keep of a bug: where it happened, never what a person typed.
//
// Messages of drivers quote the values of the statement, so only names, codes and frames are kept;
// our own errors are written without personal values and keep their sentence.

import type { Problem } from '#api/http/problem.ts';
import { AppError } from '#domain/error.ts';

const KEPT_FRAMES = 6;

export function describeFailure(error: unknown, problem: Problem) {
  const cause = error instanceof Error ? error.cause : undefined;
  return {
    requestId: problem.requestId,
    code: problem.code,
    error: nameOf(error),
    message: error instanceof AppError ? error.message : null,
    at: framesOf(error),
    cause: cause === undefined ? null : nameOf(cause),
    causeAt: cause === undefined ? null : framesOf(cause),
  };
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

function framesOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, KEPT_FRAMES)
    .map((line) => line.trim())
    .join(' | ');
}

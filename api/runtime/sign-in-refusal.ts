// What the sign-in library refuses, in the words of our answers. Anything else is a bug and stays one.

import { isAPIError } from 'better-auth/api';
import { HttpRefusal } from '#api/http/problem.ts';
import { AppError } from '#domain/error.ts';

/** Runs one call of the library; throws a refusal that may be told. */
export async function orRefusal<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (error) {
    throw isAPIError(error) ? toRefusal(error.body?.code ?? '', error) : error;
  }
}

function toRefusal(code: string, cause: Error): Error {
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
      return new HttpRefusal(
        'unauthenticated',
        'The address or the password is not the right one.',
      );
    case 'INVALID_PASSWORD':
      return new AppError(
        'bad_request',
        'current: expected the password of now, received another',
        {
          details: [{ field: 'current', expected: 'the password of now', received: 'another' }],
        },
      );
    case 'SESSION_NOT_FRESH':
      return new HttpRefusal('not_fresh', 'Sign in again first: this session is too old for that.');
    case 'USER_NOT_VERIFIED':
      return new HttpRefusal('unauthenticated', 'The key did not say who used it.');
    case 'UNAUTHORIZED':
    case 'SESSION_REQUIRED':
      return new HttpRefusal('unauthenticated', 'Sign in first.');
    case 'PASSKEY_NOT_FOUND':
    case 'AUTHENTICATION_FAILED':
      return new HttpRefusal('unauthenticated', 'This key is not known here.');
    case 'CHALLENGE_NOT_FOUND':
      return new AppError('bad_request', 'The question asked of the key is too old: begin again.');
    case 'FAILED_TO_VERIFY_REGISTRATION':
      return new AppError('bad_request', 'The answer of the key could not be checked.');
    default:
      return cause;
  }
}

// Who asks? Where somebody must be signed in, nobody else gets further.

import type { Context } from 'hono';
import type { HttpEnv, Person } from '#api/http/http-env.ts';
import { HttpRefusal } from '#api/http/problem.ts';

/** Throws 401 when nobody is signed in. */
export function requirePerson(c: Context<HttpEnv>): Person {
  const person = c.get('person') ?? null;
  if (person === null) throw new HttpRefusal('unauthenticated', 'Sign in first.');
  return person;
}

// Does a request say what it must? If not, who is told: the sender, field by field.

import type { Hook } from '@hono/zod-openapi';
import type { z } from 'zod';
import type { HttpEnv } from '#api/http/http-env.ts';
import { readFaults } from '#api/http/read-faults.ts';
import { AppError, type FieldFault } from '#domain/error.ts';

const PLACE_NAMES: Readonly<Record<string, string>> = {
  query: 'in the address',
  param: 'in the path',
  json: 'in the body',
};

/** The app's one validation hook: it throws, so that handlers keep the type of their success. */
export const refuseFaults: Hook<unknown, HttpEnv, string, undefined> = (result) => {
  if (result.success) return undefined;
  const received = 'data' in result ? result.data : undefined;
  throw badRequest(readFaults(result.error, received), PLACE_NAMES[result.target]);
};

/** Same refusal for a value that no route declares. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw badRequest(readFaults(read.error, value), undefined);
}

function badRequest(details: readonly FieldFault[], place: string | undefined): AppError {
  const told = details
    .map(({ field, expected, received }) => `${field}: expected ${expected}, received ${received}`)
    .join(' · ');
  return new AppError('bad_request', place === undefined ? told : `${told} (${place})`, {
    details,
  });
}

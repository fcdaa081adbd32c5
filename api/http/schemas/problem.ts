// How the API's document describes a refusal, and which refusals every operation may give.

import { z } from 'zod';

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    detail: z.string().nullable(),
    requestId: z.string(),
    errors: z.array(
      z.object({
        field: z.string(),
        expected: z.string(),
        received: z.string(),
        step: z.string().exactOptional(),
      }),
    ),
    current: z.unknown().optional().meta({
      description: 'What the server holds, when what was changed is not what was read',
    }),
    notices: z.array(z.unknown()).exactOptional().meta({
      description: 'What stops a publication',
    }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457; errors name each faulty field' });

const content = { 'application/problem+json': { schema: problemSchema } };

/** Documented under `default`, so that a client's type stays the one of success. */
export const refusals = {
  default: { description: 'Refused: says what was expected and what came', content },
} as const;

export function describeJson<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } };
}

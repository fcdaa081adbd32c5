// How the API's document describes what changed since the data were other.

import { z } from 'zod';
import { inseeSchema } from '#api/http/schemas/common.ts';
import type { ChangeSince } from '#domain/access/change-since.ts';

const named = z.array(z.object({ insee: inseeSchema, name: z.string() }));

export const changeSchema: z.ZodType<ChangeSince & { since: string }> = z
  .object({
    since: z.iso.datetime().meta({ description: 'When the figures of before were computed' }),
    fell: named.meta({ description: 'Went below the threshold of general practitioners' }),
    rose: named,
    peopleBefore: z.number(),
    peopleNow: z.number(),
    hasOtherTimes: z.boolean().meta({ description: 'Times of travel are of another source' }),
    hasOtherMethod: z.boolean(),
  })
  .meta({ id: 'AccessChange' });

// How the API's document describes what organizations say of the line of an offer.

import { z } from 'zod';
import { legMarkSchema } from '#api/http/schemas/leg-mark.ts';
import type { OfferMark } from '#api/runtime/line-marks.ts';

export const offerMarkSchema: z.ZodType<OfferMark> = z
  .intersection(
    legMarkSchema,
    z.object({
      departSeconds: z
        .number()
        .nullable()
        .meta({ description: 'Of the trip it is about, in seconds of the service day' }),
      headsign: z.string().nullable(),
      stopName: z.string().nullable(),
    }),
  )
  .meta({ id: 'OfferMark' });

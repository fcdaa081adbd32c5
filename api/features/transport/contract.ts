// What may be asked about transport offers.

import { z } from 'zod';
import { OFFER_KINDS } from '#domain/transport/offer.ts';

export const offersQuery = z.strictObject({
  territory: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'the code of a territory, such as sud-charente')
    .optional()
    .meta({ examples: ['sud-charente'] }),
  kind: z.enum(OFFER_KINDS).optional(),
});

export const offerParams = z.strictObject({
  id: z
    .string()
    .regex(/^[\w.:-]{1,120}$/, 'the id of an offer')
    .meta({ description: 'Id of an offer' }),
});

// How the API's document describes each remark on a way: a code and its figures, no sentence.

import { z } from 'zod';
import {
  dateSchema,
  dayHoursSchema,
  minuteSchema,
  partialDateSchema,
} from '#api/http/schemas/common.ts';
import type { JourneyNote } from '#domain/journey/journey.ts';
import { ACCOMMODATIONS } from '#domain/transport/offer.ts';

const minutes = z.number();

/** One row a code: a new code in the domain does not compile until it is described here. */
const FIELDS = {
  reference_timetable: { feedId: z.string(), validFrom: dateSchema, validTo: dateSchema },
  timetable_missing: { offerName: z.string() },
  facts_to_confirm: { asOf: partialDateSchema.nullable() },
  walk_long: { meters: z.number() },
  no_return_after: { minute: minuteSchema },
  wait_beyond_free: { minutes, freeMinutes: minutes },
  prescription_before: {},
  insurance_excluded: {},
  last_resort: {},
  accommodation_unknown: { accommodation: z.enum(ACCOMMODATIONS) },
  duration_assumed: { minutes },
  long_wait: { minutes },
  not_running: { nextDate: dateSchema.nullable() },
  outside_hours: { windows: z.array(dayHoursSchema) },
  calendar_unknown: {},
  stop_unknown: {},
  no_return: {},
  driver_waits: { minutes },
  driver_to_find: {},
  connection_margin: { minutes },
  hire_place_unknown: {},
  hire_hours_unknown: {},
  hire_out_of_reach: { placeName: z.string(), meters: z.number() },
  hire_closed: { placeName: z.string().nullable() },
} satisfies {
  [Code in JourneyNote['code']]: {
    [Field in Exclude<keyof Extract<JourneyNote, { code: Code }>, 'code'>]: z.ZodType<
      Extract<JourneyNote, { code: Code }>[Field]
    >;
  };
};

const alternatives = Object.entries(FIELDS).map(([code, fields]) =>
  z.object({ code: z.literal(code), ...fields }),
);

export const journeyNoteSchema = z
  .union(alternatives)
  .meta({ id: 'JourneyNote' }) as z.ZodType as z.ZodType<JourneyNote>;

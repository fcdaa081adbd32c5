// How the API's document describes the lines of imported timetables an organization may mark.

import { z } from 'zod';
import type { LineDetail } from '#db/queries/transport/find-line.ts';
import type { ListedLine } from '#db/queries/transport/list-lines.ts';

const fields = {
  feedId: z.string(),
  feedName: z.string(),
  routeId: z.string(),
  shortName: z.string().nullable(),
  longName: z.string().nullable(),
  agencyName: z.string().nullable(),
  routeType: z.number().meta({ description: 'As in GTFS' }),
};

export const listedLineSchema: z.ZodType<ListedLine> = z.object(fields).meta({ id: 'ListedLine' });

export const lineDetailSchema: z.ZodType<LineDetail> = z
  .object({
    ...fields,
    trips: z
      .array(
        z.object({
          tripId: z.string(),
          headsign: z.string().nullable(),
          shortName: z.string().nullable(),
          from: z.string(),
          to: z.string(),
          departSeconds: z.number().nullable().meta({ description: 'Of the service day' }),
          weekdays: z.array(z.number()).meta({ description: 'ISO; none: on dates of its own' }),
        }),
      )
      .readonly(),
    stops: z.array(z.object({ stopId: z.string(), name: z.string() })).readonly(),
  })
  .meta({ id: 'MarkedLine' });

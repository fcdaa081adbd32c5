// What a coordination alone reads: the care that rests on people who told it that they leave.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { inseeSchema } from '#api/http/schemas/common.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { requireTerritory } from '#api/runtime/require-territory.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { toMoment } from '#domain/time.ts';
import { workspaceParams } from './kept-contract.ts';
import { createLeavingReader, type LeavingAnswer } from './leaving-share.ts';

type Deps = {
  database: DatabaseHandle;
  stores: Pick<Stores, 'communesOfTerritory' | 'planner'>;
  clock: () => number;
};

/** As one plans: the term of a mandate, the length of a contract. */
const YEARS_AHEAD = 5;

const leavingQuery = z.strictObject({
  territory: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'the code of a territory')
    .meta({ examples: ['sud-charente'] }),
  year: z
    .string()
    .regex(/^20\d\d$/, 'a year, such as 2031')
    .transform(Number)
    .optional()
    .meta({ description: 'Departures up to its end; in five years unless said' }),
});

const shareFields = {
  value: z.number().nullable().meta({ description: 'From 0 to 1' }),
  state: z.enum(['value', 'none_in_reach', 'unknown', 'suppressed']),
};

const leavingSchema: z.ZodType<LeavingAnswer> = z
  .object({
    territory: z.string(),
    year: z.number(),
    noted: z.number().meta({ description: 'Departures noted up to the end of the year' }),
    counted: z.number().meta({ description: 'Of them, those who practise here or around' }),
    elsewhere: z.number(),
    notedAt: z.iso.datetime().nullable(),
    whole: z.object(shareFields),
    communes: z.array(
      z.object({
        ...shareFields,
        insee: inseeSchema,
        name: z.string(),
        population: z.number(),
      }),
    ),
  })
  .meta({
    id: 'LeavingShare',
    description:
      'gp_leaving_share: of the consultations people have, those of practitioners who announced their departure. Private. Hidden where fewer than three practise in reach, or fewer than five people live.',
  });

const getLeaving = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/leaving-share',
  tags: ['access'],
  summary: 'Care that rests on practitioners who announced their departure, by commune',
  request: { params: workspaceParams, query: leavingQuery },
  responses: { 200: describeJson('Shares', leavingSchema), ...refusals },
});

export function leavingRoutes(deps: Deps) {
  const readLeaving = createLeavingReader(deps);
  return createRoutes().openapi(getLeaving, async (c) => {
    const { workspaceId } = c.req.valid('param');
    await requireMember(deps, c, workspaceId, 'departure.note');
    const { territory, year } = c.req.valid('query');
    requireTerritory(deps.stores, territory);
    const thisYear = Number(toMoment(deps.clock()).date.slice(0, 4));
    const of = { workspaceId, territory, year: year ?? thisYear + YEARS_AHEAD };
    return sendJson<LeavingAnswer>(c, await readLeaving(of), 'never');
  });
}

// What area do communes, drawings and what lies around them make, and whom does it cover? Nothing is kept.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { HttpRefusal } from '#api/http/problem.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { computeArea } from '#db/queries/workspace/compute-area.ts';
import type { AreaFault, ComputedArea } from '#domain/transport/area-recipe.ts';
import { areaBody } from './area-body.ts';
import { workspaceParams } from './contract.ts';
import { polygonsSchema } from './document-pattern-schema.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';

const areaSchema: z.ZodType<ComputedArea> = z
  .object({
    area: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('communes'), insees: z.array(z.string()) }),
      z.object({ kind: z.literal('polygon'), polygons: polygonsSchema }),
    ]),
    coverage: z.object({
      population: z.number(),
      population75Plus: z.number(),
      communesWithoutAges: z.number(),
      populationYear: z.number().nullable(),
      isEstimate: z.boolean(),
      careCount: z.number(),
      communes: z.array(
        z.object({ insee: z.string(), name: z.string(), share: z.enum(['whole', 'part']) }),
      ),
    }),
  })
  .meta({ id: 'ComputedArea' });

const makeArea = createRoute({
  method: 'post',
  path: '/workspaces/{workspaceId}/areas',
  tags: ['workspace'],
  summary: 'The area a recipe makes, and whom it covers',
  description: 'What cannot be made is told in notices, each with a code and its place.',
  request: {
    params: workspaceParams,
    body: { content: { 'application/json': { schema: areaBody } }, required: true },
  },
  responses: { 200: describeJson('The area', areaSchema), ...refusals },
});

export function areasRoutes(deps: WorkspaceDeps) {
  return createRoutes().openapi(makeArea, async (c) => {
    await requireMember(deps, c, c.req.valid('param').workspaceId, 'offer.read');
    const outcome = await computeArea(deps.database.db, c.req.valid('json').recipe);
    if (outcome.kind === 'refused') throw refusal(outcome.faults);
    const { area, coverage } = outcome;
    return sendJson<ComputedArea>(c, { area, coverage }, 'never');
  });
}

const EXPECTED: Readonly<Record<AreaFault['code'], string>> = {
  unknown_commune: 'the code of a commune that is known',
  former_commune: 'the code of a commune of today',
  unknown_epci: 'the SIREN of a group whose communes are known',
  no_outline: 'a commune whose outline is known',
  crossed_drawing: 'a line that does not cross itself',
  nothing_chosen: 'something to make an area of',
  nothing_left: 'an area of which something is left',
  too_wide: 'an area whose line is less long',
};

function refusal(faults: readonly AreaFault[]): HttpRefusal {
  const details = faults.map(({ code, field, value }) => ({
    field: `recipe.${field}`,
    expected: EXPECTED[code],
    received: value === '' ? 'nothing' : value,
    step: 'ou',
  }));
  const told = details.map(
    ({ field, expected, received }) => `${field}: ${expected}, not ${received}`,
  );
  return new HttpRefusal('bad_request', `No area: ${told.join(' · ')}.`, details, {
    notices: faults,
  });
}

// Where, when and for which care did searches find no way? Counted without anybody, never under five.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendCsv } from '#api/http/csv-answer.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { type DemandRow, listDemand } from '#db/queries/workspace/list-demand.ts';
import {
  DEMAND_CATEGORIES,
  type DemandCategory,
  HALF_DAYS,
  LEAST_SHOWN,
} from '#domain/journey/unmet-demand.ts';
import { workspaceParams } from './contract.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';

/** What is not in `cells` was counted from 0 to `leastShown` − 1 times: nobody is told which. */
export type DemandAnswer = { leastShown: number; cells: DemandRow[] };

const demandSchema: z.ZodType<DemandAnswer> = z
  .object({
    leastShown: z.number(),
    cells: z.array(
      z.object({
        insee: z.string(),
        communeName: z.string(),
        weekday: z.number().meta({ description: '1 Monday … 7 Sunday' }),
        halfDay: z.enum(HALF_DAYS),
        category: z.enum(DEMAND_CATEGORIES),
        count: z.number(),
      }),
    ),
  })
  .meta({ id: 'UnmetDemand' });

const description =
  'Cells counted fewer times than « leastShown » are left out, and nothing is summed over them.';

const getDemand = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/demand',
  tags: ['workspace'],
  summary: 'Searches that found no way, by commune, half-day and sort of care',
  description,
  request: { params: workspaceParams },
  responses: { 200: describeJson('Counts', demandSchema), ...refusals },
});

const getTable = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/demand.csv',
  tags: ['workspace'],
  summary: 'The same as a table',
  description,
  request: { params: workspaceParams },
  responses: {
    200: { description: 'A table', content: { 'text/csv': { schema: z.string() } } },
    ...refusals,
  },
});

export function demandRoutes(deps: WorkspaceDeps) {
  const { db } = deps.database;
  return createRoutes()
    .openapi(getDemand, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const { workspace } = await requireMember(deps, c, workspaceId, 'demand.read');
      const cells = await listDemand(db, workspace.territoryCodes, LEAST_SHOWN);
      return sendJson<DemandAnswer>(c, { leastShown: LEAST_SHOWN, cells }, 'never');
    })
    .openapi(getTable, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const { workspace } = await requireMember(deps, c, workspaceId, 'demand.read');
      const cells = await listDemand(db, workspace.territoryCodes, LEAST_SHOWN);
      const rows = cells.map((cell) => [
        cell.insee,
        cell.communeName,
        WEEKDAYS[cell.weekday - 1] ?? '',
        HALF_DAY_NAMES[cell.halfDay],
        CATEGORY_NAMES[cell.category],
        cell.count,
      ]);
      return sendCsv(c, 'demandes-sans-solution.csv', HEADER, rows);
    });
}

/** A file is read without the page: it says itself what it holds, in French as official tables do. */
const HEADER = [
  'Code commune',
  'Commune de départ',
  'Jour du rendez-vous',
  'Demi-journée',
  'Sorte de soin',
  `Recherches sans solution (${LEAST_SHOWN} au moins)`,
];
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const HALF_DAY_NAMES = { morning: 'matin', afternoon: 'après-midi' };
const CATEGORY_NAMES: Readonly<Record<DemandCategory, string>> = {
  doctor: 'Médecin',
  daily_care: 'Soins de tous les jours',
  teeth_eyes: 'Dents, yeux, oreilles',
  women_children: 'Femmes, enfants',
  mind: 'Moral, addictions',
  home: 'Aide à domicile',
  rights: 'Droits',
  hospital: 'Hôpital',
  unknown: 'Non connue',
};

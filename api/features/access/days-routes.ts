// When can one go to care from a commune without a car, and how?

import { createRoute } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { findUsefulDaysOf } from '#db/queries/access/find-useful-days-of.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import { AppError } from '#domain/error.ts';
import type { AccessDeps } from './access-deps.ts';
import { accessCommuneParams } from './contract.ts';
import { daysOfCommuneSchema } from './days-answers.ts';
import { presentDays } from './present-days.ts';

const describeDays = createRoute({
  method: 'get',
  path: '/access/{territory}/communes/{insee}/days',
  tags: ['access'],
  summary: 'Half-days of a week on which one can go to care from a commune without a car',
  request: { params: accessCommuneParams },
  responses: { 200: describeJson('By profession', daysOfCommuneSchema), ...refusals },
});

export function daysRoutes({ database: { db } }: Pick<AccessDeps, 'database'>) {
  return createRoutes().openapi(describeDays, async (c) => {
    const { territory, insee } = c.req.valid('param');
    const { code, communeInsees } = await getTerritory(db, territory);
    if (!communeInsees.includes(insee)) {
      throw new AppError('not_found', `No commune of ${code} has the code ${insee}.`);
    }
    return sendJson(c, presentDays(await findUsefulDaysOf(db, code, insee)));
  });
}

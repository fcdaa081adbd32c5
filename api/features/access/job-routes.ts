// Who may ask for a new computation of a territory, and how far is it?

import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import type { HttpEnv } from '#api/http/http-env.ts';
import { HttpRefusal } from '#api/http/problem.ts';
import { requirePerson } from '#api/http/require-person.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import type { Database } from '#db/database.ts';
import { findJob } from '#db/queries/access/find-job.ts';
import { listMemberships } from '#db/queries/account/list-memberships.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import { AppError } from '#domain/error.ts';
import type { AccessDeps } from './access-deps.ts';
import { accessJobSchema } from './answers.ts';
import { accessJobBody, accessJobParams, accessParams } from './contract.ts';

const ask = createRoute({
  method: 'post',
  path: '/access/{territory}/jobs',
  tags: ['access'],
  summary: 'Compute a territory again; the one that waits or runs for the same data is answered',
  description: 'For the coordination of the territory, and for who keeps this site.',
  request: {
    params: accessParams,
    body: { content: { 'application/json': { schema: accessJobBody } }, required: true },
  },
  responses: { 202: describeJson('The computation', accessJobSchema), ...refusals },
});

const one = createRoute({
  method: 'get',
  path: '/access/{territory}/jobs/{job}',
  tags: ['access'],
  summary: 'How far a computation is',
  request: { params: accessJobParams },
  responses: { 200: describeJson('The computation', accessJobSchema), ...refusals },
});

export function jobRoutes({ database, access }: AccessDeps) {
  const { db } = database;
  return createRoutes()
    .openapi(ask, async (c) => {
      const { territory } = c.req.valid('param');
      const { code } = await getTerritory(db, territory);
      await requireObserver(db, c, code);
      const job = await access.ask(code);
      c.header('location', `/api/access/${code}/jobs/${job.id}`);
      c.header('cache-control', 'no-store');
      return c.json(job, 202);
    })
    .openapi(one, async (c) => {
      const { territory, job: id } = c.req.valid('param');
      const { code } = await getTerritory(db, territory);
      const job = await findJob(db, code, id);
      if (job === null) throw new AppError('not_found', `No computation of ${code} has this id.`);
      return sendJson(c, job);
    });
}

/** Throws 401 when nobody is signed in, 403 for who coordinates elsewhere or nothing. */
async function requireObserver(
  db: Database,
  c: Context<HttpEnv>,
  territoryCode: string,
): Promise<void> {
  const person = requirePerson(c);
  const memberships = await listMemberships(db, person.userId);
  const may = memberships.some(
    ({ role, workspace }) =>
      role === 'operator' ||
      (role === 'coordinator' && workspace.territoryCodes.includes(territoryCode)),
  );
  if (may) return;
  throw new HttpRefusal(
    'not_allowed',
    `A computation is asked by the coordination of ${territoryCode}, or by who keeps this site.`,
  );
}

// What comes of changes tried on a territory, and where one more site would help most?
//
// As the page of scenarios reckons it in the browser. Who practises is named to nobody.

import { createRoute } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import { communeFold, foldResult } from '#domain/access/fold-communes.ts';
import { daysIn } from '#domain/access/half-days.ts';
import { rankOpenings } from '#domain/access/rank-openings.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import { type ScenarioDesk, tryChanges } from '#domain/access/scenario-desk.ts';
import type { AccessDeps } from './access-deps.ts';
import { accessParams } from './contract.ts';
import type { ModelReader } from './read-model.ts';
import {
  type AccessTry,
  accessOpeningsBody,
  accessOpeningsSchema,
  accessTryBody,
  accessTrySchema,
} from './try-contract.ts';

const tryIt = createRoute({
  method: 'post',
  path: '/access/{territory}/try',
  tags: ['access'],
  summary: 'What comes of a list of changes: with and without, who gains, who loses',
  request: {
    params: accessParams,
    body: { content: { 'application/json': { schema: accessTryBody } }, required: true },
  },
  responses: { 200: describeJson('With and without', accessTrySchema), ...refusals },
});

const openings = createRoute({
  method: 'post',
  path: '/access/{territory}/openings',
  tags: ['access'],
  summary: 'Where one more site would help most, on what is tried already',
  request: {
    params: accessParams,
    body: { content: { 'application/json': { schema: accessOpeningsBody } }, required: true },
  },
  responses: { 200: describeJson('Communes', accessOpeningsSchema), ...refusals },
});

export function tryRoutes({ database }: AccessDeps, models: ModelReader) {
  const { db } = database;
  return createRoutes()
    .openapi(tryIt, async (c) => {
      const { code } = await getTerritory(db, c.req.valid('param').territory);
      const { profession, changes } = c.req.valid('json');
      return sendJson(c, presentTry(await models.desk(code, profession), changes), 'never');
    })
    .openapi(openings, async (c) => {
      const { code } = await getTerritory(db, c.req.valid('param').territory);
      const { profession, changes, fullTime, objective } = c.req.valid('json');
      const desk = await models.desk(code, profession);
      const ranked = rankOpenings(desk, changes, fullTime, objective);
      return sendJson(
        c,
        {
          openings: ranked.map(({ point: [lon, lat], ...each }) => ({
            ...each,
            point: [lon, lat] as [number, number],
          })),
        },
        'never',
      );
    });
}

function presentTry(desk: ScenarioDesk, changes: readonly ScenarioChange[]): AccessTry {
  const { model, hinge } = desk;
  const fold = communeFold(model.places);
  const tried = tryChanges(desk, changes);
  const told = fold === null ? tried : foldResult(tried, fold, desk);
  const { lifted, dropped, gainers, losers, sides, loads, noCar, leftOut } = told;
  const homes = new Map((desk.noCar?.facts.homes ?? []).map(({ insee }, home) => [insee, home]));
  const daysOf = (insee: string) => {
    const home = homes.get(insee);
    if (noCar === null || home === undefined) return null;
    return { before: daysIn(noCar.before[home] ?? 0), after: daysIn(noCar.after[home] ?? 0) };
  };
  return {
    territory: model.territory,
    profession: model.profession,
    fingerprint: model.fingerprint,
    vintages: { ...model.vintages },
    hinge,
    people: {
      lifted: lifted.people,
      dropped: dropped.people,
      gainers: gainers.people,
      losers: losers.people,
    },
    sides,
    communes: (fold?.communes ?? model.places).flatMap(
      ({ id, insee = id, name, population, isInside }, place) =>
        isInside
          ? [
              {
                ...{ insee, name, population },
                before: told.before[place] ?? 0,
                after: told.after[place] ?? 0,
                isReached: told.reached[place] === 1,
                usefulDays: daysOf(insee),
              },
            ]
          : [],
    ),
    loads,
    withoutCar:
      noCar === null
        ? null
        : { gainers: noCar.gainers.people, losers: noCar.losers.people, sides: noCar.sides },
    leftOut: leftOut.map(({ change, reason }) => ({ change, reason })),
  };
}

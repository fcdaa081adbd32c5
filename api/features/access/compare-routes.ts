// Which territories and communes are alike, and what do their figures say side by side?

import { createRoute } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import type { Database } from '#db/database.ts';
import { listPortraits, type TerritoryPortrait } from '#db/queries/access/list-portraits.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import { AppError } from '#domain/error.ts';
import { accessAlikeSchema, accessComparisonSchema, accessTwinsSchema } from './compare-answers.ts';
import { accessAlikeQuery, accessCompareQuery } from './compare-contract.ts';
import { accessCommuneParams, accessParams } from './contract.ts';
import { findAlike } from './find-alike.ts';
import { type ComparedTerritory, presentComparison, presentTwins } from './present-compare.ts';
import type { FiguresReader } from './read-figures.ts';
import { readIndicator } from './read-indicator.ts';

const tags = ['access'];

const twins = createRoute({
  method: 'get',
  path: '/access/{territory}/twins',
  tags,
  summary: 'The other territories of this site, the most alike first',
  request: { params: accessParams },
  responses: { 200: describeJson('Territories', accessTwinsSchema), ...refusals },
});

const compare = createRoute({
  method: 'get',
  path: '/access/{territory}/compare',
  tags,
  summary: 'A territory beside one or two others: each indicator, who lacks, how unequally',
  request: { params: accessParams, query: accessCompareQuery },
  responses: { 200: describeJson('Side by side', accessComparisonSchema), ...refusals },
});

const alike = createRoute({
  method: 'get',
  path: '/access/{territory}/communes/{insee}/alike',
  tags,
  summary: 'Communes like one, in every territory of this site, with their value',
  request: { params: accessCommuneParams, query: accessAlikeQuery },
  responses: { 200: describeJson('Communes', accessAlikeSchema), ...refusals },
});

export function compareRoutes(db: Database, figures: FiguresReader) {
  return createRoutes()
    .openapi(twins, async (c) => {
      const { code } = await getTerritory(db, c.req.valid('param').territory);
      const all = await listPortraits(db);
      const computedAt = new Map<string, Date>();
      for (const each of all) {
        const read = await figures.find(each.code);
        if (read !== null) computedAt.set(each.code, read.computedAt);
      }
      return sendJson(c, presentTwins(ownOf(all, code), all, computedAt));
    })
    .openapi(compare, async (c) => {
      const { code } = await getTerritory(db, c.req.valid('param').territory);
      const others = c.req.valid('query').with;
      if (others.includes(code)) {
        throw new AppError('bad_request', `with: ${code} is compared with others than itself.`);
      }
      for (const other of others) await getTerritory(db, other);
      const asked = [code, ...others];
      const portraits = await listPortraits(db, asked);
      const compared: ComparedTerritory[] = [];
      for (const each of asked) {
        compared.push({ portrait: ownOf(portraits, each), read: await figures.find(each) });
      }
      return sendJson(c, presentComparison(compared));
    })
    .openapi(alike, async (c) => {
      const { territory, insee } = c.req.valid('param');
      const { code } = await getTerritory(db, territory);
      const indicator = readIndicator(c.req.valid('query').indicator);
      return sendJson(c, await findAlike(db, figures, { territoryCode: code, insee, indicator }));
    });
}

function ownOf(portraits: readonly TerritoryPortrait[], code: string): TerritoryPortrait {
  const found = portraits.find((each) => each.code === code);
  if (found === undefined) throw new AppError('not_found', `No territory has the code ${code}.`);
  return found;
}

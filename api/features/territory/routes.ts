// What can be asked about territories, and which commune a person means.

import { createRoute } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { requireTerritory } from '#api/runtime/require-territory.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { findNearestPlace } from '#db/queries/territory/find-nearest-place.ts';
import { getPlace } from '#db/queries/territory/get-place.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import { listTerritories } from '#db/queries/territory/list-territories.ts';
import { suggestPlaces } from '#db/queries/territory/suggest-places.ts';
import { AppError } from '#domain/error.ts';
import {
  placeSuggestionSchema,
  placeSuggestionsSchema,
  territoriesSchema,
  territoryDrawingSchema,
  territorySchema,
} from './answers.ts';
import { nearestPlaceQuery, placeParams, suggestPlacesQuery, territoryParams } from './contract.ts';
import { drawTerritory } from './draw-territory.ts';

const FRESH = { seconds: 60 } as const;
const SUGGESTED_PLACES = 8;

const territories = createRoute({
  method: 'get',
  path: '/territories',
  tags: ['territory'],
  summary: 'The territories this site serves',
  responses: { 200: describeJson('Territories', territoriesSchema), ...refusals },
});

const territory = createRoute({
  method: 'get',
  path: '/territories/{code}',
  tags: ['territory'],
  summary: 'One territory: its communes, contacts and numbers to call',
  request: { params: territoryParams },
  responses: { 200: describeJson('The territory', territorySchema), ...refusals },
});

const shapes = createRoute({
  method: 'get',
  path: '/territories/{code}/shapes',
  tags: ['territory'],
  summary: 'The communes of a territory, to draw',
  request: { params: territoryParams },
  responses: { 200: describeJson('GeoJSON', territoryDrawingSchema), ...refusals },
});

const suggestions = createRoute({
  method: 'get',
  path: '/places/suggest',
  tags: ['territory'],
  summary:
    'Communes, then streets a person may mean: by name, former name or postcode, typos forgiven',
  request: { query: suggestPlacesQuery },
  responses: { 200: describeJson('Best first', placeSuggestionsSchema), ...refusals },
});

const nearest = createRoute({
  method: 'get',
  path: '/places/nearest',
  tags: ['territory'],
  summary: 'The commune a person stands in',
  request: { query: nearestPlaceQuery },
  responses: { 200: describeJson('The commune', placeSuggestionSchema), ...refusals },
});

const place = createRoute({
  method: 'get',
  path: '/places/{key}',
  tags: ['territory'],
  summary: 'The commune of an INSEE code, a former one included, or the address of a key',
  request: { params: placeParams },
  responses: { 200: describeJson('The commune', placeSuggestionSchema), ...refusals },
});

type TerritoryDeps = {
  database: DatabaseHandle;
  stores: Pick<Stores, 'communesOfTerritory'>;
};

export function territoryRoutes({ database, stores }: TerritoryDeps) {
  const { db } = database;
  return createRoutes()
    .openapi(territories, async (c) => sendJson(c, await listTerritories(db), FRESH))
    .openapi(territory, async (c) =>
      sendJson(c, await getTerritory(db, c.req.valid('param').code), FRESH),
    )
    .openapi(shapes, async (c) =>
      sendJson(c, await drawTerritory(db, c.req.valid('param').code), FRESH),
    )
    .openapi(suggestions, async (c) => {
      const { q, territory: code } = c.req.valid('query');
      requireTerritory(stores, code);
      const question = { text: q, territoryCode: code ?? null, limit: SUGGESTED_PLACES };
      const found = await suggestPlaces(db, question);
      // What somebody types may be where they live: kept nowhere.
      const isPrivate = found.some(({ matched }) => matched === 'address');
      return sendJson(c, found, isPrivate ? 'never' : 'always_ask');
    })
    .openapi(nearest, async (c) => {
      const { lon, lat } = c.req.valid('query');
      const found = await findNearestPlace(db, [lon, lat]);
      // Where somebody stands is kept nowhere.
      if (found !== null) return sendJson(c, found, 'never');
      throw new AppError('not_found', 'No commune we know lies within 30 km of this point.');
    })
    .openapi(place, async (c) => {
      const found = await getPlace(db, c.req.valid('param').key);
      // Where somebody lives is kept nowhere.
      return sendJson(c, found, found.matched === 'address' ? 'never' : FRESH);
    });
}

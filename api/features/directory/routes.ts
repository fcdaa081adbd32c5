// What can be asked of the directory: needs, suggestions, a search, one entry, the tiles of the map.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Config } from '#api/config.ts';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendBody, sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';
import {
  entryDetailSchema,
  needSuggestionsSchema,
  needsSchema,
  searchAnswerSchema,
  themesSchema,
} from './answers.ts';
import { checkKnown } from './check-known.ts';
import {
  entryParams,
  entryQuery,
  searchQuery,
  suggestQuery,
  tileParams,
  tileQuery,
} from './contract.ts';
import { describeEntry } from './describe-entry.ts';
import { searchEntries } from './search-entries.ts';
import { suggestAnswers } from './suggest-answers.ts';
import { tileFilterOf } from './tile-filter.ts';
import { writeVcard } from './write-vcard.ts';

const FRESH = { seconds: 60 } as const;
const file = (description: string, type: string) => ({
  description,
  content: { [type]: { schema: z.string().meta({ format: 'binary' }) } },
});

const needs = createRoute({
  method: 'get',
  path: '/needs',
  tags: ['directory'],
  summary: 'What residents may ask for, with the words they use',
  responses: { 200: describeJson('Needs', needsSchema), ...refusals },
});

const themes = createRoute({
  method: 'get',
  path: '/themes',
  tags: ['directory'],
  summary: 'The themes of the local health contract, chapters of the directory',
  responses: { 200: describeJson('Themes', themesSchema), ...refusals },
});

const suggestions = createRoute({
  method: 'get',
  path: '/directory/suggest',
  tags: ['directory'],
  summary: 'Needs and entries a person may mean, typos forgiven',
  request: { query: suggestQuery },
  responses: { 200: describeJson('Best first', needSuggestionsSchema), ...refusals },
});

const search = createRoute({
  method: 'get',
  path: '/directory',
  tags: ['directory'],
  summary: 'Entries that answer a need, in the published order',
  description:
    'With a point: nearest bands first, the radius is enlarged when nothing lies within. Without: by name.',
  request: { query: searchQuery },
  responses: { 200: describeJson('One page', searchAnswerSchema), ...refusals },
});

const tile = createRoute({
  method: 'get',
  path: '/directory/tiles/{z}/{x}/{y}',
  tags: ['directory'],
  summary: 'Entries of one map tile, clustered: Mapbox Vector Tile, layer « entries »',
  request: { params: tileParams, query: tileQuery },
  responses: { 200: file('The tile', 'application/vnd.mapbox-vector-tile'), ...refusals },
});

const vcard = createRoute({
  method: 'get',
  path: '/directory/{id}/card.vcf',
  tags: ['directory'],
  summary: 'One entry as a contact for a phone',
  request: { params: entryParams },
  responses: { 200: file('vCard 3.0', 'text/vcard'), ...refusals },
});

const entry = createRoute({
  method: 'get',
  path: '/directory/{id}',
  tags: ['directory'],
  summary: 'Everything known of one entry, with the origin of each fact',
  request: { params: entryParams, query: entryQuery },
  responses: { 200: describeJson('The entry', entryDetailSchema), ...refusals },
});

export type DirectoryDeps = {
  database: DatabaseHandle;
  stores: Stores;
  config: Config;
  clock: () => number;
};

export function directoryRoutes({ database, stores, config, clock }: DirectoryDeps) {
  const { db } = database;
  return createRoutes()
    .openapi(needs, (c) => sendJson(c, stores.needs.current(), FRESH))
    .openapi(themes, (c) => sendJson(c, stores.themes.current(), FRESH))
    .openapi(suggestions, async (c) => {
      const { q, insee } = c.req.valid('query');
      return sendJson(c, await suggestAnswers(db, stores, q, insee));
    })
    .openapi(search, async (c) =>
      sendJson(c, await searchEntries(db, stores, c.req.valid('query'), clock())),
    )
    .openapi(tile, (c) => {
      const { z: zoom, x, y } = c.req.valid('param');
      const { need, category, theme } = c.req.valid('query');
      checkKnown(stores, { need, theme });
      const { index } = stores.map.current();
      const bytes = index.tile(zoom, x, y, tileFilterOf({ need, category, theme }));
      return sendBody(c, bytes, 'application/vnd.mapbox-vector-tile', FRESH);
    })
    .openapi(vcard, async (c) => {
      const { id } = c.req.valid('param');
      const detail = await describeEntry(db, id, { from: null, at: null }, clock());
      const origin = config.publicUrl ?? new URL(c.req.url).origin;
      const text = writeVcard(detail, `${origin}/fiche/${encodeURIComponent(id)}`);
      c.header('content-disposition', `attachment; filename="${encodeURIComponent(id)}.vcf"`);
      return sendBody(c, text, 'text/vcard; charset=utf-8');
    })
    .openapi(entry, async (c) => {
      const { lon, lat, at = null } = c.req.valid('query');
      const from = lon === undefined || lat === undefined ? null : ([lon, lat] as const);
      const { id } = c.req.valid('param');
      return sendJson(c, await describeEntry(db, id, { from, at }, clock()));
    });
}

// The figures of a territory, to take away: a table for a spreadsheet, a GeoJSON file for a map.

import { createRoute, z } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendBody } from '#api/http/freshness.ts';
import { refusals } from '#api/http/schemas/problem.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import { loadCommuneShapes } from '#db/queries/territory/load-commune-shapes.ts';
import { writeCsv } from '#domain/csv-text.ts';
import type { AccessDeps } from './access-deps.ts';
import { accessParams } from './contract.ts';
import { collectionOf, tableOf } from './present-export.ts';
import type { FiguresReader } from './read-figures.ts';

const file = (description: string, type: string) => ({
  200: { description, content: { [type]: { schema: z.string() } } },
  ...refusals,
});

const csv = createRoute({
  method: 'get',
  path: '/access/{territory}/places.csv',
  tags: ['access'],
  summary: 'Every indicator of every commune with its bounds, as a table for a spreadsheet',
  request: { params: accessParams },
  responses: file('RFC 4180, semicolons', 'text/csv'),
});

const geojson = createRoute({
  method: 'get',
  path: '/access/{territory}/places.geojson',
  tags: ['access'],
  summary: 'Every indicator of every commune, with its outline',
  request: { params: accessParams },
  responses: file('GeoJSON, RFC 7946', 'application/geo+json'),
});

export function exportRoutes({ database }: AccessDeps, figures: FiguresReader) {
  const { db } = database;
  return createRoutes()
    .openapi(csv, async (c) => {
      const { code, name } = await getTerritory(db, c.req.valid('param').territory);
      const { header, rows } = tableOf({ code, name }, await figures.get(code));
      c.header('content-disposition', `attachment; filename="acces-aux-soins-${code}.csv"`);
      return sendBody(c, writeCsv(header, rows), 'text/csv; charset=utf-8');
    })
    .openapi(geojson, async (c) => {
      const { code, name } = await getTerritory(db, c.req.valid('param').territory);
      const read = await figures.get(code);
      const shapes = await loadCommuneShapes(db, code);
      const text = JSON.stringify(collectionOf({ code, name }, read, shapes));
      c.header('content-disposition', `attachment; filename="acces-aux-soins-${code}.geojson"`);
      return sendBody(c, text, 'application/geo+json');
    });
}

// The figures of a territory, to take away: a table for a spreadsheet, a GeoJSON file for a map.

import { createRoute, z } from '@hono/zod-openapi';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendBody } from '#api/http/freshness.ts';
import { refusals } from '#api/http/schemas/problem.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import { loadCommuneShapes } from '#db/queries/territory/load-commune-shapes.ts';
import type { PlaceFigures } from '#domain/access/figures.ts';
import type { Indicator } from '#domain/access/indicators.ts';
import { type CsvCell, writeCsv } from '#domain/csv-text.ts';
import type { AccessDeps } from './access-deps.ts';
import { accessParams } from './contract.ts';
import { knownIndicators } from './present-figures.ts';
import type { FiguresReader, ReadFigures } from './read-figures.ts';

/** One metre, on the ground. */
const DECIMALS = 5;

const file = (description: string, type: string) => ({
  200: { description, content: { [type]: { schema: z.string() } } },
  ...refusals,
});

const csv = createRoute({
  method: 'get',
  path: '/access/{territory}/places.csv',
  tags: ['access'],
  summary: 'Every indicator of every commune, as a table for a spreadsheet',
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
      const { code } = await getTerritory(db, c.req.valid('param').territory);
      const read = await figures.get(code);
      const { header, rows } = tableOf(read);
      c.header('content-disposition', `attachment; filename="acces-aux-soins-${code}.csv"`);
      return sendBody(c, writeCsv(header, rows), 'text/csv; charset=utf-8');
    })
    .openapi(geojson, async (c) => {
      const { code } = await getTerritory(db, c.req.valid('param').territory);
      const read = await figures.get(code);
      const shapes = await loadCommuneShapes(db, code);
      const text = JSON.stringify(collectionOf(read, shapes));
      c.header('content-disposition', `attachment; filename="acces-aux-soins-${code}.geojson"`);
      return sendBody(c, text, 'application/geo+json');
    });
}

function tableOf(read: ReadFigures): { header: string[]; rows: CsvCell[][] } {
  const indicators = knownIndicators(read);
  const computedOn = read.computedAt.toISOString().slice(0, 10);
  return {
    header: [
      'code_insee',
      'commune',
      'habitants',
      'habitants_75_ans_et_plus',
      ...indicators.flatMap(({ id, unit }) => [`${id} (${unit})`, `${id}_state`]),
      'gp_access_probability_below',
      'gp_robust_desert',
      'computed_on',
      'fingerprint',
    ],
    rows: read.figures.places.map((place) => [
      place.insee,
      place.name,
      place.population,
      place.population75Plus,
      ...indicators.flatMap((indicator) => cellsOf(place, indicator)),
      place.values.gp_access?.probabilityBelow ?? null,
      place.robustDesert ? 'yes' : 'no',
      computedOn,
      read.fingerprint,
    ]),
  };
}

function cellsOf(place: PlaceFigures, { id, decimals }: Indicator): CsvCell[] {
  const known = place.values[id];
  if (known === undefined) return [null, 'unknown'];
  return [known.value === null ? null : Number(known.value.toFixed(decimals + 1)), known.state];
}

type Shapes = Awaited<ReturnType<typeof loadCommuneShapes>>;

function collectionOf(read: ReadFigures, shapes: Shapes) {
  const shapeOf = new Map(shapes.map(({ insee, shape }) => [insee, shape]));
  return {
    type: 'FeatureCollection',
    computedAt: read.computedAt.toISOString(),
    fingerprint: read.fingerprint,
    vintages: read.vintages,
    features: read.figures.places.map((place) => {
      const { insee, name, point, population, population75Plus, robustDesert, values } = place;
      const shape = shapeOf.get(insee) ?? null;
      return {
        type: 'Feature',
        geometry:
          shape === null
            ? { type: 'Point', coordinates: point }
            : {
                type: 'MultiPolygon',
                coordinates: shape.map((rings) =>
                  rings.map((ring) =>
                    ring.map((each) => each.map((degrees) => Number(degrees.toFixed(DECIMALS)))),
                  ),
                ),
              },
        properties: { insee, name, population, population75Plus, robustDesert, ...values },
      };
    }),
  };
}

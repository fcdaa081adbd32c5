// How are the figures of a territory written to be taken away, with what one needs to trust and to cite them?
//
// Columns and properties are named alike, in the words of the API: `gp_access`, its bounds, its state.

import type { CommuneShape } from '#db/queries/territory/load-commune-shapes.ts';
import type { PlaceFigures } from '#domain/access/figures.ts';
import type { Indicator } from '#domain/access/indicators.ts';
import type { CsvCell } from '#domain/csv-text.ts';
import { knownIndicators, lastPublished } from './present-figures.ts';
import type { ReadFigures } from './read-figures.ts';

type Named = { code: string; name: string };

/** One metre, on the ground. */
const DECIMALS = 5;
/** Of the value published, as it is published. */
const PUBLISHED_DECIMALS = 2;

export function tableOf({ code, name }: Named, read: ReadFigures) {
  const indicators = knownIndicators(read);
  const ranged = new Set(indicators.filter((each) => hasRange(read, each)).map(({ id }) => id));
  const cellsOf = (place: PlaceFigures, { id, decimals }: Indicator): CsvCell[] => {
    const known = place.values[id];
    const round = (value: number | null | undefined): number | null =>
      value === null || value === undefined ? null : Number(value.toFixed(decimals + 1));
    const bounds = ranged.has(id) ? [round(known?.low), round(known?.high)] : [];
    return [round(known?.value), ...bounds, known?.state ?? 'unknown'];
  };
  const common = [code, name, dayOf(read), editionsOf(read), licenceOf(read), read.fingerprint];
  return {
    header: [
      'insee',
      'commune',
      'population',
      'population_75_plus',
      ...indicators.flatMap(({ id, unit }) => [
        `${id} (${unit})`,
        ...(ranged.has(id) ? [`${id}_low`, `${id}_high`] : []),
        `${id}_state`,
      ]),
      'gp_access_probability_below',
      'gp_robust_desert',
      'gp_access_published_drees',
      'gp_access_published_year',
      'gp_access_residual',
      'territory_code',
      'territory',
      'computed_on',
      'editions',
      'licence',
      'fingerprint',
    ],
    rows: read.figures.places.map((place): CsvCell[] => {
      const robust = robustOf(place);
      const published = publishedOf(read, place);
      return [
        place.insee,
        place.name,
        place.population,
        place.population75Plus,
        ...indicators.flatMap((indicator) => cellsOf(place, indicator)),
        place.values.gp_access?.probabilityBelow ?? null,
        robust === null ? null : robust ? 'yes' : 'no',
        published?.value ?? null,
        published?.year ?? null,
        published?.residual ?? null,
        ...common,
      ];
    }),
  };
}

export function collectionOf(
  { code, name }: Named,
  read: ReadFigures,
  shapes: readonly CommuneShape[],
) {
  const shapeOf = new Map(shapes.map(({ insee, shape }) => [insee, shape]));
  return {
    type: 'FeatureCollection',
    territory: { code, name },
    computedAt: read.computedAt.toISOString(),
    fingerprint: read.fingerprint,
    licence: licenceOf(read),
    vintages: read.vintages,
    units: Object.fromEntries(knownIndicators(read).map(({ id, unit }) => [id, unit])),
    features: read.figures.places.map((place) => {
      const { insee, name: commune, point, population, population75Plus, values } = place;
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
        properties: {
          insee,
          commune,
          population,
          population_75_plus: population75Plus,
          ...values,
          gp_robust_desert: robustOf(place),
          gp_access_published: publishedOf(read, place),
        },
      };
    }),
  };
}

const hasRange = ({ figures }: ReadFigures, { id }: Indicator): boolean =>
  figures.places.some(({ values }) => typeof values[id]?.low === 'number');

/** Null where practitioners were not counted: nobody knows whether it is one. */
function robustOf({ values, robustDesert }: PlaceFigures): boolean | null {
  const known = values.gp_access;
  const isCounted = known?.state === 'value' || known?.state === 'none_in_reach';
  return isCounted ? robustDesert : null;
}

/** What DREES publishes of the commune, its newest year, and what ours is above it. */
function publishedOf({ published }: ReadFigures, { insee, values }: PlaceFigures) {
  const years = published.filter((each) => each.insee === insee);
  const last = lastPublished(years, values.gp_access?.value ?? null);
  if (last === null) return null;
  const { residual } = last;
  return {
    ...last,
    residual: residual === null ? null : Number(residual.toFixed(PUBLISHED_DECIMALS)),
  };
}

const dayOf = ({ computedAt }: ReadFigures): string => computedAt.toISOString().slice(0, 10);

/** « population: Recensement 2023 (Insee); roads: … », what is undated too. */
const editionsOf = ({ vintages }: ReadFigures): string =>
  vintages
    .map(({ id, name, date, source }) => `${id}: ${name}, ${date ?? 'undated'} (${source})`)
    .join('; ');

/** Times by the roads are derived from OpenStreetMap, which asks to be named. */
const licenceOf = ({ figures }: ReadFigures): string =>
  figures.estimatedTimes.includes('car')
    ? OPEN
    : `${OPEN}; times: © OpenStreetMap contributors, ODbL 1.0`;

const OPEN = 'Licence Ouverte 2.0 (Insee, DREES, IGN, Agence du numérique en santé)';

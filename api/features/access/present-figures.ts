// How are the figures of a territory told: as a whole, by commune, by square, for one commune?

import { publishedBeside } from '#domain/access/departement-mean.ts';
import type { PlaceFigures, PlaceValue } from '#domain/access/figures.ts';
import { INDICATORS, type Indicator, type IndicatorId } from '#domain/access/indicators.ts';
import type { AccessJob } from '#domain/access/job.ts';
import { departementOf } from '#domain/directory/finess-point.ts';
import { AppError } from '#domain/error.ts';
import type { ReadFigures } from './read-figures.ts';
import type {
  AccessAround,
  AccessOverview,
  AccessPlace,
  AccessPlaces,
  AccessSheet,
} from './views.ts';

/** Between these shares of the draws, nobody can say on which side of the threshold a place is. */
const FRAGILE = { from: 0.1, to: 0.9 };

/** The only indicator DREES publishes that this site imports. */
const PUBLISHED: IndicatorId = 'gp_access';

const UNKNOWN: PlaceValue = {
  value: null,
  state: 'unknown',
  probabilityBelow: null,
  low: null,
  high: null,
};

export function presentOverview(
  territory: { code: string; name: string },
  read: ReadFigures | null,
  job: AccessJob | null,
): AccessOverview {
  const { code, name } = territory;
  if (read === null) {
    return {
      territory: { code, name },
      computedAt: null,
      fingerprint: null,
      vintages: [],
      halo: null,
      estimatedTimes: [],
      indicators: [],
      gpShortfall: null,
      poles: [],
      hasTiles: false,
      change: null,
      job,
    };
  }
  const { figures, vintages, computedAt, fingerprint } = read;
  const isGpKnown = figures.places.some(({ values }) => values.gp_access?.state === 'value');
  return {
    territory: { code, name },
    computedAt: computedAt.toISOString(),
    fingerprint,
    vintages,
    halo: figures.halo,
    estimatedTimes: figures.estimatedTimes,
    indicators: knownIndicators(read).map((each) => ({ ...each, ...around(read, each.id) })),
    gpShortfall: isGpKnown ? figures.gpShortfall : null,
    poles: figures.poles,
    hasTiles: figures.tiles.length > 0,
    change: read.change,
    job,
  };
}

/** Of which something is known here. */
export const knownIndicators = ({ figures }: ReadFigures): Indicator[] =>
  INDICATORS.filter(({ id }) =>
    figures.places.some(({ values }) => values[id] !== undefined && values[id].state !== 'unknown'),
  );

export function presentPlaces(read: ReadFigures, indicator: Indicator): AccessPlaces {
  const { figures, computedAt, fingerprint } = read;
  const year = indicator.id === 'gp_access' ? lastYear(read) : null;
  return {
    indicator,
    computedAt: computedAt.toISOString(),
    fingerprint,
    publishedYear: year,
    ...around(read, indicator.id),
    places: [...figures.places]
      .sort((a, b) => (a.insee < b.insee ? -1 : 1))
      .map((place) => presentPlace(read, place, indicator.id, year)),
  };
}

function presentPlace(
  read: ReadFigures,
  place: PlaceFigures,
  id: IndicatorId,
  year: number | null,
): AccessPlace {
  const { insee, name, point, population, population75Plus, robustDesert } = place;
  const value = place.values[id] ?? UNKNOWN;
  const known = read.published.find((each) => each.insee === insee && each.year === year);
  return {
    insee,
    name,
    point,
    population,
    population75Plus,
    ...value,
    published: known?.value ?? null,
    isFragile: isFragile(value),
    isRobustDesert: id === 'gp_access' && robustDesert,
  };
}

/** Throws `not_found` for a commune of elsewhere. */
export function presentSheet(read: ReadFigures, territoryCode: string, insee: string): AccessSheet {
  const place = read.figures.places.find((each) => each.insee === insee);
  if (place === undefined) {
    throw new AppError('not_found', `No commune of ${territoryCode} has the code ${insee}.`);
  }
  const years = read.published.filter((each) => each.insee === insee);
  return {
    insee,
    name: place.name,
    point: place.point,
    population: place.population,
    population75Plus: place.population75Plus,
    computedAt: read.computedAt.toISOString(),
    fingerprint: read.fingerprint,
    vintages: read.vintages,
    estimatedTimes: read.figures.estimatedTimes,
    isRobustDesert: place.robustDesert,
    missing: place.missing,
    values: knownIndicators(read).map(({ id }) => {
      const value = place.values[id] ?? UNKNOWN;
      return {
        id,
        ...value,
        isFragile: isFragile(value),
        ...around(read, id, departementOf(insee)),
        published: id === 'gp_access' ? lastPublished(years, value.value) : null,
      };
    }),
    near: place.near,
    publishedYears: years.map(({ year, value, value65OrLess }) => ({ year, value, value65OrLess })),
  };
}

/** Of the newest year that says a value of a commune, beside ours of the same. */
export function lastPublished(
  years: ReadFigures['published'],
  ours: number | null,
): { year: number; value: number; residual: number | null } | null {
  const last = years.filter(({ value }) => value !== null).at(-1);
  if (last === undefined || last.value === null) return null;
  const { year, value } = last;
  return { year, value, residual: ours === null ? null : ours - value };
}

/** The département of a commune; without one, that of most people of the territory. */
function around(read: ReadFigures, id: IndicatorId, code: string | null = null): AccessAround {
  const departement =
    id !== PUBLISHED
      ? null
      : (read.departements.find((each) => code === null || each.code === code) ?? null);
  return {
    territoryValue: read.figures.territory[id] ?? null,
    departementValue: departement?.value ?? null,
    departement,
    territoryPublished: id === PUBLISHED ? besideTerritory(read) : null,
  };
}

function besideTerritory(read: ReadFigures): AccessAround['territoryPublished'] {
  const year = lastYear(read);
  if (year === null) return null;
  const told = new Map(
    read.published.flatMap((each) => (each.year === year ? [[each.insee, each.value]] : [])),
  );
  return publishedBeside(
    year,
    read.figures.places.map(({ insee, population, values }) => ({
      population,
      ours: values[PUBLISHED]?.value ?? null,
      published: told.get(insee) ?? null,
    })),
  );
}

const isFragile = ({ probabilityBelow: share }: PlaceValue): boolean =>
  share !== null && share > FRAGILE.from && share < FRAGILE.to;

function lastYear({ published }: ReadFigures): number | null {
  const years = published.flatMap(({ year, value }) => (value === null ? [] : [year]));
  return years.length === 0 ? null : Math.max(...years);
}

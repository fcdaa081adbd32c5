// Is an on-demand feed sound enough, and of this country, to make offers of?

import type { LonLat } from '#domain/geo.ts';
import { judgePoint } from '#domain/territory/france.ts';
import type { FlexPlace } from '#domain/transport/flex-feed.ts';
import type { Check } from '#seeds/pipeline/source.ts';
import { type GtfsReject, sayNotice } from '#seeds/sources/gtfs/notice.ts';

export function checkFaults(faults: readonly GtfsReject[]): Check {
  const [first] = faults;
  return {
    guard: 'notices',
    label: 'Des fichiers sans erreur',
    passed: first === undefined,
    detail:
      first === undefined ? 'aucune erreur' : `${faults.length} erreurs, dont ${sayNotice(first)}`,
  };
}

/** Swapped coordinates are said to be: it is the usual mistake. */
export function checkPlaces(places: readonly FlexPlace[]): Check {
  const outside = places.filter((place) =>
    pointsOf(place).some((point) => judgePoint(point) !== 'in_france'),
  );
  const first = outside.flatMap(pointsOf).find((point) => judgePoint(point) !== 'in_france');
  const swapped =
    first !== undefined && judgePoint(first) === 'swapped'
      ? ' : latitude et longitude inversées ?'
      : '';
  return {
    guard: 'coordonnees',
    label: 'Des coordonnées en France',
    passed: first === undefined,
    detail:
      first === undefined
        ? `${places.length} lieux`
        : `${outside.map(({ id }) => id).join(', ')} hors de France (longitude ${first[0]}, latitude ${first[1]})${swapped}`,
  };
}

function pointsOf(place: FlexPlace): readonly LonLat[] {
  return place.kind === 'zone' ? place.shape.flat(2) : place.stops.map(({ point }) => point);
}

// Where does an offer apply, as places of a feed: drawn zones, or groups of stops?

import type { Insee } from '#domain/territory/territory.ts';
import type { Cell } from '#domain/transport/export-gtfs/feed-table.ts';
import type { ZoneShape } from '#domain/transport/flex-feed.ts';
import type { Offer, ServiceArea } from '#domain/transport/offer.ts';

/** Outlines asked of whoever holds them, by the key of what they outline. */
export type WantedShapes = {
  communes: ReadonlyMap<string, readonly Insee[]>;
  territories: ReadonlyMap<string, readonly string[]>;
};
export type Shapes = ReadonlyMap<string, ZoneShape>;

export type ExportedPlace = { id: string; column: 'location_id' | 'location_group_id' };

export const STOP_COLUMNS = [
  'stop_id',
  'stop_name',
  'stop_lat',
  'stop_lon',
  'location_type',
  'wheelchair_boarding',
] as const;

export const communesKey = (insees: readonly Insee[]): string =>
  `communes:${[...new Set(insees)].sort().join('+')}`;
export const territoriesKey = (codes: readonly string[]): string =>
  `territoire:${[...new Set(codes)].sort().join('+')}`;

export function wantedShapes(offers: readonly Offer[]): WantedShapes {
  const communes = new Map<string, readonly Insee[]>();
  const territories = new Map<string, readonly string[]>();
  for (const { patterns, territoryCodes } of offers) {
    if (territoryCodes.length > 0) territories.set(territoriesKey(territoryCodes), territoryCodes);
    for (const area of patterns.flatMap(({ origin, destination }) => [origin, destination])) {
      if (area?.kind === 'communes') communes.set(communesKey(area.insees), area.insees);
    }
  }
  return { communes, territories };
}

/** The places of a whole feed: the same area is written once, under the name it was first met with. */
export function createPlaces(shapes: Shapes) {
  const known = new Map<string, ExportedPlace | null>();
  const features: object[] = [];
  const groups: Cell[][] = [];
  const groupStops: Cell[][] = [];
  const stops: Cell[][] = [];

  const addZone = (id: string, name: string, shape: ZoneShape | undefined) => {
    if (shape === undefined || shape.length === 0) return null;
    features.push({
      type: 'Feature',
      id,
      properties: { stop_name: name },
      geometry: { type: 'MultiPolygon', coordinates: shape },
    });
    return { id, column: 'location_id' as const };
  };
  const addGroup = (id: string, area: Extract<ServiceArea, { kind: 'points' }>) => {
    if (area.points.length === 0) return null;
    groups.push([id, area.label]);
    for (const [rank, { name, point }] of area.points.entries()) {
      const stopId = `${id}:${rank + 1}`;
      stops.push([stopId, name, point[1], point[0], 0, null]);
      groupStops.push([id, stopId]);
    }
    return { id, column: 'location_group_id' as const };
  };
  const add = (name: string, area: ServiceArea | null, offer: Offer): ExportedPlace | null => {
    const region = territoriesKey(offer.territoryCodes);
    switch (area?.kind) {
      case undefined:
      case 'everywhere':
        return addZone(region, 'Territoire', shapes.get(region));
      case 'unknown':
        return null;
      case 'points':
        return addGroup(`arrets:${name}`, area);
      case 'polygon':
        return addZone(`zone:${name}`, area.label, area.polygons);
      case 'communes':
        return addZone(`zone:${name}`, area.label, shapes.get(communesKey(area.insees)));
    }
  };
  return {
    /** Null when nobody can say where it is. `name` is used when it was not met before. */
    place(name: string, area: ServiceArea | null, offer: Offer): ExportedPlace | null {
      const isAnywhere = area === null || area.kind === 'everywhere';
      const key = isAnywhere ? territoriesKey(offer.territoryCodes) : JSON.stringify(area);
      const met = known.get(key);
      if (met !== undefined) return met;
      const place = add(name, area, offer);
      known.set(key, place);
      return place;
    },
    addStop: (row: Cell[]) => stops.push(row),
    tables: () => ({ groups, groupStops, stops }),
    geoJson: () =>
      features.length === 0 ? '' : `${JSON.stringify({ type: 'FeatureCollection', features })}\n`,
  };
}

export type Places = ReturnType<typeof createPlaces>;

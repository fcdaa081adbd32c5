// Which agencies, stops and lines does a feed describe?

import type { GtfsAccess, GtfsAgency, GtfsRoute, GtfsStop } from '#domain/journey/gtfs.ts';
import { RowFault, type RowReader } from '#seeds/sources/gtfs/row.ts';
import { readTable, type Table } from '#seeds/sources/gtfs/table.ts';

export function readAgencies(text: string): Table<GtfsAgency> {
  const fresh = once('agency_id');
  return readTable('agency.txt', text, ['agency_name', 'agency_timezone'], (row) => ({
    // The only agency of a feed may have no identifier.
    id: fresh(row.optional('agency_id') ?? ''),
    name: row.text('agency_name'),
    url: row.optional('agency_url'),
    timezone: row.text('agency_timezone'),
    phone: row.optional('agency_phone'),
  }));
}

export function readStops(text: string): Table<GtfsStop> {
  const fresh = once('stop_id');
  return readTable('stops.txt', text, ['stop_id'], (row) => {
    const kind = row.whole('location_type', { from: 0, to: 4, fallback: 0 });
    const id = row.text('stop_id');
    return {
      point: pointOf(row, kind),
      name: row.optional('stop_name') ?? (kind >= 3 ? id : row.text('stop_name')),
      kind,
      parentId: row.optional('parent_station'),
      platformCode: row.optional('platform_code'),
      wheelchair: accessOf(row, 'wheelchair_boarding'),
      id: fresh(id),
    };
  });
}

export function readRoutes(text: string): Table<GtfsRoute> {
  const fresh = once('route_id');
  return readTable('routes.txt', text, ['route_id', 'route_type'], (row) => {
    const color = row.optional('route_color')?.replace(/^#/, '') ?? null;
    return {
      agencyId: row.optional('agency_id'),
      shortName: row.optional('route_short_name'),
      longName: row.optional('route_long_name'),
      type: row.whole('route_type', { from: 0, to: 1799 }),
      color: color && /^[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : null,
      id: fresh(row.text('route_id')),
    };
  });
}

export function accessOf(row: RowReader, column: string): GtfsAccess {
  const value = row.optional(column);
  return value === '1' ? 1 : value === '2' ? 2 : 0;
}

/** Lets an identifier through the first time only. */
export function once(column: string): (id: string) => string {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) throw new RowFault(column, id, 'identifiant déjà vu plus haut');
    seen.add(id);
    return id;
  };
}

/** Stops, stations and entrances must be somewhere; nodes and boarding areas may lean on their station. */
function pointOf(row: RowReader, kind: number): GtfsStop['point'] {
  const lat = row.decimal('stop_lat', { from: -90, to: 90 });
  const lon = row.decimal('stop_lon', { from: -180, to: 180 });
  if (lat === null || lon === null) {
    if (kind >= 3) return null;
    const column = lat === null ? 'stop_lat' : 'stop_lon';
    throw new RowFault(column, null, 'valeur obligatoire absente');
  }
  if (lat === 0 && lon === 0) {
    throw new RowFault('stop_lat', '0', 'point 0,0 : position non renseignée');
  }
  return [lon, lat];
}

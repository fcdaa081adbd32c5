// Which agencies, stops and lines does a feed describe?

import type { GtfsAccess, GtfsAgency, GtfsRoute, GtfsStop } from '#domain/journey/gtfs.ts';
import type { FlexAgency } from '#domain/transport/flex-feed.ts';
import { type Ids, once, register } from '#seeds/sources/gtfs/ids.ts';
import { RowFault, type RowReader } from '#seeds/sources/gtfs/row.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';

/** `stopAccess`: 0 only through the station's entrances, 1 straight from the street; null: not said. */
export type ReadStop = GtfsStop & { stopAccess: 0 | 1 | null };

/** Of lines, and of what is booked: one file says it for both. */
export function agencyTable(): TableDefinition<GtfsAgency & FlexAgency> {
  const fresh = once('agency_id');
  return {
    file: 'agency.txt',
    required: ['agency_name', 'agency_timezone'],
    build: (row) => ({
      // The only agency of a feed may have no identifier.
      id: fresh(row.optional('agency_id') ?? ''),
      name: row.text('agency_name'),
      url: row.optional('agency_url'),
      timezone: row.text('agency_timezone'),
      phone: row.optional('agency_phone'),
      email: row.optional('agency_email'),
      fareUrl: row.optional('agency_fare_url'),
    }),
  };
}

/** Fills `ids` as rows are kept. */
export function stopTable(ids: Ids): TableDefinition<ReadStop> {
  return {
    file: 'stops.txt',
    required: ['stop_id'],
    build: (row) => {
      const kind = row.whole('location_type', { from: 0, to: 4, fallback: 0 });
      const id = row.text('stop_id');
      const access = row.whole('stop_access', { from: 0, to: 1, fallback: -1 });
      return {
        point: pointOf(row, kind),
        name: row.optional('stop_name') ?? (kind >= 3 ? id : row.text('stop_name')),
        kind,
        parentId: row.optional('parent_station'),
        platformCode: row.optional('platform_code'),
        wheelchair: accessOf(row, 'wheelchair_boarding'),
        stopAccess: access === 0 || access === 1 ? access : null,
        id: register(ids, row, 'stop_id'),
      };
    },
  };
}

/** Fills `ids` as rows are kept. */
export function routeTable(ids: Ids): TableDefinition<GtfsRoute> {
  return {
    file: 'routes.txt',
    required: ['route_id', 'route_type'],
    build: (row) => {
      const color = row.optional('route_color')?.replace(/^#/, '') ?? null;
      return {
        agencyId: row.optional('agency_id'),
        shortName: row.optional('route_short_name'),
        longName: row.optional('route_long_name'),
        type: row.whole('route_type', { from: 0, to: 1799 }),
        color: color && /^[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : null,
        id: register(ids, row, 'route_id'),
      };
    },
  };
}

export function accessOf(row: RowReader, column: string): GtfsAccess {
  const value = row.optional(column);
  return value === '1' ? 1 : value === '2' ? 2 : 0;
}

/** Stops, stations and entrances must be somewhere; nodes and boarding areas may lean on their station. */
function pointOf(row: RowReader, kind: number): GtfsStop['point'] {
  const lat = row.decimal('stop_lat', { from: -90, to: 90 });
  const lon = row.decimal('stop_lon', { from: -180, to: 180 });
  if (lat === null || lon === null) {
    if (kind >= 3) return null;
    const column = lat === null ? 'stop_lat' : 'stop_lon';
    throw new RowFault('missing_required_field', column, null, 'valeur obligatoire absente');
  }
  if (lat === 0 && lon === 0) {
    const reason = 'point 0,0 : position non renseignée';
    throw new RowFault('point_near_origin', 'stop_lat', '0', reason);
  }
  return [lon, lat];
}

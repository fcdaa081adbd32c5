// Which stops and groups of stops may an on-demand service serve? In the adopted form, and in the drafts.

import type { FlexGroup } from '#domain/transport/flex-feed.ts';
import { accessOf } from '#seeds/sources/gtfs/map-network.ts';
import type { RowReader } from '#seeds/sources/gtfs/row.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';

export type FlexStop = FlexGroup['stops'][number] & { parentId: string | null };

/** Stops that are nowhere are left out: they can stand in no group. */
export function flexStopTable(): TableDefinition<FlexStop> {
  return {
    file: 'stops.txt',
    required: ['stop_id'],
    mayBeEmpty: true,
    build: (row) => {
      const lon = row.decimal('stop_lon', { from: -180, to: 180 });
      const lat = row.decimal('stop_lat', { from: -90, to: 90 });
      if (lon === null || lat === null) return null;
      const id = row.text('stop_id');
      return {
        id,
        name: row.optional('stop_name') ?? id,
        point: [lon, lat],
        parentId: row.optional('parent_station'),
      };
    },
  };
}

/** `memberId`: a stop, or an area drawn in locations.geojson; null: the row only names the group. */
export type Membership = {
  groupId: string;
  memberId: string | null;
  name: string | null;
  line: number;
};

/** The drafts list the members here, in `location_id`. */
export const locationGroupTable = () =>
  memberships('location_groups.txt', 'location_group_id', ['location_id', 'stop_id']);

export const locationGroupStopTable = () =>
  memberships('location_group_stops.txt', 'location_group_id', ['stop_id']);

/** The draft of 2023 lets a trip serve an area of stop_areas.txt. */
export const stopAreaTable = () => memberships('stop_areas.txt', 'area_id', ['stop_id']);

function memberships(
  file: string,
  groupColumn: string,
  memberColumns: readonly string[],
): TableDefinition<Membership> {
  return {
    file,
    required: [groupColumn],
    mayBeEmpty: true,
    build: (row) => ({
      groupId: row.text(groupColumn),
      memberId: firstOf(row, memberColumns),
      name: row.optional('location_group_name'),
      line: row.line,
    }),
  };
}

function firstOf(row: RowReader, columns: readonly string[]): string | null {
  for (const column of columns) {
    const value = row.optional(column);
    if (value !== null) return value;
  }
  return null;
}

/** A trip as its on-demand calls need it. Offsets of trips.txt are in seconds. */
export type FlexTripRow = {
  id: string;
  routeId: string;
  serviceId: string;
  durationFactor: number | null;
  durationOffsetSeconds: number | null;
  wheelchair: number;
  line: number;
};

/** Trips that have no on-demand call are left out. */
export function flexTripTable(isFlex: (tripId: string) => boolean): TableDefinition<FlexTripRow> {
  const positive = { from: 0, to: 1_000_000 };
  return {
    file: 'trips.txt',
    required: ['route_id', 'service_id', 'trip_id'],
    build: (row) => {
      const id = row.text('trip_id');
      if (!isFlex(id)) return null;
      return {
        id,
        routeId: row.text('route_id'),
        serviceId: row.text('service_id'),
        durationFactor: row.decimal('safe_duration_factor', positive),
        durationOffsetSeconds: row.decimal('safe_duration_offset', positive),
        wheelchair: accessOf(row, 'wheelchair_accessible'),
        line: row.line,
      };
    },
  };
}

// Copies agencies, stops, lines and trips into a version of a feed, keeping only what later tables refer to.

import { sql } from 'drizzle-orm';
import { copyLine } from '#db/copy-line.ts';
import type { BulkTransaction, CopyValue } from '#db/database.ts';
import type { LonLat } from '#domain/geo.ts';
import type { GtfsAgency } from '#domain/journey/gtfs.ts';
import type { FeedArchive } from '#seeds/sources/gtfs/archive.ts';
import type { FeedLog } from '#seeds/sources/gtfs/feed-log.ts';
import { Ids } from '#seeds/sources/gtfs/ids.ts';
import { agencyTable, routeTable, stopTable } from '#seeds/sources/gtfs/map-network.ts';
import { tripTable } from '#seeds/sources/gtfs/map-trips.ts';
import { readTable } from '#seeds/sources/gtfs/read-table.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';

/** A version being written, from an archive being read. */
export type FeedLoad = {
  archive: FeedArchive;
  bulk: BulkTransaction;
  feedVersionId: number;
  log: FeedLog;
};

export type Network = {
  agencies: GtfsAgency[];
  /** Lines of each agency. */
  lineCounts: ReadonlyMap<string, number>;
  routeCount: number;
  stopIds: Ids;
  /** Of each stop a vehicle can be caught at, by number; null for the others. */
  stopPoints: readonly (LonLat | null)[];
};

export async function loadNetwork(load: FeedLoad): Promise<Network & { routeIds: Ids }> {
  const agencies: GtfsAgency[] = [];
  await copyTable(load, agencyTable(), 'gtfs_agency', AGENCY, (agency) => {
    agencies.push(agency);
    const { id, name, url, timezone, phone } = agency;
    return [id, name, url, timezone, phone];
  });
  const stopIds = new Ids();
  const stopPoints: (LonLat | null)[] = [];
  const parents = new Set<string>();
  await copyTable(load, stopTable(stopIds), 'gtfs_stop', STOP, (stop) => {
    const { id, name, point, kind, parentId, wheelchair, platformCode, stopAccess } = stop;
    const number = stopPoints.push(kind <= 1 ? point : null) - 1;
    if (parentId !== null) parents.add(parentId);
    const place = point === null ? null : `SRID=4326;POINT(${point[0]} ${point[1]})`;
    return [id, number, name, place, kind, parentId, wheelchair, platformCode, stopAccess];
  });
  await forgetUnknownParents(
    load,
    [...parents].filter((id) => !stopIds.has(id)),
  );
  const routeIds = new Ids();
  const lineCounts = new Map<string, number>();
  await copyTable(load, routeTable(routeIds), 'gtfs_route', ROUTE, (route) => {
    const { id, agencyId, shortName, longName, type, color } = route;
    lineCounts.set(agencyId ?? '', (lineCounts.get(agencyId ?? '') ?? 0) + 1);
    return [id, agencyId, shortName, longName, type, color];
  });
  return { agencies, lineCounts, routeCount: routeIds.size, stopIds, stopPoints, routeIds };
}

/** `onTrip` is told of the service of each trip, in order of number. */
export async function loadTrips(
  load: FeedLoad,
  routeIds: Ids,
  onTrip: (serviceId: string) => void,
): Promise<Ids> {
  const tripIds = new Ids();
  await copyTable(load, tripTable(tripIds, routeIds), 'gtfs_trip', TRIP, (trip) => {
    onTrip(trip.serviceId);
    const { id, routeId, serviceId, headsign, shortName, wheelchair, blockId } = trip;
    return [id, routeId, serviceId, headsign, shortName, wheelchair, blockId ?? null];
  });
  return tripIds;
}

/** `columns` without that of the version, which `toValues` leaves out. */
export async function copyTable<Row>(
  { archive, bulk, feedVersionId, log }: FeedLoad,
  definition: TableDefinition<Row>,
  table: string,
  columns: readonly string[],
  toValues: (row: Row) => CopyValue[],
): Promise<void> {
  async function* lines(): AsyncGenerator<string> {
    for await (const rows of readTable(archive, definition, log.refuse, log.addRead)) {
      let text = '';
      for (const row of rows) text += copyLine([feedVersionId, ...toValues(row)]);
      yield text;
    }
  }
  await bulk.copyLines(table, ['feed_version_id', ...columns], lines());
}

async function forgetUnknownParents(load: FeedLoad, unknown: readonly string[]): Promise<void> {
  if (unknown.length === 0) return;
  await load.bulk.db.execute(sql`update gtfs_stop set parent_station = null
    where feed_version_id = ${load.feedVersionId}
    and parent_station = any(${sql.param(unknown)}::text[])`);
}

const AGENCY = ['agency_id', 'name', 'url', 'timezone', 'phone'];
const STOP = [
  'stop_id',
  'number',
  'name',
  'point',
  'location_type',
  'parent_station',
  'wheelchair_boarding',
  'platform_code',
  'stop_access',
];
const ROUTE = ['route_id', 'agency_id', 'short_name', 'long_name', 'route_type', 'colour'];
const TRIP = [
  'trip_id',
  'route_id',
  'service_id',
  'headsign',
  'short_name',
  'wheelchair_accessible',
  'block_id',
];

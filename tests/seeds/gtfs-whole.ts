// A small feed read whole, as the journeys of the tests are searched in it: the tables of the importer,
// without a database.

import type { GtfsFeed, GtfsStopTime } from '#domain/journey/gtfs.ts';
import type { ImportLimits } from '#seeds/pipeline/import-limits.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { openFeedArchive } from '#seeds/sources/gtfs/archive.ts';
import { fillBlankTimes } from '#seeds/sources/gtfs/finish-trip.ts';
import { Ids } from '#seeds/sources/gtfs/ids.ts';
import {
  calendarDateTable,
  calendarTable,
  feedInfoTable,
} from '#seeds/sources/gtfs/map-calendar.ts';
import { agencyTable, routeTable, stopTable } from '#seeds/sources/gtfs/map-network.ts';
import { transferTable } from '#seeds/sources/gtfs/map-transfers.ts';
import { frequencyTable, stopTimeTable, tripTable } from '#seeds/sources/gtfs/map-trips.ts';
import type { GtfsReject } from '#seeds/sources/gtfs/notice.ts';
import { GTFS_FILES } from '#seeds/sources/gtfs/require-tables.ts';
import { createTableParser, type TableDefinition } from '#seeds/sources/gtfs/table.ts';

export type ReadFeed = {
  feed: GtfsFeed;
  readCount: number;
  rejects: GtfsReject[];
  flexRowCount: number;
};

/** `files`: text by file name. */
export function readFeed(files: ReadonlyMap<string, string>): ReadFeed {
  const rejects: GtfsReject[] = [];
  let readCount = 0;
  let flexRowCount = 0;
  const read = <Row>(definition: TableDefinition<Row>): Row[] => {
    const text = files.get(definition.file);
    if (text === undefined) return [];
    const parser = createTableParser(definition, (reject) => rejects.push(reject));
    const rows = [...parser.push(text), ...parser.end()];
    readCount += parser.readCount();
    return rows;
  };
  const [stopIds, routeIds, tripIds] = [new Ids(), new Ids(), new Ids()];
  const agencies = read(agencyTable());
  const stops = read(stopTable(stopIds));
  const routes = read(routeTable(routeIds));
  const calendars = read(calendarTable());
  const calendarDates = read(calendarDateTable());
  const trips = read(tripTable(tripIds, routeIds));
  const onFlex = () => {
    flexRowCount++;
  };
  const stopTimes = read(stopTimeTable(tripIds, stopIds, onFlex)).map(
    ({ trip, stop, line: _, ...call }): GtfsStopTime => ({
      tripId: tripIds.text(trip),
      stopId: stopIds.text(stop),
      ...call,
    }),
  );
  const feed: GtfsFeed = {
    // What on-demand offers say of an agency, and timetables do not.
    agencies: agencies.map(({ email: _, fareUrl: __, ...agency }) => agency),
    stops: stops.map(({ stopAccess: _, ...stop }) => ({
      ...stop,
      parentId: stop.parentId !== null && stopIds.has(stop.parentId) ? stop.parentId : null,
    })),
    routes,
    trips,
    stopTimes: [...Map.groupBy(stopTimes, ({ tripId }) => tripId).values()].flatMap((calls) =>
      fillBlankTimes(calls),
    ),
    calendars,
    calendarDates,
    frequencies: read(frequencyTable(tripIds)),
    transfers: read(transferTable({ stopIds, routeIds, tripIds })),
    feedInfo: read(feedInfoTable())[0] ?? null,
  };
  return { feed, readCount, rejects, flexRowCount };
}

/** Text by file name, and what is left closed. */
export async function readGtfsZip(
  archive: { name: string; bytes: Uint8Array },
  limits?: ImportLimits,
): Promise<{ files: Map<string, string>; ignored: readonly string[] }> {
  const file = memoryFile(archive.name, archive.bytes);
  const opened = await openFeedArchive(limits ? { ...file, limits } : file, GTFS_FILES);
  const files = new Map<string, string>();
  for (const name of opened.sizes.keys()) {
    let text = '';
    for await (const piece of opened.read(name)) text += piece;
    files.set(name, text);
  }
  opened.close();
  return { files, ignored: opened.ignored };
}

// Which number does a stop or a line of a feed get in the timetable, and how is it described there?

import type { GtfsFeed, GtfsStop } from '#domain/journey/gtfs.ts';
import type { TimetableRoute, TimetableStop, Vehicle } from '#domain/journey/timetable.ts';

/** Appends the stops and stations of a feed to `stops`; entrances and nodes are not caught from. */
export function indexStops(
  feed: GtfsFeed & { feedId: string },
  stops: TimetableStop[],
): Map<string, number> {
  const numbers = new Map<string, number>();
  const rows = new Map(feed.stops.map((stop) => [stop.id, stop]));
  const first = stops.length;
  const kept: GtfsStop[] = [];
  for (const row of feed.stops) {
    const point = row.point ?? (row.parentId === null ? null : rows.get(row.parentId)?.point);
    if (!point || row.kind > 1 || numbers.has(row.id)) continue;
    numbers.set(row.id, first + kept.length);
    kept.push({ ...row, point });
  }
  for (const [index, row] of kept.entries()) {
    const parent = row.parentId === null ? undefined : rows.get(row.parentId);
    stops.push({
      feedId: feed.feedId,
      id: row.id,
      name: row.name,
      point: row.point ?? [0, 0],
      station: (parent && numbers.get(parent.id)) ?? first + index,
      platformCode: row.platformCode,
      wheelchair: row.wheelchair === 0 ? (parent?.wheelchair ?? 0) : row.wheelchair,
    });
  }
  return numbers;
}

/** Appends the lines of a feed to `routes`. */
export function indexRoutes(
  feed: GtfsFeed & { feedId: string },
  routes: TimetableRoute[],
): Map<string, number> {
  const numbers = new Map<string, number>();
  const agencies = new Map(feed.agencies.map((agency) => [agency.id, agency]));
  const onlyAgency = feed.agencies.length === 1 ? feed.agencies[0] : undefined;
  for (const { id, agencyId, shortName, longName, type, color } of feed.routes) {
    const agency = (agencyId === null ? undefined : agencies.get(agencyId)) ?? onlyAgency;
    numbers.set(
      id,
      routes.push({
        feedId: feed.feedId,
        id,
        shortName,
        longName,
        type,
        vehicle: vehicleOf(type),
        color,
        agencyName: agency?.name ?? null,
        agencyPhone: agency?.phone ?? null,
      }) - 1,
    );
  }
  return numbers;
}

/** Basic and extended route types in four words a rider knows. */
export function vehicleOf(type: number): Vehicle {
  if (type === 2 || (type >= 100 && type < 200)) return 'train';
  if (type >= 200 && type < 300) return 'coach';
  if (type === 3 || type === 11 || (type >= 700 && type < 900)) return 'bus';
  return 'other';
}

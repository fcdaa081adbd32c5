// Everything an on-demand call may name: drawn areas, groups of stops, areas of stops, single stops.

import type { FlexGroup, FlexPlace, FlexZone } from '#domain/transport/flex-feed.ts';
import type { FeedArchive } from '#seeds/sources/gtfs/archive.ts';
import type { OnReject } from '#seeds/sources/gtfs/table.ts';
import {
  type FlexStop,
  flexStopTable,
  locationGroupStopTable,
  locationGroupTable,
  type Membership,
  stopAreaTable,
} from '#seeds/sources/gtfs-flex/map-places.ts';
import type { ReadRows } from '#seeds/sources/gtfs-flex/read-rows.ts';
import { readZones, ZONES_FILE } from '#seeds/sources/gtfs-flex/read-zones.ts';

export type Places = {
  isStop: (id: string) => boolean;
  isArea: (id: string) => boolean;
  /** Undefined when nothing of that name is anywhere. */
  find: (id: string) => FlexPlace | undefined;
  zones: readonly FlexZone[];
};

export async function readPlaces(
  archive: FeedArchive,
  readRows: ReadRows,
  onReject: OnReject,
): Promise<Places> {
  const stops = new Map((await readRows(flexStopTable())).map((stop) => [stop.id, stop]));
  let text = '';
  for await (const piece of archive.read(ZONES_FILE)) text += piece;
  const drawn = text.trim() === '' ? [] : readZones(text, onReject);
  const zones = new Map<string, FlexZone>();
  for (const [index, zone] of drawn.entries()) {
    if (!stops.has(zone.id)) zones.set(zone.id, zone);
    else onReject(sameName(zone.id, index + 1));
  }
  const members = [
    ...(await readRows(locationGroupTable())).map((row) => ({
      ...row,
      file: 'location_groups.txt',
    })),
    ...(await readRows(locationGroupStopTable())).map((row) => ({
      ...row,
      file: 'location_group_stops.txt',
    })),
    ...(await readRows(stopAreaTable())).map((row) => ({ ...row, file: 'stop_areas.txt' })),
  ];
  const groups = gatherGroups(members, { stops, zones }, onReject);
  return {
    isStop: (id) => stops.has(id),
    isArea: (id) => zones.has(id) || groups.has(id),
    find: (id) => zones.get(id) ?? groups.get(id) ?? stopPlace(stops.get(id)),
    zones: [...zones.values(), ...[...groups.values()].filter((place) => place.kind === 'zone')],
  };
}

function sameName(id: string, line: number) {
  return {
    code: 'duplicate_geography_id' as const,
    file: ZONES_FILE,
    line,
    column: 'id',
    value: id,
    reason: 'identifiant déjà pris par un arrêt',
  };
}

/** A group of drawn areas is one area; a group of stops counts the platforms of its stations. */
function gatherGroups(
  members: readonly (Membership & { file: string })[],
  known: { stops: ReadonlyMap<string, FlexStop>; zones: ReadonlyMap<string, FlexZone> },
  onReject: OnReject,
): Map<string, FlexPlace> {
  const platforms = Map.groupBy(known.stops.values(), ({ parentId }) => parentId ?? '');
  const groups = new Map<string, FlexPlace>();
  for (const [groupId, rows] of Map.groupBy(members, (row) => row.groupId)) {
    const name = rows.find((row) => row.name !== null)?.name ?? null;
    const stops: FlexGroup['stops'][number][] = [];
    const shape: FlexZone['shape'][number][] = [];
    for (const { memberId, file, line } of rows) {
      if (memberId === null) continue;
      const stop = known.stops.get(memberId);
      const zone = known.zones.get(memberId);
      if (stop !== undefined) stops.push(...(platforms.get(memberId) ?? [stop]).map(plainStop));
      else if (zone !== undefined) shape.push(...zone.shape);
      else {
        const reason = 'lieu absent de stops.txt et de locations.geojson';
        const code = 'foreign_key_violation';
        onReject({ code, file, line, column: 'stop_id', value: memberId, reason });
      }
    }
    if (shape.length > 0) groups.set(groupId, { kind: 'zone', id: groupId, name, shape });
    else if (stops.length > 0) groups.set(groupId, { kind: 'stops', id: groupId, name, stops });
  }
  return groups;
}

function stopPlace(stop: FlexStop | undefined): FlexGroup | undefined {
  if (stop === undefined) return undefined;
  return { kind: 'stops', id: stop.id, name: stop.name, stops: [plainStop(stop)] };
}

const plainStop = ({ id, name, point }: FlexStop): FlexGroup['stops'][number] => ({
  id,
  name,
  point,
});

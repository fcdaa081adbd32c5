// On-demand feeds invented for the tests, around two drawn areas of the Charente, and how they are read.

import { expect } from 'vitest';
import { flexOffers } from '#domain/transport/flex-offers.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { openFeedArchive } from '#seeds/sources/gtfs/archive.ts';
import { createFeedLog } from '#seeds/sources/gtfs/feed-log.ts';
import { FLEX_FILES, readFlex } from '#seeds/sources/gtfs-flex/read-flex.ts';
import type { Files } from '#tests/domain/journey/tiny-feed.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';

/** A square of so many degrees, from its south-west corner, as a feature of locations.geojson. */
export function square(id: string, [lon, lat]: readonly [number, number], size = 0.1, more = {}) {
  const ring = [
    [lon, lat],
    [lon + size, lat],
    [lon + size, lat + size],
    [lon, lat + size],
    [lon, lat],
  ];
  return {
    type: 'Feature',
    id,
    properties: { stop_name: `Zone ${id}` },
    geometry: { type: 'Polygon', coordinates: [ring] },
    ...more,
  };
}

export const collection = (...features: readonly object[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });

const CALL_HEADER =
  'trip_id,stop_sequence,stop_id,location_group_id,location_id,pickup_type,drop_off_type,start_pickup_drop_off_window,end_pickup_drop_off_window,pickup_booking_rule_id,drop_off_booking_rule_id';

/** Lines of stop_times.txt under its header. */
export const flexCalls = (...lines: readonly string[]): string =>
  [CALL_HEADER, ...lines].join('\n');

/** Trip T of route TAD: from zone Z1 to zone Z2 on weekdays, 8 h to 12 h, the day before 17 h. */
export function flexFiles(): Files {
  return {
    'agency.txt':
      'agency_id,agency_name,agency_url,agency_timezone,agency_phone\nA,Les Navettes,https://a.example,Europe/Paris,05 36 49 00 01\n',
    'routes.txt':
      'route_id,agency_id,route_long_name,route_desc,route_type\nTAD,A,La navette du marché,Vers le bourg,715\n',
    'calendar.txt':
      'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nW,1,1,1,1,1,0,0,20260101,20261231\n',
    'calendar_dates.txt': 'service_id,date,exception_type\nW,20260514,2\n',
    'trips.txt':
      'route_id,service_id,trip_id,safe_duration_factor,safe_duration_offset\nTAD,W,T,1.5,600\n',
    'booking_rules.txt':
      'booking_rule_id,booking_type,prior_notice_last_day,prior_notice_last_time,phone_number,message\nB,2,1,17:00:00,05 36 49 00 02,Dites votre adresse.\n',
    'locations.geojson': collection(square('Z1', [0, 45.3]), square('Z2', [0.2, 45.3])),
    'stop_times.txt': flexCalls(
      'T,1,,,Z1,2,1,08:00:00,12:00:00,B,B',
      'T,2,,,Z2,1,2,08:00:00,12:00:00,B,B',
    ),
  };
}

/** The model of a feed, and what is refused in it: « file:line column reason ». */
export async function readFlexFiles(files: Files) {
  const archive = await openFeedArchive(memoryFile('flex.zip', zipOf(files)), FLEX_FILES);
  const said: string[] = [];
  const log = createFeedLog(({ file, line, column, reason }) =>
    said.push(`${file}:${line} ${column} ${reason}`),
  );
  const { model } = await readFlex(archive, log);
  archive.close();
  return { model, said };
}

/** The feed with these lines of stop_times.txt. */
export const withCalls = (...lines: readonly string[]): Files => ({
  ...flexFiles(),
  'stop_times.txt': flexCalls(...lines),
});

/** Offers of a feed where `covers` says which area holds another. */
export async function offersOf(files: Files, covers: { outerId: string; innerId: string }[] = []) {
  const { model, said } = await readFlexFiles(files);
  expect(said).toEqual([]);
  return flexOffers(
    { ...model, covers },
    {
      feedId: 'car',
      sourceId: 's',
      asOf: '2026-01-01',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      today: '2026-11-22',
    },
  );
}

export const withTrips = (ids: readonly string[], ...lines: string[]): Files => ({
  ...withCalls(...lines),
  'trips.txt': `route_id,service_id,trip_id\n${ids.map((id) => `TAD,W,${id}`).join('\n')}`,
});

/** Calls at the two ends of a trip. */
export const there = 'Z1,2,1,08:00:00,12:00:00,B,B';
export const arrival = 'Z2,1,2,08:00:00,12:00:00,B,B';

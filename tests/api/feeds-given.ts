// Archives the tests send to an organization: a line with printed times, and feeds each broken in one way.

import type { FeedNotice } from '#domain/transport/feed-reading.ts';
import { flexFiles } from '#tests/seeds/flex-feed.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';

/** Two trips there, one of them by a stop to ask for, and one back. */
export const LINE_FILES = {
  'agency.txt': 'agency_name,agency_url,agency_timezone\nCars,https://a.example,Europe/Paris\n',
  'routes.txt': 'route_id,route_short_name,route_long_name,route_type\nL1,1,Le marché,3\n',
  'stops.txt':
    'stop_id,stop_name,stop_lat,stop_lon\nA,Mairie,45.3,0\nB,Pont,45.31,0.01\nC,Gare,45.4,0.1\n',
  'calendar.txt': flexFiles()['calendar.txt'] ?? '',
  'trips.txt':
    'route_id,service_id,trip_id,trip_headsign,direction_id\nL1,W,T1,Gare,0\nL1,W,T2,Gare,0\nL1,W,T3,Mairie,1\n',
  'stop_times.txt':
    'trip_id,stop_sequence,stop_id,arrival_time,departure_time,pickup_type\nT1,1,A,08:00:00,08:00:00,\nT1,2,C,08:20:00,08:20:00,\nT2,1,A,14:00:00,14:00:00,\nT2,2,B,14:05:00,14:05:00,2\nT2,3,C,14:20:00,14:20:00,\nT3,1,C,17:00:00,17:00:00,\nT3,2,A,17:20:00,17:20:00,\n',
};

/** As many routes as asked, each with one trip: on demand between two areas, or at printed times. */
export function crowdedFeed(count: number, kind: 'line' | 'flex'): Uint8Array {
  const base = kind === 'line' ? LINE_FILES : flexFiles();
  const ranks = Array.from({ length: count }, (_, rank) => rank);
  const calls = (base['stop_times.txt'] ?? '').trim().split('\n');
  const [header = ''] = calls;
  const ofTrip = calls.slice(1, 3).map((line) => line.replace(/^[^,]+/, ''));
  const rows = ranks.flatMap((rank) => ofTrip.map((line) => `T${rank}${line}`));
  const lines = (first: string, rowOf: (rank: number) => string) =>
    `${[first, ...ranks.map(rowOf)].join('\n')}\n`;
  return zipOf({
    ...base,
    'routes.txt': lines(
      'route_id,route_short_name,route_type',
      (rank) => `R${rank},${rank},${kind === 'line' ? 3 : 715}`,
    ),
    'trips.txt': lines('route_id,service_id,trip_id', (rank) => `R${rank},W,T${rank}`),
    'stop_times.txt': [header, ...rows].join('\n'),
  });
}

const TOO_MANY = { code: 'too_many_rows', severity: 'error', file: 'routes.txt' } as const;

/** Each with what must be told of it. */
export function brokenFeeds(): [Uint8Array, Partial<FeedNotice>][] {
  const broken = (name: string, change: (content: string) => string) => {
    const files = flexFiles();
    return zipOf({ ...files, [name]: change(files[name] ?? '') });
  };
  return [
    [
      broken('booking_rules.txt', (content) => content.replace('17:00:00', '')),
      {
        code: 'missing_prior_notice_last_time',
        file: 'booking_rules.txt',
        line: 2,
        field: 'prior_notice_last_time',
      },
    ],
    [
      broken('stop_times.txt', (content) => content.replace('Z2', 'Z9')),
      { code: 'foreign_key_violation', file: 'stop_times.txt', line: 3, field: 'location_id' },
    ],
    [
      broken('calendar.txt', (content) => content.replace('20261231', '20251231')),
      { code: 'start_and_end_range_out_of_order', file: 'calendar.txt', line: 2 },
    ],
    [
      broken('locations.geojson', (content) => content.slice(0, -5)),
      { code: 'malformed_json', file: 'locations.geojson', line: 1 },
    ],
    [
      broken('routes.txt', (content) => content.replace('route_id', 'route')),
      { code: 'missing_required_column', file: 'routes.txt' },
    ],
    [crowdedFeed(201, 'line'), TOO_MANY],
    [crowdedFeed(201, 'flex'), TOO_MANY],
    [zipOf({ 'agency.txt': 'agency_id\n' }), { code: 'missing_required_file' }],
    [Buffer.from('no archive'), { code: 'unreadable_archive' }],
    [zipOf({ 'x_offers.json': '{}' }), { code: 'malformed_json', file: 'x_offers.json', line: 1 }],
  ];
}

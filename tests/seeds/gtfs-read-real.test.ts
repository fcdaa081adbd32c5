import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { dayView } from '#domain/journey/day-view.ts';
import { journeysDepartAfter } from '#domain/journey/transit-search.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { at, between, type Files } from '#tests/domain/journey/tiny-feed.ts';
import { type ReadFeed, readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';

const read = (files: Files): ReadFeed => readFeed(new Map(Object.entries(files)));
const open = (bytes: Buffer) => readGtfsZip({ name: 'essai.zip', bytes });

const miniFeeds = sharedFile('data/gtfs/mini-feeds', 'Mini feeds of the national validator');

describe.runIf(miniFeeds)('the mini feeds of the national validator', () => {
  const folder = (name: string): Files =>
    Object.fromEntries(
      readdirSync(`${miniFeeds}/${name}`).map((file) => [
        file,
        readFileSync(`${miniFeeds}/${name}/${file}`, 'utf8'),
      ]),
    );
  const faultsOf = (name: string) =>
    read(folder(name)).rejects.map(({ file, line, column }) => `${file}:${line} ${column}`);

  test('coordinate_with_driver_stops: pickups and drop-offs to arrange are kept as such', () => {
    const files = folder('coordinate_with_driver_stops');
    const { feed } = read({
      ...files,
      'routes.txt': (files['routes.txt'] ?? '').replace('\n1,', '\nroute1,'),
    });
    expect(feed.stopTimes.some((call) => call.dropOff === 3)).toBe(true);
    expect(feed.stopTimes.some((call) => call.pickup === 2 || call.dropOff === 2)).toBe(false);
  });

  test('invalid_stop_file: line 13 of stops.txt, and what hangs on it', () => {
    expect(faultsOf('invalid_stop_file')).toContain('stops.txt:13 stop_lat');
  });

  test('stops: no coordinates and coordinates off the map', () => {
    const faults = faultsOf('stops');
    expect(faults.filter((fault) => fault.startsWith('stops.txt'))).toEqual([
      'stops.txt:19 stop_lat',
      'stops.txt:20 stop_lat',
    ]);
  });

  test('stop_times_increase: a departure before the arrival', () => {
    expect(faultsOf('stop_times_increase').join()).toContain('departure_time');
  });

  test('interpolated_stop_times: trip2 has no first time, trip1 is fine', () => {
    const files = folder('interpolated_stop_times');
    const routes = (files['routes.txt'] ?? '').replace('\n1,', '\nroute1,');
    const calendar =
      'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nservice1,1,1,1,1,1,1,1,20260101,20261231\n';
    const { feed } = read({ ...files, 'routes.txt': routes, 'calendar.txt': calendar });
    const { notices, arrivals } = buildTimetable([{ feedId: 'mini', ...feed }]);
    expect(notices).toEqual([
      { feedId: 'mini', tripId: 'trip2', fault: 'first_or_last_time_missing' },
    ]);
    // All its stops are at one point: the blank time is half way.
    expect([...arrivals]).toEqual([at('14:00'), at('14:30'), at('15:00')]);
  });
});

const sample = sharedFile('data/gtfs/sample-feed-1.zip', 'Sample feed of the specification');

test.runIf(sample)('the sample feed of the specification is read and searched', async () => {
  const { files } = await open(readFileSync(sample ?? ''));
  const { feed, rejects } = readFeed(files);
  expect(rejects).toEqual([]);
  const view = dayView(buildTimetable([{ feedId: 'sample', ...feed }]), '2007-06-05');
  const query = between(view, 'STAGECOACH', 'BEATTY_AIRPORT');
  const [journey] = journeysDepartAfter(view, query, at('06:10'));
  expect(journey?.departSeconds).toBe(at('06:30'));
  expect(journey?.arriveSeconds).toBe(at('06:50'));
});

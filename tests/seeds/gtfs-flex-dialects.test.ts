import { describe, expect, test } from 'vitest';
import type { Files } from '#tests/domain/journey/tiny-feed.ts';
import {
  arrival,
  flexCalls,
  flexFiles,
  offersOf,
  readFlexFiles,
  there,
  withCalls,
} from '#tests/seeds/flex-feed.ts';

describe('dialects of on-demand feeds', () => {
  const plain = async () => (await offersOf(flexFiles()))[0]?.patterns;

  test('windows misspelt, a mark before the header, lines in any order', async () => {
    const text = flexCalls(`T,2,,,${arrival}`, `T,1,,,${there}`);
    const files = {
      ...flexFiles(),
      'stop_times.txt': `\uFEFF${text.replaceAll('pickup_drop_off_window', 'pickup_dropoff_window')}`,
    };
    expect((await offersOf(files))[0]?.patterns).toEqual(await plain());
  });

  test('an area named in stop_id, by a group, or by an area of stops', async () => {
    const inStopId = withCalls(
      'T,1,Z1,,,2,1,08:00:00,12:00:00,B,B',
      'T,2,Z2,,,1,2,08:00:00,12:00:00,B,B',
    );
    expect((await offersOf(inStopId))[0]?.patterns).toEqual(await plain());
    const grouped = {
      ...withCalls('T,1,,G,,2,1,08:00:00,12:00:00,B,B', 'T,2,A9,,,1,2,08:00:00,12:00:00,B,B'),
      'location_groups.txt': 'location_group_id,location_id,location_group_name\nG,Z1,Un\nG,Z2,\n',
      'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\nS1,Mairie,45.3,0\n',
      'stop_areas.txt': 'area_id,stop_id\nA9,S1\n',
    };
    const { model, said } = await readFlexFiles(grouped);
    expect(said).toEqual([]);
    expect(model.places).toMatchObject([
      { kind: 'zone', id: 'G', shape: [expect.anything(), expect.anything()] },
      { kind: 'stops', id: 'A9' },
    ]);
  });

  test('one line is a service within its area; so is the same area twice under one sequence', async () => {
    const [one] = await offersOf(withCalls('T,1,,,Z1,2,2,08:00:00,12:00:00,B,B'));
    const [twice] = await offersOf(
      withCalls('T,1,,,Z1,2,2,08:00:00,12:00:00,B,B', 'T,1,,,Z1,2,2,08:00:00,12:00:00,B,B'),
    );
    expect(one?.patterns).toMatchObject([{ rule: 'within', originId: 'Z1', destinationId: null }]);
    expect(twice?.patterns).toEqual(one?.patterns);
  });

  test('durations of the drafts stand on the calls, in minutes', async () => {
    const header = `${flexCalls().trim()},mean_duration_factor,mean_duration_offset`;
    const files: Files = {
      ...flexFiles(),
      'trips.txt': 'route_id,service_id,trip_id\nTAD,W,T\n',
      'stop_times.txt': [header, `T,1,,,${there},1.2,9`, `T,2,,,${arrival},1.2,9`].join('\n'),
    };
    expect((await offersOf(files))[0]?.patterns).toMatchObject([
      { durationFactor: 1.2, durationOffsetSeconds: 540 },
    ]);
  });

  test('days listed one by one, without calendar.txt', async () => {
    const { 'calendar.txt': _, ...files } = flexFiles();
    const offers = await offersOf({
      ...files,
      'calendar_dates.txt': 'service_id,date,exception_type\nW,20260602,1\nW,20260601,1\n',
    });
    expect(offers[0]?.patterns[0]?.calendar).toMatchObject({
      weekdays: [],
      startsOn: null,
      exceptions: [
        { date: '2026-06-01', runs: true },
        { date: '2026-06-02', runs: true },
      ],
    });
  });

  test('calls at fixed times are left to the timetable', async () => {
    const files = {
      ...flexFiles(),
      'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\nX,X,45.3,0\nY,Y,45.4,0\n',
      'trips.txt': 'route_id,service_id,trip_id\nTAD,W,T\nTAD,W,SCHED\n',
      'stop_times.txt': [
        'trip_id,stop_sequence,stop_id,location_id,arrival_time,departure_time,pickup_type,drop_off_type,start_pickup_drop_off_window,end_pickup_drop_off_window',
        'SCHED,1,X,,08:00:00,08:00:00,,,,',
        'SCHED,2,Y,,08:30:00,08:30:00,,,,',
        'T,1,,Z1,,,2,1,08:00:00,12:00:00',
        'T,2,,Z2,,,1,2,08:00:00,12:00:00',
      ].join('\n'),
    };
    const { model, said } = await readFlexFiles(files);
    expect(said).toEqual([]);
    expect(model.trips.map(({ id }) => id)).toEqual(['T']);
  });
});

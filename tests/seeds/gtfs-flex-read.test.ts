import { describe, expect, test } from 'vitest';
import { flexOffers } from '#domain/transport/flex-offers.ts';
import type { Files } from '#tests/domain/journey/tiny-feed.ts';
import {
  collection,
  flexCalls,
  flexFiles,
  readFlexFiles,
  square,
  withCalls,
} from '#tests/seeds/flex-feed.ts';

/** Offers of a feed where `covers` says which area holds another. */
async function offersOf(files: Files, covers: { outerId: string; innerId: string }[] = []) {
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

const withTrips = (ids: readonly string[], ...lines: string[]): Files => ({
  ...withCalls(...lines),
  'trips.txt': `route_id,service_id,trip_id\n${ids.map((id) => `TAD,W,${id}`).join('\n')}`,
});

const there = 'Z1,2,1,08:00:00,12:00:00,B,B';
const arrival = 'Z2,1,2,08:00:00,12:00:00,B,B';

describe('an on-demand feed as offers', () => {
  test('one route is one offer, with its provider, days, hours, durations and way of booking', async () => {
    const [offer, ...others] = await offersOf(flexFiles());
    expect(others).toEqual([]);
    expect(offer).toMatchObject({
      id: 'flex-car-TAD',
      kind: 'on_demand',
      name: 'La navette du marché',
      summary: 'Vers le bourg',
      status: 'active',
      statusNote: 'Valable du 01/01/2026 au 31/12/2026',
      provider: { name: 'Les Navettes', phone: '05 36 49 00 01' },
      booking: {
        notice: { kind: 'days_before', days: 1, businessDays: false, atMinute: 1020 },
        channels: ['phone'],
        phone: '05 36 49 00 02',
      },
      conditions: ['Dites votre adresse.'],
    });
    expect(offer?.patterns).toMatchObject([
      {
        id: 'flex-car-TAD-1',
        rule: 'from_to',
        originId: 'Z1',
        destinationId: 'Z2',
        bothWays: false,
        pickup: 'door',
        windows: [{ from: 480, to: 720 }],
        durationFactor: 1.5,
        durationOffsetSeconds: 600,
        calendar: {
          weekdays: [1, 2, 3, 4, 5],
          startsOn: '2026-01-01',
          exceptions: [{ date: '2026-05-14', runs: false }],
        },
      },
    ]);
  });

  test('a trip and its way back are one pattern; trips at other hours are its windows', async () => {
    const back = (trip: string, hours: string) => [
      `${trip},1,,,Z2,2,1,${hours},B,B`,
      `${trip},2,,,Z1,1,2,${hours},B,B`,
    ];
    const forth = (trip: string, hours: string) => [
      `${trip},1,,,Z1,2,1,${hours},B,B`,
      `${trip},2,,,Z2,1,2,${hours},B,B`,
    ];
    const morning = '08:00:00,12:00:00';
    const evening = '14:00:00,18:00:00';
    const files = withTrips(
      ['T1', 'T2', 'T3', 'T4'],
      ...forth('T1', morning),
      ...forth('T2', evening),
      ...back('T3', morning),
      ...back('T4', evening),
    );
    const [offer] = await offersOf(files);
    expect(offer?.patterns).toMatchObject([
      {
        rule: 'from_to',
        bothWays: true,
        windows: [
          { from: 480, to: 720 },
          { from: 840, to: 1080 },
        ],
      },
    ]);
    const [inner] = await offersOf(files, [{ outerId: 'Z2', innerId: 'Z1' }]);
    expect(inner?.patterns).toMatchObject([
      { rule: 'starts_or_ends_in', originId: 'Z1', destinationId: 'Z2' },
    ]);
  });

  test('three areas in a row lead each to the later ones', async () => {
    const [offer] = await offersOf({
      ...withCalls(
        `T,1,,,${there}`,
        'T,2,,,Z2,2,2,08:00:00,12:00:00,B,B',
        'T,3,,,Z3,1,2,08:00:00,12:00:00,B,B',
      ),
      'locations.geojson': collection(
        square('Z1', [0, 45.3]),
        square('Z2', [0.2, 45.3]),
        square('Z3', [0.4, 45.3]),
      ),
    });
    expect(offer?.patterns.map(({ originId, destinationId }) => [originId, destinationId])).toEqual(
      [
        ['Z1', 'Z2'],
        ['Z1', 'Z3'],
        ['Z2', 'Z3'],
      ],
    );
  });

  test('stops and groups of stops are served at the stop', async () => {
    const files: Files = {
      ...withCalls('T,1,S1,,,2,1,08:00:00,12:00:00,B,B', 'T,2,,G,,1,2,08:00:00,12:00:00,B,B'),
      'stops.txt':
        'stop_id,stop_name,stop_lat,stop_lon,parent_station\nS1,Mairie,45.3,0,\nGare,Gare,45.4,0,\nQ1,Quai 1,45.4,0,Gare\n',
      'location_groups.txt': 'location_group_id,location_group_name\nG,Le bourg\n',
      'location_group_stops.txt': 'location_group_id,stop_id\nG,Gare\n',
    };
    const [offer] = await offersOf(files);
    expect(offer?.patterns).toMatchObject([{ originId: 'S1', destinationId: 'G', pickup: 'stop' }]);
    const { model } = await readFlexFiles(files);
    expect(model.places).toMatchObject([
      { kind: 'stops', id: 'S1', stops: [{ name: 'Mairie' }] },
      { kind: 'stops', id: 'G', name: 'Le bourg', stops: [{ id: 'Q1' }] },
    ]);
  });

  test('ways of booking that differ make offers of their own', async () => {
    const offers = await offersOf({
      ...withTrips(
        ['T1', 'T2'],
        'T1,1,,,Z1,2,1,08:00:00,12:00:00,B,B',
        'T1,2,,,Z2,1,2,08:00:00,12:00:00,B,B',
        'T2,1,,,Z1,2,1,14:00:00,18:00:00,C,C',
        'T2,2,,,Z2,1,2,14:00:00,18:00:00,C,C',
      ),
      'booking_rules.txt':
        'booking_rule_id,booking_type,prior_notice_duration_min,prior_notice_last_day,prior_notice_last_time,prior_notice_service_id,booking_url\nB,1,120,,,,https://r.example\nC,2,,2,12:00:00,W,\n',
    });
    expect(offers.map(({ id, booking }) => [id, booking?.notice, booking?.channels])).toEqual([
      ['flex-car-TAD', { kind: 'elapsed', minMinutes: 120, maxMinutes: null }, ['phone', 'online']],
      [
        'flex-car-TAD-2',
        { kind: 'days_before', days: 2, businessDays: true, atMinute: 720, opensDaysBefore: null },
        ['phone'],
      ],
    ]);
  });

  test('an offer of a period that is over is to be confirmed', async () => {
    const { model } = await readFlexFiles(flexFiles());
    const [offer] = flexOffers(
      { ...model, covers: [] },
      {
        feedId: 'car',
        sourceId: 's',
        asOf: null,
        validFrom: '2024-01-01',
        validTo: '2025-01-31',
        today: '2026-11-22',
      },
    );
    expect(offer).toMatchObject({
      status: 'to_confirm',
      statusNote: 'Publié du 01/01/2024 au 31/01/2025',
    });
  });
});

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

import { describe, expect, test } from 'vitest';
import { flexOffers } from '#domain/transport/flex-offers.ts';
import type { Files } from '#tests/domain/journey/tiny-feed.ts';
import {
  collection,
  flexFiles,
  offersOf,
  readFlexFiles,
  square,
  there,
  withCalls,
  withTrips,
} from '#tests/seeds/flex-feed.ts';

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

// Does a feed written of our offers read back, by the reader of feeds of others, as what the format can say?

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportFeed } from '#domain/transport/export-gtfs/export-feed.ts';
import { wantedShapes } from '#domain/transport/export-gtfs/export-places.ts';
import { SIDECAR_FILE, sidecarDocuments } from '#domain/transport/export-gtfs/offers-sidecar.ts';
import type { ZoneShape } from '#domain/transport/flex-feed.ts';
import { flexOffers } from '#domain/transport/flex-offers.ts';
import type { BookingNotice, Offer, ServiceArea, TravelPattern } from '#domain/transport/offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { documentOf } from '#seeds/demo/write/write-demo-workspaces.ts';
import {
  bookingRule,
  communes,
  namedPoints,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';
import { offerWith } from '#tests/domain/transport/drawn-offers.ts';
import { readFlexFiles } from '#tests/seeds/flex-feed.ts';
import { readFeed } from '#tests/seeds/gtfs-whole.ts';

const FROM = '2026-11-27';
const PUBLISHER = { name: 'Essai', url: 'https://essai.example', email: null };

/** Outlines of their own for every area asked for. */
function squares(offers: readonly Offer[]): ReadonlyMap<string, ZoneShape> {
  const { communes: asked, territories } = wantedShapes(offers);
  return new Map(
    [...asked.keys(), ...territories.keys()].sort().map((key, rank): [string, ZoneShape] => {
      const [west, south] = [(rank % 20) / 10, 45 + Math.floor(rank / 20) / 10];
      const [east, north] = [west + 0.05, south + 0.05];
      return [
        key,
        [
          [
            [
              [west, south],
              [east, south],
              [east, north],
              [west, north],
              [west, south],
            ],
          ],
        ],
      ];
    }),
  );
}

function exported(documents: readonly OfferDocument[], from = FROM) {
  const entries = documents.map((document) => ({ document, shown: document.offer }));
  const shapes = squares(entries.map(({ shown }) => shown));
  return exportFeed({ entries, shapes, publisher: PUBLISHER, from, version: '1' });
}

async function readBack(documents: readonly OfferDocument[]) {
  const { files, leftOut } = exported(documents);
  const { model, said } = await readFlexFiles(Object.fromEntries(files));
  const offers = flexOffers(
    { ...model, covers: [] },
    {
      feedId: 'e',
      sourceId: 's',
      asOf: null,
      validFrom: FROM,
      validTo: '2027-11-26',
      today: FROM,
    },
  );
  return { files, leftOut, said, model, offers };
}

describe('the offers of the demonstration as a feed', () => {
  test('read back without a fault, with the kind, the name, the booking and the hours of each', async () => {
    const documents = DEMO_OFFERS.map(documentOf);
    const { said, offers, leftOut } = await readBack(documents);
    expect(said).toEqual([]);
    expect(offers.length).toBeGreaterThan(2);
    for (const read of offers) {
      const written = DEMO_OFFERS.find(({ name }) => name === read.name);
      if (written === undefined) throw new Error(`« ${read.name} » is no offer of ours`);
      expect(read.kind).toBe(written.kind);
      expect(read.booking?.phone ?? read.phone).toBe(
        written.booking === null
          ? (written.provider?.phone ?? null)
          : (written.booking.phone ?? written.phone),
      );
      if (written.booking !== null) expect(read.booking?.notice).toEqual(written.booking.notice);
    }
    const silent = DEMO_OFFERS.filter(({ name }) => !offers.some((read) => read.name === name));
    for (const { id } of silent) expect(leftOut.map(({ offerId }) => offerId)).toContain(id);
  });

  test('are whole in the file beside it, and make the same bytes whatever their order', () => {
    const documents = DEMO_OFFERS.map(documentOf);
    const { files } = exported(documents);
    const whole = sidecarDocuments(JSON.parse(files.get(SIDECAR_FILE) ?? ''));
    const byId = (a: OfferDocument, b: OfferDocument) => (a.offer.id < b.offer.id ? -1 : 1);
    expect(whole).toEqual(documents.toSorted(byId));
    expect(exported(documents.toReversed()).files).toEqual(files);
    expect(exported(whole as OfferDocument[]).files).toEqual(files);
  });
});

describe('what a feed says of an offer', () => {
  const only = (pattern: Partial<TravelPattern>, change: Partial<Offer> = {}) =>
    offerWith({ patterns: [travelPattern({ id: 'p', ...pattern })], ...change });

  test('within one zone: two rows of the same zone, one to board and one to alight', async () => {
    const { files } = await readBack([
      only({ rule: 'within', origin: communes('16230'), windows: [{ from: 480, to: 720 }] }),
    ]);
    expect(files.get('stop_times.txt')?.split('\n').slice(1, 3)).toEqual([
      'o:p:0:1,,,,,zone:o:p/origin,1,08:00:00,12:00:00,2,1,o,',
      'o:p:0:1,,,,,zone:o:p/origin,2,08:00:00,12:00:00,1,2,,o',
    ]);
  });

  test('both ways are two trips, each window a trip of its own, and read back as one pattern', async () => {
    const { offers, model } = await readBack([
      only({
        rule: 'from_to',
        origin: communes('16230'),
        destination: namedPoints(['Gare', [0.1, 45.4], 200]),
        bothWays: true,
        windows: [
          { from: 480, to: 720 },
          { from: 840, to: 1080 },
        ],
      }),
    ]);
    expect(model.trips).toHaveLength(4);
    expect(offers[0]?.patterns).toMatchObject([
      {
        rule: 'from_to',
        bothWays: true,
        windows: [
          { from: 480, to: 720 },
          { from: 840, to: 1080 },
        ],
      },
    ]);
  });

  test('holidays, school days and ranks in the month are dates, over a year', async () => {
    const { files } = await readBack([
      only({ calendar: serviceCalendar({ weekdays: [2], nthOfMonth: [1] }) }),
    ]);
    expect(files.has('calendar.txt')).toBe(false);
    const dates = files.get('calendar_dates.txt')?.trim().split('\n').slice(1) ?? [];
    expect(dates).toHaveLength(12);
    expect(dates[0]).toBe('o:p,20261201,1');
    const weekly = await readBack([only({ calendar: serviceCalendar({ weekdays: [5] }) })]);
    expect(weekly.files.get('calendar.txt')).toContain('o:p,0,0,0,0,1,0,0,20261127,20271126');
    expect(weekly.files.get('calendar_dates.txt')).toContain('o:p,20261225,2');
  });

  test('days of work are counted on a service without trips', async () => {
    const notice: BookingNotice = {
      kind: 'days_before',
      days: 2,
      businessDays: true,
      atMinute: 1020,
      opensDaysBefore: null,
    };
    const { files, offers } = await readBack([only({}, { booking: bookingRule({ notice }) })]);
    expect(files.get('calendar.txt')).toContain('jours-ouvres,1,1,1,1,1,0,0');
    expect(offers[0]?.booking?.notice).toEqual(notice);
  });

  test('one price for every ride is a fare; a price by distance is told in words', async () => {
    const { provenance } = offerWith().offer;
    const flat = only(
      {},
      { fares: [{ kind: 'flat', cents: 230, per: 'leg', note: null, provenance }] },
    );
    expect(exported([flat]).files.get('fare_products.txt')).toContain(',2.30,EUR');
    const { files } = exported([only({})]);
    expect(files.has('fare_products.txt')).toBe(false);
    expect(files.get('booking_rules.txt')).toMatch(/Tarif : 0,\d\d € le km/);
  });

  test('prices by zones of communes are fares between the stops of a line', () => {
    const base = offerWith({ kind: 'scheduled_line', patterns: [] });
    const { provenance } = base.offer;
    const stops = ['a', 'b', 'c'].map((id, rank) => ({
      id,
      name: `Arrêt ${id}`,
      insee: `1600${rank}`,
      point: [0.1 * rank, 45.3] as [number, number],
    }));
    const zones = [
      { name: 'Nord', insees: ['16000', '16001'] },
      { name: 'Sud', insees: ['16002'] },
    ];
    const prices = [
      { from: 'Nord', to: 'Nord', cents: 100 },
      { from: 'Sud', to: 'Nord', cents: 250 },
      { from: 'Sud', to: 'Sud', cents: 100 },
    ];
    const line = (known: typeof prices): OfferDocument => ({
      ...base,
      offer: {
        ...base.offer,
        fares: [{ kind: 'zone', zones, prices: known, note: null, provenance }],
      },
      timetable: {
        stops,
        directions: [
          { headsign: 'Sud', stopIds: ['a', 'b', 'c'] },
          { headsign: '', stopIds: [] },
        ],
        calendars: [{ name: 'semaine', calendar: serviceCalendar({ weekdays: [1] }) }],
        trips: [
          { id: 't', direction: 0, calendar: 'semaine', minutes: [480, 490, 500], note: null },
        ],
      },
    });
    const { files } = exported([line(prices)]);
    const { id } = base.offer;
    const rows = (file: string) => files.get(file)?.trim().split(/\r?\n/).slice(1).toSorted();
    expect(rows('stop_areas.txt')).toEqual([
      `${id}:zone:Nord,${id}:a`,
      `${id}:zone:Nord,${id}:b`,
      `${id}:zone:Sud,${id}:c`,
    ]);
    expect(rows('fare_products.txt')).toHaveLength(2);
    const rule = (from: string, to: string, cents: number) =>
      `${id},${id},${id}:zone:${from},${id}:zone:${to},${id}:${cents}`;
    expect(rows('fare_leg_rules.txt')).toEqual([
      rule('Nord', 'Nord', 100),
      rule('Nord', 'Sud', 250),
      rule('Sud', 'Nord', 250),
      rule('Sud', 'Sud', 100),
    ]);
    // A price nobody knows is not guessed: the feed says none, the sidecar has them all.
    const partly = exported([line(prices.slice(0, 1))]).files;
    expect(partly.has('fare_leg_rules.txt')).toBe(false);
    expect(sidecarDocuments(JSON.parse(partly.get(SIDECAR_FILE) ?? ''))).toMatchObject([
      { offer: { fares: [{ kind: 'zone', prices: prices.slice(0, 1) }] } },
    ]);
  });

  test('prices by distance and by zone at the door are told whole, and kept whole', () => {
    const { provenance } = offerWith().offer;
    const fares: Offer['fares'] = [
      {
        kind: 'per_km',
        centsPerKm: 32,
        basis: 'driver_loop',
        waitRule: { freeMinutes: 90, kmFactorBeyond: 2, driverGoesHomeFactor: 1 },
        band: { fromKm: 10, toKm: 30 },
        note: 'par voiture.',
        provenance,
      },
      { kind: 'limits', minCents: 300, maxCents: null, per: 'round_trip', note: null, provenance },
      { kind: 'pass', cents: 1500, trips: 10, per: 'book', note: null, provenance },
      {
        kind: 'zone',
        zones: [{ name: 'A', insees: ['16000'] }],
        prices: [
          { from: 'A', to: 'A', cents: 200 },
          { from: 'A', to: 'B', cents: 350 },
        ],
        note: null,
        provenance,
      },
    ];
    const { files } = exported([only({}, { fares })]);
    const message = files.get('booking_rules.txt') ?? '';
    for (const said of [
      '0,32 € le km (depuis le domicile du conducteur et retour) de 10 à 30 km, attente comprise 90 min, km comptés 2 fois au-delà (par voiture)',
      'au moins 3,00 € l’aller et retour',
      'carnet de 10 trajets 15,00 €',
      '2,00 € dans la zone A, 3,50 € entre les zones A et B, le trajet',
    ]) {
      expect(message).toContain(said);
    }
    expect(sidecarDocuments(JSON.parse(files.get(SIDECAR_FILE) ?? ''))).toMatchObject([
      { offer: { fares } },
    ]);
  });

  test('the timetable of a line reads back stop by stop, with the stops to ask for', () => {
    const base = offerWith({ kind: 'scheduled_line', patterns: [] });
    const stops = ['A', 'B', 'C'].map((name, rank) => ({
      id: name,
      name: `Arrêt ${name}`,
      insee: null,
      point: [rank / 10, 45] as const,
    }));
    const trip = { direction: 0 as const, calendar: 'semaine', note: null };
    const timetable = {
      stops,
      directions: [
        { headsign: 'Le bourg', stopIds: ['A', 'B', 'C'] },
        { headsign: '', stopIds: [] },
      ] as const,
      calendars: [{ name: 'semaine', calendar: serviceCalendar({ holidays: 'runs' }) }],
      trips: [
        { ...trip, id: 't1', minutes: [480, null, 500], booked: [false, false, true] },
        { ...trip, id: 't2', minutes: [1430, 1445, 1450], note: 'Jours de marché' },
        { ...trip, id: 'back', minutes: [600, 590, 610] },
        { ...trip, id: 'alone', minutes: [600, null, null] },
      ],
    };
    const { files, leftOut } = exported([{ ...base, timetable }]);
    expect(leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      ['o:back', 'unusable_trip'],
      ['o:alone', 'unusable_trip'],
    ]);
    const { feed, rejects } = readFeed(files);
    expect(rejects).toEqual([]);
    expect(feed.trips.map(({ id, shortName }) => [id, shortName])).toEqual([
      ['o:t1', null],
      ['o:t2', 'Jours de marché'],
    ]);
    const calls = feed.stopTimes.map((call) => [call.tripId, call.stopId, call.departureSeconds]);
    expect(calls).toEqual([
      ['o:t1', 'o:A', 28_800],
      ['o:t1', 'o:C', 30_000],
      ['o:t2', 'o:A', 85_800],
      ['o:t2', 'o:B', 86_700],
      ['o:t2', 'o:C', 87_000],
    ]);
    expect(files.get('stop_times.txt')).toContain('o:t1,08:20:00,08:20:00,o:C,,,2,,,2,2,o,o');
  });

  test('an offer that is interrupted, or that nobody can place, is left out and said to be', () => {
    const suspended = only({}, { id: 'a', status: 'suspended' });
    const nowhere = only({ origin: { kind: 'unknown', label: '?' } }, { id: 'b' });
    const { files, leftOut } = exported([suspended, nowhere]);
    expect(leftOut.map(({ offerId, reason }) => [offerId, reason])).toEqual([
      ['a', 'status'],
      ['b', 'no_outline'],
    ]);
    expect(files.has('routes.txt')).toBe(false);
    expect(sidecarDocuments(JSON.parse(files.get(SIDECAR_FILE) ?? ''))).toHaveLength(2);
  });
});

describe('whatever the offer', () => {
  const area: fc.Arbitrary<ServiceArea> = fc.oneof(
    fc.subarray(['16230', '16020', '16341'], { minLength: 1 }).map((insees) => communes(...insees)),
    fc.constant(namedPoints(['Gare', [0.1, 45.4], 200], ['Hôpital', [0.2, 45.5], 100])),
    fc.constant<ServiceArea>({ kind: 'everywhere', label: 'partout' }),
    fc.constant<ServiceArea>({ kind: 'unknown', label: 'à préciser' }),
  );
  const minute = fc.integer({ min: 0, max: 1440 });
  const pattern: fc.Arbitrary<TravelPattern> = fc
    .record({
      rule: fc.constantFrom('within', 'from_to', 'starts_in', 'ends_in', 'starts_or_ends_in'),
      origin: area,
      destination: fc.option(area),
      bothWays: fc.boolean(),
      windows: fc.array(fc.record({ from: minute, to: minute }), { maxLength: 3 }),
      durationFactor: fc.double({ min: 0, max: 5, noNaN: true }),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
      nthOfMonth: fc.option(fc.subarray([1, 2, -1], { minLength: 1 })),
      school: fc.constantFrom('any', 'term', 'vacation'),
    })
    .map(({ weekdays, nthOfMonth, school, ...rest }) =>
      travelPattern({ ...rest, calendar: serviceCalendar({ weekdays, nthOfMonth, school }) }),
    );
  const days = fc.integer({ min: 0, max: 30 });
  const notice: fc.Arbitrary<BookingNotice> = fc.oneof(
    fc.constant<BookingNotice>({ kind: 'real_time' }),
    fc.record({
      kind: fc.constant('elapsed'),
      minMinutes: fc.integer({ min: 0, max: 9000 }),
      maxMinutes: fc.option(fc.integer({ min: 0, max: 90_000 })),
      opensDaysBefore: days,
    }),
    fc.record({
      kind: fc.constant('days_before'),
      days,
      businessDays: fc.boolean(),
      atMinute: fc.integer({ min: 0, max: 1439 }),
      opensDaysBefore: fc.option(days),
    }),
  );
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const document: fc.Arbitrary<OfferDocument> = fc
    .record({
      patterns: fc.array(pattern, { maxLength: 3 }),
      notice,
      name: text,
      summary: text,
      conditions: fc.array(text, { maxLength: 2 }),
    })
    .map(({ patterns, notice: given, ...words }) =>
      offerWith({
        ...words,
        patterns: patterns.map((each, rank) => ({ ...each, id: `p${rank}` })),
        booking: bookingRule({ notice: given }),
      }),
    );

  test('its feed has no fault, and the file beside it holds it whole', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (given) => {
        const { files, said } = await readBack([given]);
        expect(said).toEqual([]);
        expect(sidecarDocuments(JSON.parse(files.get(SIDECAR_FILE) ?? ''))).toEqual([given]);
      }),
      { numRuns: 150 },
    );
  });
});

// Does an offer come back from its tables as it was described, whole?

import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { findOffer } from '#db/queries/transport/find-offer.ts';
import { loadOffers } from '#db/queries/transport/load-offers.ts';
import { writeOffers } from '#db/queries/transport/write-offers.ts';
import { need } from '#db/schema/need.ts';
import { source } from '#db/schema/provenance.ts';
import {
  calendar,
  offer,
  offerCondition,
  offerNeed,
  offerPlace,
  offerPurpose,
  offerSource,
  offerTerritory,
  provider,
  serviceArea,
  travelPattern,
} from '#db/schema/transport.ts';
import {
  accommodationOffer,
  bookingRule,
  eligibility,
  fareComponent,
  lineHours,
} from '#db/schema/transport-terms.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { AUBETERRE, addSource, addTerritory, provenance } from '#tests/db/rows.ts';
import { SCHEME_DOCUMENTS } from '#tests/domain/transport/scheme-documents.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const week = [[{ from: 540, to: 720 }], [], [], [], [], [], []];
const stop = { id: 's', name: 'Gare', point: [0.2, 45.3] as const, radiusMeters: 200 };
const SQUARE = [
  [0, 45],
  [1, 45],
  [1, 46],
  [0, 46],
  [0, 45],
] as const;
const HOLE = [
  [0.4, 45.4],
  [0.4, 45.6],
  [0.6, 45.6],
  [0.4, 45.4],
] as const;
const exceptions = [{ date: '2026-12-24', runs: false, label: 'Réveillon' }];

const SOLIDARITY: Offer = {
  id: 'solidarity',
  kind: 'volunteer',
  name: 'Transport solidaire',
  summary: 'Des bénévoles conduisent.',
  status: 'to_confirm',
  statusNote: 'Règles de 2019',
  provider: {
    id: 'p',
    name: 'Association',
    kind: 'association',
    phone: '05 00 00 00 00',
    email: null,
    url: null,
    address: null,
  },
  organizer: 'Pays',
  territoryCodes: ['nord', 'sud'],
  phone: null,
  email: null,
  url: null,
  patterns: [
    {
      id: 'to-station',
      rule: 'starts_in',
      origin: { kind: 'communes', insees: ['16230', '16020'], label: 'Le canton' },
      destination: { kind: 'points', points: [stop], label: 'La gare' },
      bothWays: true,
      pickup: 'door',
      roundTrip: 'required',
      waitMaxMinutes: 90,
      maxKm: 62.5,
      minKm: 1.5,
      calendar: {
        weekdays: [1, 2],
        holidays: 'closed',
        school: 'any',
        nthOfMonth: [1, 3],
        startsOn: '2026-01-01',
        endsOn: null,
        exceptions,
      },
      windows: [{ from: 480, to: 1080 }],
      durationFactor: 1.25,
      durationOffsetSeconds: 300,
      feeder: 'yes',
      feederStops: [stop],
      transferMarginMinutes: 10,
    },
    {
      id: 'anywhere',
      rule: 'within',
      origin: { kind: 'polygon', polygons: [[SQUARE, HOLE]], label: 'Le plateau' },
      destination: null,
      bothWays: false,
      pickup: 'stop',
      roundTrip: 'allowed',
      waitMaxMinutes: null,
      maxKm: null,
      calendar: {
        weekdays: [6],
        holidays: 'runs',
        school: 'term',
        schoolZone: 'C',
        nthOfMonth: null,
        startsOn: null,
        endsOn: null,
        exceptions: [],
      },
      windows: [],
      durationFactor: 1,
      durationOffsetSeconds: 0,
      feeder: 'no',
      transferMarginMinutes: 0,
    },
  ],
  booking: {
    notice: {
      kind: 'days_before',
      days: 3,
      businessDays: true,
      atMinute: 720,
      opensDaysBefore: null,
    },
    channels: ['phone', 'email'],
    phone: '05 00 00 00 01',
    url: null,
    email: 'a@b.example',
    lineHours: {
      week,
      closedOnHolidays: true,
      exceptions: [{ date: '2026-12-24', slots: [{ from: 540, to: 660 }] }],
    },
    firstTripDays: 7,
    urgentPossible: true,
    cancelBeforeMinutes: null,
    toSay: ['L’adresse exacte', 'L’heure, « précise »'],
    provenance: { ...provenance, asOf: '2019' },
  },
  fares: [
    { kind: 'membership', cents: 1_000, per: 'year', note: null, provenance },
    {
      kind: 'per_km',
      centsPerKm: 10,
      basis: 'home_round_trip',
      waitRule: { freeMinutes: 90, kmFactorBeyond: 2, driverGoesHomeFactor: 2 },
      note: 'péages à part',
      provenance,
    },
    {
      kind: 'zone',
      zones: [{ name: 'bourg', insees: ['16230'] }],
      prices: [{ from: 'bourg', to: 'bourg', cents: 100 }],
      note: null,
      provenance,
    },
    { kind: 'limits', minCents: null, maxCents: 800, per: 'leg', note: null, provenance },
  ],
  eligibility: {
    all: [
      { criterion: { kind: 'member' }, proof: null, weight: 'hard' },
      { not: { criterion: { kind: 'age', min: null, max: 17 }, proof: 'pièce', weight: 'soft' } },
    ],
  },
  accommodations: [
    { code: 'wheelchair', value: 'no', note: null },
    { code: 'companion', value: 'on_request', note: 'à dire en appelant' },
  ],
  purposes: { allowed: ['shopping', 'health'], denied: ['work'] },
  conditions: ['Adhérer.', 'Appeler avant.'],
  places: [
    { name: 'Antenne', address: '1 place', insee: '16020', point: AUBETERRE },
    { name: 'Ailleurs', address: null, insee: null, point: null },
  ],
  feedId: null,
  provenance,
  needIds: ['medecin', 'vaccination'],
  sourceIds: ['facts'],
};

const BARE: Offer = {
  ...SOLIDARITY,
  id: 'bare',
  kind: 'taxi',
  provider: null,
  organizer: null,
  territoryCodes: [],
  patterns: [],
  booking: null,
  fares: [],
  eligibility: null,
  accommodations: [],
  purposes: { allowed: [], denied: [] },
  conditions: [],
  places: [],
  needIds: [],
  sourceIds: [],
};

async function addOffer(db: Database, described: Offer, position: number): Promise<void> {
  const id = described.id;
  const of = { offerId: id };
  const { name, summary, status, statusNote, organizer, phone, email, url, kind } = described;
  const own = { name, summary, status, statusNote, organizer, phone, email, url, kind };
  if (described.provider !== null) await db.insert(provider).values(described.provider);
  await db
    .insert(offer)
    .values({ id, position, ...own, providerId: described.provider?.id, ...provenance });
  for (const territoryCode of described.territoryCodes)
    await db.insert(offerTerritory).values({ ...of, territoryCode });
  for (const [i, sourceId] of described.sourceIds.entries())
    await db.insert(offerSource).values({ ...of, position: i, sourceId });
  for (const [i, pattern] of described.patterns.entries()) {
    const { origin, destination, calendar: days, windows, ...rest } = pattern;
    const areas = destination === null ? [origin] : [origin, destination];
    for (const [j, area] of areas.entries()) {
      const insees = area.kind === 'communes' ? [...area.insees] : [];
      const points = area.kind === 'points' ? [...area.points] : [];
      const geom = area.kind === 'polygon' ? area.polygons : null;
      const { kind: areaKind, label } = area;
      await db
        .insert(serviceArea)
        .values({ id: `${pattern.id}-${j}`, kind: areaKind, label, insees, points, geom });
    }
    const nthOfMonth = days.nthOfMonth === null ? null : [...days.nthOfMonth];
    await db.insert(calendar).values({
      id: pattern.id,
      ...days,
      weekdays: [...days.weekdays],
      nthOfMonth,
      exceptions: [...days.exceptions],
    });
    await db.insert(travelPattern).values({
      ...rest,
      ...of,
      position: i,
      originAreaId: `${pattern.id}-0`,
      destinationAreaId: destination === null ? null : `${pattern.id}-1`,
      calendarId: pattern.id,
      windows: [...windows],
    });
  }
  if (described.booking !== null) {
    const { lineHours: hours, channels, toSay, provenance: origin, ...rule } = described.booking;
    if (hours !== null) await db.insert(lineHours).values({ id, ...hours });
    await db.insert(bookingRule).values({
      ...of,
      ...rule,
      channels: [...channels],
      toSay: [...toSay],
      lineHoursId: hours === null ? null : id,
      ...origin,
    });
  }
  for (const [i, fare] of described.fares.entries()) {
    const { kind: fareKind, note, provenance: origin, ...terms } = fare;
    await db
      .insert(fareComponent)
      .values({ ...of, position: i, kind: fareKind, note, terms, ...origin });
  }
  if (described.eligibility !== null)
    await db.insert(eligibility).values({ ...of, expression: described.eligibility });
  for (const [i, one] of described.accommodations.entries())
    await db.insert(accommodationOffer).values({ ...of, position: i, ...one });
  for (const [i, purpose] of described.purposes.allowed.entries())
    await db.insert(offerPurpose).values({ ...of, position: i, purpose, allowed: true });
  for (const [i, purpose] of described.purposes.denied.entries())
    await db.insert(offerPurpose).values({ ...of, position: i, purpose, allowed: false });
  for (const [i, text] of described.conditions.entries())
    await db.insert(offerCondition).values({ ...of, position: i, text });
  for (const [i, place] of described.places.entries())
    await db.insert(offerPlace).values({ ...of, position: i, ...place });
  for (const needId of described.needIds) await db.insert(offerNeed).values({ ...of, needId });
}

describeOnBoth('transport offers', (getDb) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addSource(getDb());
    await addTerritory(getDb(), 'sud');
    await addTerritory(getDb(), 'nord');
    const words = { fr: 'x', en: 'x' };
    for (const id of SOLIDARITY.needIds)
      await getDb()
        .insert(need)
        .values({ id, position: 0, group: 'doctor', label: words, plain: words });
    await addOffer(getDb(), SOLIDARITY, 1);
    await addOffer(getDb(), BARE, 0);
  });

  it('come back whole, in their order', async () => {
    expect(await loadOffers(getDb())).toEqual([BARE, SOLIDARITY]);
  });

  it('have an area not known where one was to be drawn and is not', async () => {
    await getDb().update(serviceArea).set({ geom: null }).where(eq(serviceArea.kind, 'polygon'));
    const found = await findOffer(getDb(), 'solidarity');
    expect(found?.patterns[1]?.origin).toEqual({ kind: 'unknown', label: 'Le plateau' });
  });

  it('are found one by one, or not', async () => {
    expect(await findOffer(getDb(), 'solidarity')).toEqual(SOLIDARITY);
    expect(await findOffer(getDb(), 'unknown')).toBeNull();
  });

  it('of thirteen real associations come back whole, as rows and one by one', async () => {
    await getDb().insert(source).values({ id: 'drawn', name: 'Dessin', publisher: 'Voisoin' });
    await addTerritory(getDb(), 'vallee');
    await getDb().delete(offer);
    const offers = SCHEME_DOCUMENTS.map((document) => document.offer);
    await writeOffers(getDb(), 'essai', offers);
    expect(await loadOffers(getDb())).toEqual(offers);
    for (const one of offers) expect(await findOffer(getDb(), one.id)).toEqual(one);
  });

  it('take all that describes them when they are removed', async () => {
    await getDb().delete(offer);
    const described = [
      travelPattern,
      bookingRule,
      fareComponent,
      offerPlace,
      eligibility,
      offerNeed,
    ];
    for (const table of described) {
      expect(await getDb().$count(table)).toBe(0);
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { visitingServices } from '#domain/journey/visiting-services.ts';
import { runsOn } from '#domain/transport/runs-on.ts';
import { DEMO_NEEDS } from '#seeds/demo/directory/needs.ts';
import { TERRITORY_SEEDS } from '#seeds/demo/territory/communes.ts';
import { OUTLINE_COMMUNES } from '#seeds/demo/territory/outline-communes.ts';
import { MOSC_SOLIDARITY } from '#seeds/demo/transport/mosc.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';

const offer = (id: string) => {
  const found = DEMO_OFFERS.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no offer « ${id} »`);
  return found;
};

describe('the solidarity transport of MOSC', () => {
  it('costs 10 € a year and 0.10 € a kilometre from home and back, doubled past 90 minutes', () => {
    expect(MOSC_SOLIDARITY.fares).toMatchObject([
      { kind: 'membership', cents: 1000, per: 'year' },
      {
        kind: 'per_km',
        centsPerKm: 10,
        basis: 'home_round_trip',
        waitRule: { freeMinutes: 90, kmFactorBeyond: 2, driverGoesHomeFactor: 1 },
      },
      { kind: 'extra' },
    ]);
  });

  it('is booked 3 days before, 7 the first time, urgent requests possible, cancelled 24 hours before', () => {
    expect(MOSC_SOLIDARITY.booking).toMatchObject({
      notice: { kind: 'days_before', days: 3 },
      firstTripDays: 7,
      urgentPossible: true,
      cancelBeforeMinutes: 1440,
      phone: '07 82 32 76 33',
    });
  });

  it('answers Monday to Friday from 9 to 12 and from 14 to 17:30, holidays apart', () => {
    const day = [
      { from: 540, to: 720 },
      { from: 840, to: 1050 },
    ];
    expect(MOSC_SOLIDARITY.booking?.lineHours).toEqual({
      week: [day, day, day, day, day, [], []],
      closedOnHolidays: true,
    });
  });

  it('asks every condition at once and lives in the 89 communes', () => {
    const { eligibility } = MOSC_SOLIDARITY;
    if (eligibility === null || !('all' in eligibility))
      throw new Error('conditions are cumulative');
    const kinds = eligibility.all.map((part) => ('criterion' in part ? part.criterion.kind : '?'));
    expect(kinds).toEqual(
      expect.arrayContaining([
        'residence',
        'member',
        'no_licence',
        'no_vehicle',
        'no_other_solution',
        'low_income',
        'not_covered_by_insurance',
      ]),
    );
    const insees = TERRITORY_SEEDS.map(({ insee }) => insee);
    expect(eligibility.all[0]).toMatchObject({ criterion: { kind: 'residence', insees } });
    expect(MOSC_SOLIDARITY.patterns[0]?.origin).toMatchObject({ kind: 'communes', insees });
  });

  it('takes people to care and to trains, never to work or school', () => {
    expect(MOSC_SOLIDARITY.purposes.allowed).toEqual(
      expect.arrayContaining(['health', 'connection', 'errands']),
    );
    expect(MOSC_SOLIDARITY.purposes.denied).toEqual(['work', 'school']);
    expect(MOSC_SOLIDARITY.patterns[0]).toMatchObject({ feeder: 'yes', waitMaxMinutes: 90 });
  });

  it('is dated 2019 and to be confirmed', () => {
    expect(MOSC_SOLIDARITY.status).toBe('to_confirm');
    expect(MOSC_SOLIDARITY.provenance.asOf).toBe('2019-10');
    expect(MOSC_SOLIDARITY.conditions.join(' ')).toContain('Assurance Maladie');
  });
});

describe('the other offers', () => {
  it('reimburse prescribed transport at 55 % less 4 €, 8 € and 50 €, with a prescription first', () => {
    for (const id of ['transport-sanitaire-assis', 'transport-sanitaire-allonge']) {
      expect(offer(id).fares).toContainEqual(
        expect.objectContaining({
          kind: 'reimbursed',
          ratePercent: 55,
          franchiseCentsPerTrip: 400,
          franchiseCentsPerDay: 800,
          franchiseCentsPerYear: 5000,
        }),
      );
      expect(offer(id).eligibility).toMatchObject({ criterion: { kind: 'prescription' } });
    }
  });

  it('give Sortir Plus from 75, 450 € a year, asked 2 days before and 7 the first time', () => {
    expect(offer('sortir-plus')).toMatchObject({
      eligibility: { all: [{ criterion: { kind: 'age', min: 75 } }, {}] },
      booking: { notice: { days: 2 }, firstTripDays: 7, phone: '09 71 09 09 71' },
    });
    expect(offer('sortir-plus').fares).toContainEqual(
      expect.objectContaining({ kind: 'allowance', centsPerYear: 45_000 }),
    );
  });

  it('never propose what nobody has described', () => {
    const unknown = ['car16', 'mobilite-inversee', 'cars-region-16'];
    for (const id of [...unknown, 'sante-en-mouvement']) {
      expect(offer(id).status).toBe('to_document');
      expect(offer(id).patterns).toEqual([]);
    }
    expect(offer('pass-charente-transport').status).toBe('historic');
  });

  it('list the hire of cars and scooters as to confirm, with no place, hours nor price made up', () => {
    const hire = offer('mosc-location');
    expect(hire).toMatchObject({ status: 'to_confirm', places: [], booking: null });
    expect(hire.patterns.flatMap(({ windows }) => windows)).toEqual([]);
    expect(hire.fares.map(({ kind, vehicle }) => [kind, vehicle])).toEqual([
      ['unknown', 'car'],
      ['unknown', 'moped'],
    ]);
  });

  it('show weak facts only as to confirm, to document or past', () => {
    const weak = DEMO_OFFERS.filter(({ provenance }) => provenance.confidence === 'low');
    expect(weak.length).toBeGreaterThan(0);
    expect(weak.filter(({ status }) => status === 'active')).toEqual([]);
  });

  it('have each their own id, and patterns too', () => {
    const ids = DEMO_OFFERS.map(({ id }) => id);
    const patterns = DEMO_OFFERS.flatMap((each) => each.patterns.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(patterns).size).toBe(patterns.length);
  });
});

describe('the services that come', () => {
  /** Saturday 28 November 2026, at ten. */
  const now = { date: '2026-11-28', minute: 600 };
  const from = (insee: string, name: string, point: LonLat) =>
    ({ from: { insee, name, point }, mode: 'no_car', profile: {}, needs: [] }) as const;
  const towns = Object.values(OUTLINE_COMMUNES).flat();
  const communeCentres = new Map(
    towns.map(([insee, , lon, lat]): [string, LonLat] => [insee, [lon, lat]]),
  );
  const coming = (home: ReturnType<typeof from>, careNeeds: readonly string[]) =>
    visitingServices({ ...home, careNeeds }, { now, offers: DEMO_OFFERS, communeCentres });

  it('bring the counter of Les Pictons to Andilly on Thursdays, and to the towns around', () => {
    const [bus, ...others] = coming(from('17008', 'Andilly', [-1.0179, 46.2634]), [
      'demarches-droits',
    ]);
    expect(others).toEqual([]);
    expect(bus).toMatchObject({
      offerId: 'bus-france-services-pictons',
      needMatch: 'yes',
      toConfirm: true,
      phone: '07 54 35 04 89',
      price: { maxCents: 0 },
      next: { date: '2026-12-03', place: { name: 'Andilly', inHomeCommune: true } },
    });
    expect(bus?.others.map(({ date, place }) => [date, place?.name])).toEqual([
      ['2026-11-30', 'Marans'],
      ['2026-12-01', 'Longèves'],
      ['2026-12-02', 'Villedoux'],
    ]);
  });

  it('bring the counter of the Sud-Hérault on the weeks of the month it was published for', () => {
    const [counter] = coming(from('34070', 'Cébazan', [2.9883, 43.4055]), ['securite-sociale']);
    // 30 November is the fifth Monday: Cessenon only, whatever the week.
    expect(counter).toMatchObject({
      offerId: 'france-services-sud-herault',
      state: 'not_needed',
      next: { date: '2026-12-07', place: { name: 'Cébazan', inHomeCommune: true } },
    });
    expect(counter?.others[0]).toMatchObject({
      date: '2026-11-30',
      place: { name: 'Cessenon-sur-Orb' },
    });
    const pattern = offer('france-services-sud-herault').patterns.find(({ id }) =>
      id.includes('34070'),
    );
    const runs = ['2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'].map(
      (date) => pattern && runsOn(pattern.calendar, date),
    );
    expect(runs).toEqual([true, false, true, false]);
  });

  it('bring the hospital home in Sud Charente, for that need only and to be confirmed', () => {
    const home = from('16020', 'Aubeterre-sur-Dronne', [0.1689, 45.2711]);
    expect(coming(home, ['medecin-generaliste'])).toEqual([]);
    const [care] = coming(home, ['hospitalisation-a-domicile']);
    expect(care).toMatchObject({
      offerId: 'had-mutualiste-charente',
      next: null,
      place: null,
      toConfirm: true,
      eligibility: { value: null },
    });
  });

  it('answer needs of the directory', () => {
    const known = new Set(DEMO_NEEDS.map(({ id }) => id));
    const said = DEMO_OFFERS.flatMap(({ needIds }) => needIds);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((id) => !known.has(id))).toEqual([]);
  });
});

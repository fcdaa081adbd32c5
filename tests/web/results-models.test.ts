// Does a card say what is known, and only that?

import { describe, expect, it } from 'vitest';
import type { EntrySummary } from '#domain/directory/directory.ts';
import type { JourneySummary } from '#domain/journey/journey.ts';
import type { PriceLine } from '#domain/transport/fare.ts';
import { toCardDetails, toCardKey } from '#web/features/directory/results-card-model.ts';
import { handOver } from '#web/features/directory/results-data.ts';
import {
  followWays,
  sayPrice,
  type WayModel,
  whenWords,
} from '#web/features/directory/results-ways-model.ts';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';
import { createApi } from '#web/lib/api.ts';
import { createFormat } from '#web/lib/format.ts';
import { openingOf } from '#web/lib/opening-words.ts';

/** Sunday 22 November 2026, 11 in the morning in Paris. */
const nowMs = Date.UTC(2026, 10, 22, 10, 0);
const words = {
  text: fr,
  format: createFormat(fr.conventions),
  nowMs,
  locale: 'fr' as const,
  sources: [],
  fromInsee: '16020',
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const entry = (changes: Partial<EntrySummary> = {}): EntrySummary => ({
  id: 'p-1',
  kind: 'practice',
  category: 'gp',
  name: 'Dr Vauclair',
  title: 'Médecin généraliste',
  demonstration: true,
  placeName: 'Maison de santé de Chalais',
  address: { street: '1 rue des Vignes', complement: null, postcode: '16210', city: 'Chalais' },
  insee: '16073',
  communeName: 'Chalais',
  point: [0.04, 45.27],
  pointPrecision: 'bourg',
  phone: { display: '05 36 49 00 12', dial: '+33536490012', kind: 'fiction' },
  opening: { state: 'unknown' },
  newPatients: 'unknown',
  accessibility: {
    stepFree: 'unknown',
    adaptedParking: 'unknown',
    adaptedToilet: 'unknown',
    hearingLoop: 'unknown',
    homeVisits: 'unknown',
  },
  provenance: { sourceId: 'bpe', asOf: '2025', confirmedOn: null, confidence: 'medium' },
  freshness: 'dated',
  crowMeters: 9000,
  drive: { minutes: 14, meters: 12_300 },
  outside: false,
  ...changes,
});

describe('a card', () => {
  it('never says unknown things', () => {
    const details = toCardDetails(entry(), words);
    expect(details.newPatients).toBeNull();
    expect(details.access).toEqual([]);
    expect(details.opening.words).toBe('Appelez pour les horaires');
    expect(details.age).toBe('information de 2025');
  });

  it('says new patients with the day somebody checked', () => {
    const provenance = { ...entry().provenance, confirmedOn: '2026-11-03' };
    const details = toCardDetails(entry({ newPatients: 'newpt', provenance }), words);
    expect(details.newPatients).toBe('Nouveaux patients : oui (vérifié le 3 novembre)');
  });

  it('says the commune once', () => {
    expect(toCardDetails(entry(), words).where).toBe('Maison de santé de Chalais');
    expect(toCardDetails(entry({ placeName: 'Le Grand Pré' }), words).where).toBe(
      'Le Grand Pré, Chalais',
    );
    expect(toCardDetails(entry({ placeName: null }), words).where).toBe(
      '1 rue des Vignes, Chalais',
    );
  });

  it('prefers the way by car to the line as the crow flies', () => {
    expect(toCardDetails(entry(), words).distance).toEqual({
      figure: '12\u00a0km',
      detail: '14\u00a0min en voiture',
    });
    expect(toCardDetails(entry({ drive: null }), words).distance?.detail).toBe('à vol d’oiseau');
    expect(toCardDetails(entry({ drive: null, crowMeters: null }), words).distance).toBeNull();
    const near = toCardDetails(entry({ insee: '16020' }), words);
    expect(near.distance?.figure).toBe('Dans votre commune');
  });

  it('says « Démonstration » beside the name and not in it', () => {
    expect(toCardKey(entry({ name: 'Dr Vauclair (démonstration)' })).name).toBe('Dr Vauclair');
    const real = { name: 'Dr Vauclair (démonstration)', demonstration: false };
    expect(toCardKey(entry(real)).name).toBe('Dr Vauclair (démonstration)');
  });

  it('names the kind in English to who reads English', () => {
    const english = {
      ...words,
      text: en,
      format: createFormat(en.conventions),
      locale: 'en' as const,
    };
    expect(toCardDetails(entry(), english).title).toBe('General practitioner');
  });

  it('tells the map when the point is the village’s and not the door’s', () => {
    expect(toCardKey(entry()).approximate).toBe(true);
    expect(toCardKey(entry({ pointPrecision: 'address' })).approximate).toBe(false);
  });
});

describe('opening', () => {
  const closed = (nextDate: string | null, nextMinute: number | null) =>
    plain(openingOf({ state: 'closed', nextDate, nextMinute }, words).words);

  it('says today, tomorrow, or the day', () => {
    expect(closed('2026-11-22', 840)).toBe('Fermé. Ouvre aujourd’hui à 14 h');
    expect(closed('2026-11-23', 540)).toBe('Fermé. Ouvre demain à 9 h');
    expect(closed('2026-11-24', 0)).toBe('Fermé. Ouvre mardi 24 novembre à 0 h');
    expect(closed(null, null)).toBe('Fermé en ce moment');
  });
});

describe('a price', () => {
  const line = (changes: Partial<PriceLine>): PriceLine => ({
    code: 'per_km',
    label: null,
    minCents: null,
    maxCents: null,
    once: null,
    km: null,
    centsPerKm: null,
    basis: null,
    provenance: null,
    ...changes,
  });
  const price = { minCents: 280, maxCents: 280, partial: false, estimate: true, lines: [] };

  it('says it is an estimate, and the yearly membership apart', () => {
    const lines = [line({ code: 'membership', once: 'per_year', minCents: 1000, maxCents: 1000 })];
    const said = sayPrice({ ...price, lines }, words);
    expect(said).toMatchObject({ about: true });
    expect(plain(said?.amount ?? '')).toBe('2,80 €');
    expect(plain(said?.extra ?? '')).toBe('+ adhésion 10 € par an');
  });

  it('says free when it is, and to ask when it is not known: zero is a price', () => {
    expect(sayPrice({ ...price, minCents: 0, maxCents: 0 }, words)?.amount).toBe('gratuit');
    expect(sayPrice({ ...price, minCents: null, maxCents: null }, words)?.amount).toBe(
      'prix à demander',
    );
  });

  it('says at least what is known of it, as the page of the trip does', () => {
    const said = sayPrice({ ...price, minCents: 412, maxCents: null, partial: true }, words);
    expect(said).toMatchObject({ known: true });
    expect(plain(said?.amount ?? '')).toBe('au moins 4,12 €');
  });
});

describe('the ways of a card', () => {
  const summary = (changes: Partial<JourneySummary> = {}): JourneySummary => ({
    id: 'o-1',
    kind: 'volunteer',
    title: 'Transport solidaire',
    tier: 0,
    state: 'open',
    price: { minCents: 280, maxCents: 280, partial: false, estimate: true, lines: [] },
    notes: [],
    eligibility: { value: true, reasons: [] },
    departMinute: null,
    arriveMinute: null,
    returnMinute: null,
    firstCall: null,
    ...changes,
  });
  const say = async (changes: Partial<JourneySummary>): Promise<WayModel> => {
    const place = { entryId: 'p-1', summaries: [summary(changes)] };
    const api = createApi(
      async () => new Response(`${JSON.stringify({ line: 'place', place })}\n`),
    );
    const body = {
      from: { insee: '16020' },
      places: [{ entryId: 'p-1' }],
      appointment: { date: '2026-11-24', minute: 600, durationMinutes: null },
      mode: 'no_car' as const,
    };
    for await (const ways of followWays(api, body, words)) {
      const [way] = ways['p-1'] ?? [];
      if (typeof way === 'object') return way;
    }
    throw new Error('one way was given');
  };

  it('tell no price of one’s own means', async () => {
    const price = { minCents: null, maxCents: null, partial: false, estimate: false, lines: [] };
    for (const kind of ['own_car', 'driven', 'walk'] as const) {
      expect((await say({ kind, title: '', price })).price).toBeNull();
    }
    expect((await say({ price })).price).toMatchObject({ amount: 'prix à demander' });
  });

  it('give the hours that are known, midnight included', async () => {
    const way = await say({ departMinute: 538, returnMinute: 0 });
    expect(way.times.map(plain)).toEqual(['Départ 8 h 58', 'retour 0 h']);
    expect((await say({})).times).toEqual(['Horaires à convenir en réservant']);
  });

  it('say when somebody still answers, rather than the limit of the rule', async () => {
    const call = {
      offerId: 'o-1',
      offerName: 'Transport solidaire',
      phone: '07 82 32 76 33',
      email: null,
      url: null,
      deadline: {
        opens: null,
        limit: { date: '2026-11-21', minute: 600 },
        answered: { date: '2026-11-20', minute: 1050 },
      },
      registerBefore: null,
      registrationClosed: null,
      urgentPossible: false,
      toSay: [],
      rides: [],
    };
    expect(plain((await say({ firstCall: call })).call?.before ?? '')).toBe(
      'avant vendredi 20 novembre, 17 h 30',
    );
    const register = { ...call, registerBefore: { date: '2026-11-17', minute: 1050 } };
    expect(plain((await say({ firstCall: register })).call?.before ?? '')).toBe(
      'avant mardi 17 novembre, 17 h 30',
    );
    expect((await say({ firstCall: { ...call, phone: null } })).call).toBeNull();
  });

  it('say in words what must be checked', async () => {
    const way = await say({
      tier: 2,
      state: 'registration',
      eligibility: { value: null, reasons: [] },
      notes: [{ code: 'facts_to_confirm', asOf: '2019' }],
    });
    expect(way.remarks).toEqual(['Inscription d’abord', 'À confirmer au téléphone']);
  });

  it('say that it is too late for a first registration, instead of asking for one', async () => {
    const firstCall = {
      offerId: 'o-1',
      offerName: 'Transport solidaire',
      phone: '07 82 32 76 33',
      email: null,
      url: null,
      deadline: null,
      registerBefore: null,
      registrationClosed: { nextDate: '2026-12-02' },
      urgentPossible: false,
      toSay: [],
      rides: [],
    };
    const way = await say({ tier: 2, state: 'registration', firstCall });
    expect(way.remarks).toEqual(['Trop tard pour une première inscription']);
  });

  it('say that a vehicle is fetched before the day of the appointment', async () => {
    const hire = (fromMinute: number | null) => ({
      kind: 'rental' as const,
      hire: {
        vehicle: 'car' as const,
        placeName: 'Garage',
        isDelivered: false,
        fromMinute,
        toMinute: null,
        fetch: null,
        bringBack: null,
      },
    });
    expect((await say(hire(-480))).remarks).toEqual(['Véhicule à prendre la veille']);
    expect((await say(hire(-1441))).remarks).toEqual(['Véhicule à prendre 2 jours avant']);
    expect((await say(hire(480))).remarks).toEqual([]);
    expect((await say(hire(null))).remarks).toEqual([]);
  });

  it('call the moment an example when nobody gave an hour', () => {
    const appointment = { date: '2026-11-24', minute: 600, durationMinutes: null };
    expect(plain(whenWords(appointment, false, words))).toBe('Pour mardi 24 novembre à 10 h');
    expect(plain(whenWords(appointment, true, words))).toBe(
      'Exemple pour mardi 24 novembre à 10 h',
    );
  });
});

describe('what the browser is handed', () => {
  it('keeps the keys of the cards and nothing the server already wrote', () => {
    const data = {
      kind: 'answer' as const,
      needLabel: 'Dentiste',
      placeName: 'Chalais',
      placePoint: [0, 45] as const,
      values: {
        needId: null,
        needText: '',
        placeKey: null,
        placeText: '',
        mode: 'no_car' as const,
        day: '',
        time: '',
        radiusMeters: null,
        accessible: false,
      },
      search: {
        need: 'dentiste',
        needTyped: false,
        place: '16073',
        placeTyped: false,
        mode: 'no_car' as const,
        day: '',
        time: '',
        radiusMeters: null,
        accessible: false,
        cursor: '',
      },
      cards: [toCardKey(entry())],
      details: { 'p-1': toCardDetails(entry(), words) },
      total: 1,
      radiusMeters: 30_000,
      widened: false,
      nextCursor: null,
      visits: [],
      appointment: { date: '2026-11-24', minute: 600, durationMinutes: null },
      when: 'Pour demain',
      ways: {},
      wayIds: [],
      waiting: ['p-1'],
      counted: true,
    };
    const late = handOver(data);
    expect(late).toMatchObject({ cards: data.cards, details: {}, ways: {}, when: 'Pour demain' });
    const ready = handOver({ ...data, ways: { 'p-1': [] }, waiting: [] });
    expect(ready).toMatchObject({ ways: {}, when: data.when });
  });
});

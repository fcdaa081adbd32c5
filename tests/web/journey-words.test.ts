// Does the journey page say what to do first, in order, with the right hour?

import { describe, expect, it } from 'vitest';
import type { Call, JourneyOption, Leg } from '#domain/journey/journey.ts';
import type { Price } from '#domain/transport/fare.ts';
import {
  durationChoices,
  entryPath,
  journeyPath,
  readJourneyQuery,
  resultsPath,
} from '#web/features/journey/journey-query.ts';
import {
  askedWords,
  clockOf,
  dayOf,
  headlineOf,
  optionTitle,
  priceWords,
  tellableLegs,
  tierWordsOf,
  waitMinutesBefore,
} from '#web/features/journey/option-words.ts';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const free: Price = { minCents: 0, maxCents: 0, partial: false, estimate: false, lines: [] };
const trip = { departMinute: 538, arriveMinute: 590, legs: [] };

const call: Call = {
  offerId: 'solidaire',
  offerName: 'Transport solidaire',
  phone: '0782327633',
  email: null,
  url: null,
  deadline: {
    opens: null,
    limit: { date: '2026-11-28', minute: 1050 },
    answered: { date: '2026-11-27', minute: 1050 },
  },
  registerBefore: null,
  registrationClosed: null,
  urgentPossible: false,
  toSay: [],
  rides: [],
};

function option(known: Partial<JourneyOption>): JourneyOption {
  return {
    id: 'x',
    kind: 'volunteer',
    title: 'Transport solidaire',
    offerIds: [],
    tier: 0,
    state: 'open',
    outbound: trip,
    back: { ...trip, departMinute: 670, arriveMinute: 720 },
    otherReturns: [],
    lastReturnMinute: null,
    eligibility: { value: true, reasons: [] },
    price: free,
    calls: [call],
    notes: [],
    toHave: [],
    provenance: null,
    totalMinutes: 102,
    walkMeters: 0,
    ...known,
  };
}

/** Non-breaking spaces read as spaces. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('an urgent request is not called a registration', () => {
  const tierOf = (state: JourneyOption['state']) => tierWordsOf(option({ tier: 2, state }), fr);
  expect(tierOf('registration')).toBe('Inscription d’abord');
  expect(tierOf('too_late')).toBe('Demande urgente');
});

describe('the sentence that matters', () => {
  it('says the last moment somebody answers, not the bare rule', () => {
    expect(plain(headlineOf(option({}), fr).sentence)).toBe(
      'Appelez le 07 82 32 76 33 avant vendredi 27 novembre, 17 h 30, puis tout est réglé.',
    );
  });

  it('says that all is settled only when nothing is left to check or to wait for', () => {
    const said = (known: Partial<JourneyOption>, words = fr) =>
      plain(headlineOf(option(known), words).sentence);
    const plainCall = 'Appelez le 07 82 32 76 33 avant vendredi 27 novembre, 17 h 30.';
    expect(said({ tier: 1 })).toBe(plainCall);
    expect(said({ notes: [{ code: 'driver_to_find' }] })).toBe(plainCall);
    expect(said({ state: 'soon', tier: 1, calls: [{ ...call, phone: null }] })).toBe(
      'Contactez Transport solidaire avant vendredi 27 novembre, 17 h 30.',
    );
    expect(said({ tier: 1 }, en)).not.toContain('settled');
    const late = { ...call, registrationClosed: { nextDate: null } };
    expect(said({ state: 'registration', tier: 2, calls: [late] })).not.toContain('réglé');
  });

  it('says to register first even when there is no phone to call', () => {
    const silent = { ...call, phone: null, registerBefore: { date: '2026-11-24', minute: 1050 } };
    const said = headlineOf(option({ state: 'registration', tier: 1, calls: [silent] }), fr);
    expect(said.next.join(' ')).toContain('Il faut d’abord s’inscrire');
  });

  it('falls back on the rule when the hours of the line are not known', () => {
    const rule = { ...call, deadline: { ...call.deadline, answered: null } } as Call;
    expect(plain(headlineOf(option({ calls: [rule] }), fr).sentence)).toContain(
      'avant samedi 28 novembre, 17 h 30',
    );
  });

  it('sends a newcomer to register first and tells known users their own limit', () => {
    const newcomer = { ...call, registerBefore: { date: '2026-11-24', minute: 1050 } };
    const said = headlineOf(option({ state: 'registration', tier: 1, calls: [newcomer] }), fr);
    expect(plain(said.sentence)).toContain('avant mardi 24 novembre, 17 h 30');
    expect(said.next.map(plain)).toContainEqual(
      expect.stringContaining('avant vendredi 27 novembre, 17 h 30'),
    );
  });

  it('tells a newcomer that it is too late, from which day on it is not, and known users their limit', () => {
    const late = { ...call, registrationClosed: { nextDate: '2026-12-02' } };
    const said = headlineOf(option({ state: 'registration', tier: 2, calls: [late] }), fr);
    expect(plain(said.sentence)).toContain('Déjà inscrit ? Appelez avant vendredi 27 novembre');
    expect(said.next.map(plain)).toContainEqual(
      expect.stringMatching(/trop tard pour s’inscrire.*à partir de mercredi 2 décembre/),
    );
    const refused = headlineOf(option({ state: 'too_late', tier: 3, calls: [late] }), fr);
    expect(plain(refused.sentence)).toContain('trop tard pour s’inscrire');
    const never = { ...call, registrationClosed: { nextDate: null } };
    const unknown = headlineOf(option({ state: 'too_late', tier: 3, calls: [never] }), fr);
    expect(unknown.sentence).not.toContain('à partir');
  });

  it('announces the number of calls when one is not enough', () => {
    const said = headlineOf(option({ calls: [call, { ...call, offerId: 'autre' }] }), fr);
    expect(said.sentence).not.toContain('puis tout est réglé');
    expect(said.next.join(' ')).toContain('2 appels');
  });

  it('gives the two departures when nothing is to be booked', () => {
    const said = headlineOf(option({ state: 'not_needed', calls: [] }), fr);
    expect(plain(said.sentence)).toBe(
      'Partez à 8 h 58. Le retour part à 11 h 10. Rien à réserver.',
    );
    expect(said.call).toBeNull();
  });

  it('keeps the urgent call open after the deadline when the manager takes some', () => {
    const late = option({ state: 'too_late', tier: 2 });
    expect(headlineOf(late, fr).sentence).toContain('Trop tard');
    const urgent = option({ state: 'too_late', calls: [{ ...call, urgentPossible: true }] });
    expect(plain(headlineOf(urgent, fr).sentence)).toContain(
      'Appelez quand même le 07 82 32 76 33',
    );
  });

  it('says where to turn when there is no phone', () => {
    const silent = { ...call, phone: null };
    expect(headlineOf(option({ state: 'unknown', calls: [silent] }), fr).sentence).toContain(
      'Transport solidaire',
    );
    const taxi = option({ kind: 'taxi', state: 'unknown', calls: [silent] });
    expect(headlineOf(taxi, fr).sentence).toContain('entreprise de votre choix');
  });
});

describe('a price in one line', () => {
  const words = (price: Partial<Price>) =>
    priceWords({ ...free, ...price }, fr, (cents) => `${cents / 100} €`);

  it('tells free, exact, at least, between, and not known apart', () => {
    expect(words({}).amount).toBe('Gratuit');
    expect(words({ minCents: 280, maxCents: 280 }).amount).toBe('2.8 €');
    expect(plain(words({ minCents: 280, maxCents: null }).amount)).toBe('au moins 2,80 €');
    expect(plain(words({ minCents: 280, maxCents: 560 }).amount)).toBe('entre 2,80 € et 5,60 €');
    expect(words({ minCents: null, maxCents: null }).amount).toBe('Prix à demander');
  });

  it('says a yearly membership apart', () => {
    const line = {
      code: 'membership' as const,
      label: null,
      minCents: 1000,
      maxCents: 1000,
      once: 'per_year' as const,
      km: null,
      centsPerKm: null,
      basis: null,
      provenance: null,
    };
    expect(plain(words({ lines: [line] }).extra ?? '')).toBe('+ 10 € d’adhésion par an');
  });
});

describe('the thread of a trip', () => {
  const place = (name: string) => ({ name, point: [0, 45] as const, insee: null });
  const walk = {
    mode: 'walk' as const,
    from: place('a'),
    to: place('b'),
    departMinute: 500,
    arriveMinute: 505,
    meters: 400,
    estimate: true,
    offerId: null,
    offerName: null,
    line: null,
    stopCount: null,
    path: [],
  };

  it('leaves out a few steps inside a station, unless they are the whole trip', () => {
    const step = { ...walk, meters: 10 };
    expect(tellableLegs({ ...trip, legs: [walk, step] })).toEqual([walk]);
    expect(tellableLegs({ ...trip, legs: [step] })).toEqual([step]);
  });

  it('counts a wait only between two known times', () => {
    const later = { ...walk, departMinute: 520 };
    expect(waitMinutesBefore(later, walk)).toBe(15);
    expect(waitMinutesBefore(later, undefined)).toBe(0);
    expect(waitMinutesBefore({ ...later, departMinute: null }, walk)).toBe(0);
  });

  it('names a way without offer by what it is', () => {
    expect(optionTitle({ kind: 'own_car', title: '' }, fr)).toBe(fr.codes.ownModes.own_car);
  });
});

describe('the thread of a trip', () => {
  const line: NonNullable<Leg['line']> = {
    name: '12',
    headsign: null,
    vehicle: 'coach',
    tripName: null,
    bookedPickup: null,
    bookedDropOff: null,
    staysAboard: false,
    operatorName: 'Cars du Sud',
    operatorPhone: '0545980000',
  };
  const leg = (asked: Partial<typeof line>): Leg => ({
    mode: 'transit',
    from: { name: 'Chalais', point: [0, 45], insee: null },
    to: { name: 'Angoulême', point: [0, 45], insee: null },
    departMinute: 538,
    arriveMinute: 590,
    meters: 30_000,
    estimate: false,
    offerId: null,
    offerName: null,
    line: { ...line, ...asked },
    stopCount: 3,
    path: [],
  });
  const said = (asked: Partial<typeof line>) =>
    askedWords(leg(asked), fr).map((words) => words.replaceAll('\u00a0', ' '));

  it('says which stops are served only for who asks, and how to ask', () => {
    expect(said({})).toEqual([]);
    expect(said({ bookedPickup: 'phone' })).toEqual([
      'Montée à réserver par téléphone : 05 45 98 00 00',
    ]);
    expect(said({ bookedPickup: 'phone', bookedDropOff: 'phone', operatorPhone: null })).toEqual([
      'Montée et descente à réserver par téléphone',
    ]);
    expect(said({ bookedPickup: 'driver', bookedDropOff: 'phone' })).toEqual([
      'Descente à réserver par téléphone : 05 45 98 00 00',
      'Faites signe au conducteur pour qu’il s’arrête',
    ]);
    expect(said({ bookedDropOff: 'driver' })).toEqual([
      'En montant, dites au conducteur où vous descendez',
    ]);
    expect(askedWords({ ...leg({}), line: null }, fr)).toEqual([]);
  });

  it('tells to stay on board where the vehicle goes on under another name', () => {
    const told = (asked: Partial<typeof line>, next?: Leg) =>
      fr.journey.leg(leg(asked), next).replaceAll(/[\u00a0\u202f]/g, ' ');
    const onwards = leg({ name: '14', staysAboard: true });
    expect(told({}, onwards)).toBe('Car 12 : restez à bord à Angoulême (52 min)');
    expect(told({ name: '14', staysAboard: true })).toBe(
      'Le même véhicule continue, ligne 14 : descendez à Angoulême (52 min)',
    );
  });

  it('tells the number of a train, or what is to be known of a trip', () => {
    const told = (tripName: string) => fr.journey.leg(leg({ tripName }), undefined);
    expect(told('868421')).toMatch(/^Car 12 n° 868421 : /);
    expect(told('Jours de marché')).toMatch(/^Car 12 \(Jours de marché\) : /);
  });

  it('tells the days of its hours apart', () => {
    expect([-1, 0, 1439, 1440].map(dayOf)).toEqual([-1, 0, 0, 1]);
    expect([-10, 0, 1439, 1450].map(clockOf)).toEqual([1430, 0, 1439, 10]);
  });
});

describe('the address of a journey', () => {
  it('leads back to the card it was found on, when it was found in results', () => {
    const read = (search: string) => readJourneyQuery(new URLSearchParams(search), NOW);
    const found = read('depart=16020&jour=2026-11-24&heure=10:00&besoin=dentiste');
    expect(resultsPath('abc', found)).toBe(
      '/resultats?besoin=dentiste&depart=16020&deplacement=sans-voiture&jour=2026-11-24&heure=10%3A00#reponse-abc',
    );
    expect(resultsPath('abc', read('depart=16020&besoin=dentiste'))).toBe(
      '/resultats?besoin=dentiste&depart=16020&deplacement=sans-voiture#reponse-abc',
    );
    const narrowed = 'depart=16020&besoin=dentiste&rayon=20&acces=oui&suite=a1_b';
    expect(resultsPath('abc', read(`${narrowed}&jour=2026-11-24`))).toBe(
      '/resultats?besoin=dentiste&depart=16020&deplacement=sans-voiture&jour=2026-11-24&rayon=20&acces=oui&suite=a1_b#reponse-abc',
    );
    const again = read(journeyPath('abc', read(narrowed)).split('?')[1] ?? '');
    expect(resultsPath('abc', again), 'through the form').toBe(resultsPath('abc', read(narrowed)));
    expect(entryPath('abc', read(narrowed))).toBe(
      '/fiche/abc?besoin=dentiste&depart=16020&deplacement=sans-voiture&rayon=20&acces=oui&suite=a1_b',
    );
    expect(read('rayon=//&acces=non&suite=<b>').search).toEqual({});
    expect(resultsPath('abc', read('depart=16020'))).toBeNull();
    expect(resultsPath('abc', read('depart=16020&besoin=//ailleurs'))).toBeNull();
  });

  it('offers the length it was given among those to choose from', () => {
    expect(durationChoices(1440)).toEqual([15, 30, 45, 60, 90, 120, 180, 240, 1440]);
    expect(durationChoices(20).slice(0, 3)).toEqual([15, 20, 30]);
    expect(durationChoices(45)).toEqual(durationChoices(null));
  });

  it('reads what it wrote', () => {
    const query = readJourneyQuery(
      new URLSearchParams(
        'depart=16020&jour=2026-11-24&heure=10:00&duree=30&deplacement=en-voiture&besoin=dentiste',
      ),
      NOW,
    );
    expect(query).toMatchObject({
      departKey: '16020',
      appointment: { date: '2026-11-24', minute: 600, durationMinutes: 30 },
      assumed: false,
      mode: 'car',
      need: 'dentiste',
    });
    const [, search = ''] = journeyPath('abc', query).split('?');
    expect(readJourneyQuery(new URLSearchParams(search), NOW)).toEqual(query);
  });

  it('takes an example for what is missing or wrong, says so, and keeps it out of the address', () => {
    const query = readJourneyQuery(
      new URLSearchParams('jour=2026-02-31&heure=25:00&duree=-3'),
      NOW,
    );
    expect(query.assumed).toBe(true);
    expect(query.appointment).toEqual({ date: '2026-11-30', minute: 600, durationMinutes: null });
    expect(journeyPath('a b', query)).toBe('/trajet/a%20b?deplacement=sans-voiture');
  });
});

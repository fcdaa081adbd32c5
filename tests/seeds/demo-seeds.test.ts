import { describe, expect, it } from 'vitest';
import type { Provenance } from '#domain/provenance.ts';
import { phoneContact, week } from '#seeds/demo/compact.ts';
import { demoEntries } from '#seeds/demo/directory/entries.ts';
import { DEMO_SOURCES } from '#seeds/demo/sources.ts';
import { DEMO_COMMUNES, HALO_SEEDS, TERRITORY_SEEDS } from '#seeds/demo/territory/communes.ts';
import { DEMO_TERRITORIES } from '#seeds/demo/territory/territories.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';

const entries = demoEntries();
const insees = new Set(DEMO_COMMUNES.map(({ insee }) => insee));

/** Ranges the regulator keeps for fiction. */
const FICTION = /^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \d\d \d\d$/;

describe('every fact', () => {
  const sources = new Set(DEMO_SOURCES.map(({ id }) => id));
  const facts: readonly (readonly [string, Provenance])[] = [
    ...entries.map((entry) => [entry.id, entry.provenance] as const),
    ...entries.flatMap((entry) =>
      entry.assertions.map((assertion) => [entry.id, assertion.provenance] as const),
    ),
    ...DEMO_OFFERS.map((offer) => [offer.id, offer.provenance] as const),
    ...DEMO_OFFERS.flatMap((offer) =>
      offer.fares.map((fare) => [`${offer.id} ${fare.kind}`, fare.provenance] as const),
    ),
    ...DEMO_COMMUNES.map((commune) => [commune.insee, commune.provenance] as const),
    ...DEMO_TERRITORIES.map((territory) => [territory.code, territory.provenance] as const),
  ];

  it('names a source that is described', () => {
    expect(facts.filter(([, { sourceId }]) => !sources.has(sourceId))).toEqual([]);
    expect(sources.size).toBe(DEMO_SOURCES.length);
  });

  it('bears a date, or says that it has none, and is confirmed by nobody yet', () => {
    for (const [what, { asOf, confirmedOn }] of facts) {
      expect(asOf === null || /^\d{4}(-\d\d){0,2}$/.test(asOf), what).toBe(true);
      expect(confirmedOn, what).toBeNull();
    }
  });
});

describe('the directory', () => {
  it('gives each entry its own id, in a commune that is described', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.filter(({ insee }) => !insees.has(insee)).map(({ id }) => id)).toEqual([]);
  });

  it('gives fiction numbers to invented entries, each its own, and only to them', () => {
    const phones = entries.flatMap((entry) =>
      entry.contacts.flatMap(({ phone }) => (phone === null ? [] : { entry, phone })),
    );
    const invented = phones.filter(({ entry }) => entry.demonstration);
    expect(invented.length).toBeGreaterThan(2_000);
    expect(invented.filter(({ phone }) => !FICTION.test(phone.display))).toEqual([]);
    expect(invented.filter(({ phone }) => phone.kind !== 'fiction')).toEqual([]);
    expect(new Set(invented.map(({ phone }) => phone.dial)).size).toBe(invented.length);
    const real = phones.filter(({ entry }) => !entry.demonstration);
    expect(real.length).toBeGreaterThan(50);
    expect(
      real.filter(({ phone }) => FICTION.test(phone.display) || phone.kind === 'fiction'),
    ).toEqual([]);
  });

  it('writes « démonstration » in the name of every invented entry, and of no other', () => {
    for (const { name, demonstration } of entries) {
      expect(name.endsWith('(démonstration)'), name).toBe(demonstration);
    }
  });

  it('invents as many people as Insee counts in Sud Charente', () => {
    const home = new Set(TERRITORY_SEEDS.map(({ insee }) => insee));
    const invented = entries.filter(({ demonstration, insee }) => demonstration && home.has(insee));
    const byCategory = Map.groupBy(invented, ({ category }) => category);
    const counts = Object.fromEntries(
      [...byCategory].map(([category, list]) => [category, list.length]),
    );
    expect(counts).toMatchObject({
      gp: 27,
      nurse: 56,
      physio: 30,
      dentist: 15,
      midwife: 1,
      pharmacy: 11,
      mental_health: 11,
    });
  });

  it('fills the halo too, and never gives two people the same name', () => {
    const halo = new Set(HALO_SEEDS.map(({ insee }) => insee));
    const people = entries.filter(({ kind }) => kind === 'practice');
    expect(people.filter(({ insee }) => halo.has(insee)).length).toBeGreaterThan(1_500);
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
  });

  it('leaves some hours and some answers about new patients unknown', () => {
    const doctors = entries.filter(
      ({ category, demonstration }) => category === 'gp' && demonstration,
    );
    const silent = doctors.filter(({ hours }) => hours.length === 0).length / doctors.length;
    expect(silent).toBeGreaterThan(0.1);
    expect(silent).toBeLessThan(0.3);
    expect(new Set(doctors.map(({ newPatients }) => newPatients)).size).toBe(6);
  });

  it('puts practices of a health house in one that exists', () => {
    const places = new Map(entries.map((entry) => [entry.id, entry]));
    const housed = entries.filter(({ placeKey }) => placeKey !== null);
    expect(housed.length).toBeGreaterThan(100);
    for (const { placeKey, insee } of housed) {
      expect(places.get(placeKey ?? '')?.insee).toBe(insee);
    }
  });

  it('is the same each time it is made', () => {
    expect(demoEntries()).toEqual(entries);
  });

  it('keeps the hours of Montmoreau’s France services', () => {
    const counter = entries.find(({ name }) => name === 'France services Montmoreau');
    expect(counter?.hours[0]?.week).toEqual(
      week(
        '9:00-12:00 14:00-17:00|9:00-12:00 14:00-17:00|9:00-12:00 13:00-16:00|9:00-12:00 14:00-17:00|9:00-12:00',
      ),
    );
    expect(counter?.contacts[0]?.phone).toEqual({
      display: '05 45 24 08 79',
      dial: '+33545240879',
      kind: 'main',
    });
  });

  it('never shows hours of one Monday in two as hours of every Monday', () => {
    const itinerant = entries.find(({ insee }) => insee === '34065');
    expect(itinerant?.hours).toEqual([]);
    expect(itinerant?.description).toContain('deuxième et quatrième lundis');
  });
});

describe('week', () => {
  it('refuses what is no hour', () => {
    expect(() => week('9h-12h')).toThrow('9:30');
    expect(() => week('9:00-12:75')).toThrow('12:75');
  });
});

describe('phoneContact', () => {
  it('refuses what is no number', () => {
    expect(() => phoneContact('05 45 24')).toThrow('05 45 24');
  });
});

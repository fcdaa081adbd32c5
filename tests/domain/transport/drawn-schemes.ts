// Thirteen ways associations run volunteer transport, under invented names, figures as seen in France.

import type { LonLat } from '#domain/geo.ts';
import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import type { FareComponent, KmBasis } from '#domain/transport/fare.ts';
import type { BookingRule, Purpose, ServiceArea, TravelPattern } from '#domain/transport/offer.ts';
import {
  bookingRule,
  communes,
  everywhere,
  namedPoints,
  provenance,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

export const HOME = { point: [0.1, 45.3] as LonLat, insee: '16020' };
/** About 13 km to the south as the crow flies. */
export const CARE = { point: [0.1, 45.18] as LonLat, insee: '16073' };

export type Scheme = {
  /** Id of the published example it is drawn from. */
  like: string;
  name: string;
  pattern: TravelPattern;
  booking: BookingRule | null;
  fares: readonly FareComponent[];
  eligibility: Eligibility | null;
  purposes: readonly Purpose[];
  conditions: readonly string[];
};

const note = { note: null, provenance };
const zone = communes('16020', '16073');

/** So many communes, the two of the trip among them. */
function canton(count: number): ServiceArea {
  const others = Array.from({ length: count - 2 }, (_, rank) => String(16100 + rank));
  return { ...communes('16020', '16073', ...others), label: `Les ${count} communes du canton` };
}

function perKm(
  centsPerKm: number,
  basis: KmBasis = 'trip',
  change: Partial<Extract<FareComponent, { kind: 'per_km' }>> = {},
): FareComponent {
  return { kind: 'per_km', centsPerKm, basis, waitRule: null, ...note, ...change };
}

function flat(
  cents: number,
  change: Partial<Extract<FareComponent, { kind: 'flat' }>> = {},
): FareComponent {
  return { kind: 'flat', cents, per: 'leg', ...note, ...change };
}

const yearly = (cents: number): FareComponent => ({
  kind: 'membership',
  cents,
  per: 'year',
  ...note,
});
const unknown: FareComponent = { kind: 'unknown', ...note };

function must(criterion: Criterion): Eligibility {
  return { criterion, proof: null, weight: 'hard' };
}

function allOf(...criteria: readonly Criterion[]): Eligibility {
  return { all: criteria.map(must) };
}

function scheme(known: Pick<Scheme, 'like' | 'name' | 'fares'> & Partial<Scheme>): Scheme {
  return {
    pattern: travelPattern({ rule: 'within', origin: zone, bothWays: true }),
    booking: null,
    eligibility: null,
    purposes: [],
    conditions: [],
    ...known,
  };
}

const poor: Criterion = { kind: 'low_income', label: 'non imposable' };

export const SCHEMES: readonly Scheme[] = [
  scheme({
    like: 'mosc',
    name: 'Volant des coteaux',
    pattern: travelPattern({ rule: 'starts_or_ends_in', origin: zone, waitMaxMinutes: 90 }),
    booking: bookingRule({
      notice: {
        kind: 'days_before',
        days: 3,
        businessDays: false,
        atMinute: 1050,
        opensDaysBefore: null,
      },
      firstTripDays: 7,
      cancelBeforeMinutes: 1440,
    }),
    fares: [
      perKm(10, 'home_round_trip', {
        waitRule: { freeMinutes: 90, kmFactorBeyond: 2, driverGoesHomeFactor: 1 },
      }),
      yearly(1000),
      { kind: 'extra', label: 'Stationnement et péage', ...note },
    ],
  }),
  scheme({
    like: 'transolidaire-matour',
    name: 'Hameaux en chemin',
    fares: [perKm(30), yearly(100)],
    purposes: ['shopping', 'health'],
  }),
  scheme({
    like: 'thouarce',
    name: 'Vignes solidaires',
    fares: [perKm(40)],
    conditions: ['Appelez plusieurs jours avant.'],
  }),
  scheme({
    like: 'solidarite-transport-50',
    name: 'Bocage ensemble',
    pattern: travelPattern({
      rule: 'within',
      origin: { ...zone, label: 'Les 36 cantons d’avant 2015' },
      bothWays: true,
    }),
    fares: [perKm(32), yearly(300)],
    eligibility: allOf(poor, { kind: 'no_vehicle' }),
  }),
  scheme({
    like: 'mobisol26',
    name: 'Collines mobiles',
    booking: bookingRule({ channels: ['phone', 'online'], url: 'https://collines.example' }),
    fares: [flat(200)],
    eligibility: allOf({ kind: 'other', label: 'Être isolé en milieu rural' }),
  }),
  scheme({
    like: 'baule',
    name: 'Conducteurs de la côte',
    pattern: travelPattern({ rule: 'starts_in', origin: zone, bothWays: true, maxKm: 50 }),
    fares: [flat(500, { maxCents: 1300 }), yearly(800)],
    eligibility: allOf({ kind: 'no_other_solution' }, { kind: 'other', label: 'Motif examiné' }),
    conditions: [
      'Pas de trajet qu’un transport en commun assure déjà.',
      'Seulement ce qui est essentiel : demandez-nous.',
    ],
  }),
  scheme({
    like: 'armagnac-landais',
    name: 'Coup de pouce des pins',
    pattern: travelPattern({ rule: 'within', origin: canton(12), bothWays: true }),
    fares: [perKm(20), yearly(500)],
    eligibility: allOf({ kind: 'no_vehicle' }, poor),
  }),
  scheme({
    like: 'nort-sur-erdre',
    name: 'Passagers des rives',
    pattern: travelPattern({ rule: 'within', origin: zone, bothWays: true, waitMaxMinutes: 120 }),
    fares: [
      flat(300, { band: { fromKm: null, toKm: 10 } }),
      perKm(35, 'trip', {
        band: { fromKm: 10, toKm: null },
        waitRule: { freeMinutes: 120, kmFactorBeyond: 2, driverGoesHomeFactor: 2 },
      }),
    ],
  }),
  scheme({
    like: 'vms86',
    name: 'Entraide des deux vallées',
    pattern: travelPattern({ rule: 'within', origin: canton(21), bothWays: true }),
    fares: [
      flat(300, { band: { fromKm: null, toKm: 2 } }),
      { kind: 'unknown', band: { fromKm: 2, toKm: null }, ...note },
    ],
    purposes: ['shopping', 'health', 'social', 'work', 'errands'],
  }),
  scheme({
    like: 'roulons-solidaires',
    name: 'Roue libre du canal',
    pattern: travelPattern({ rule: 'starts_in', origin: canton(11), bothWays: true, maxKm: 100 }),
    fares: [unknown],
  }),
  scheme({
    like: 'domfront',
    name: 'Roulez bocage',
    pattern: travelPattern({
      rule: 'within',
      origin: namedPoints(['Le bourg', [0.1, 45.25], 10_000]),
      bothWays: true,
    }),
    booking: bookingRule({ notice: { kind: 'elapsed', minMinutes: 2880, maxMinutes: null } }),
    fares: [perKm(50)],
    eligibility: {
      all: [
        {
          any: [
            must({ kind: 'age', min: 18, max: null }),
            must({ kind: 'other', label: 'Être accompagné, avant 18 ans' }),
          ],
        },
        must({ kind: 'other', label: 'Ne pas pouvoir conduire, pour un temps ou pour toujours' }),
      ],
    },
  }),
  scheme({
    like: 'montaigu',
    name: 'La maison des trajets',
    pattern: travelPattern({
      rule: 'within',
      origin: namedPoints(['Le bourg', [0.1, 45.25], 15_000]),
      bothWays: true,
    }),
    fares: [unknown],
    eligibility: allOf(
      { kind: 'residence', insees: ['16020'], label: 'Habiter le canton' },
      { kind: 'no_vehicle' },
      { kind: 'member' },
    ),
  }),
  scheme({
    like: 'familles-rurales',
    name: 'Foyers du plateau',
    pattern: travelPattern({ rule: 'within', origin: everywhere }),
    fares: [unknown],
    eligibility: allOf({ kind: 'member' }),
  }),
];

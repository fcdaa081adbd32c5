// May one walk, ride or drive here, as the access tags of OpenStreetMap say?
// https://wiki.openstreetmap.org/wiki/Key:access: the tag closest to the vehicle wins.

import { MODE_BITS, ROAD_MODES, type RoadMode } from '#domain/journey/road-mode.ts';

/** Keys and values of one way or node of OpenStreetMap. */
export type RoadTags = ReadonlyMap<string, string>;

/** `destination`: only to reach a place along it. */
export type RoadAccess = 'yes' | 'destination' | 'no';

const KEYS: Readonly<Record<RoadMode, readonly string[]>> = {
  walk: ['foot', 'access'],
  cycle: ['bicycle', 'vehicle', 'access'],
  car: ['motorcar', 'motor_vehicle', 'vehicle', 'access'],
};

const VALUES: ReadonlyMap<string, RoadAccess> = new Map([
  ...words<RoadAccess>('yes', 'yes permissive designated official public discouraged dismount'),
  ...words<RoadAccess>('destination', 'destination customers residents'),
  ...words<RoadAccess>('no', 'no private agricultural forestry military emergency permit delivery'),
  ...words<RoadAccess>('no', 'employees staff psv bus use_sidepath restricted'),
]);

/** What the tags say for a mode; null when they say nothing of it. */
export function accessOf(tags: RoadTags, mode: RoadMode): RoadAccess | null {
  for (const key of KEYS[mode]) {
    const said = tags.get(key);
    if (said === undefined) continue;
    const known = said
      .split(';')
      .flatMap((value) => VALUES.get(value.trim()) ?? [])
      .sort((a, b) => RANKS[b] - RANKS[a]);
    // « agricultural;yes » is open: the widest of several values holds.
    if (known[0] !== undefined) return known[0];
  }
  return null;
}

const RANKS: Readonly<Record<RoadAccess, number>> = { no: 0, destination: 1, yes: 2 };

const CAR = MODE_BITS.car;
const WHEELS = MODE_BITS.cycle | MODE_BITS.car;
const EVERYBODY = MODE_BITS.walk | WHEELS;

/** Whom a barrier stops when its own access tags say nothing. Those not listed stop nobody. */
const BARRIERS: ReadonlyMap<string, number> = new Map([
  ...words(CAR, 'block bollard chain cycle_barrier debris jersey_barrier log motorcycle_barrier'),
  ...words(CAR, 'planter rock bus_trap sump_buster swing_gate wicket_gate barrier_board'),
  ...words(WHEELS, 'stile kissing_gate turnstile full-height_turnstile horse_stile'),
  ...words(EVERYBODY, 'fence wall hedge ditch guard_rail city_wall retaining_wall'),
]);

/** The modes that cannot pass this point of a road; 0 for none. */
export function blockedModes(tags: RoadTags): number {
  const barrier = tags.get('barrier');
  if (barrier === undefined) return 0;
  const usual = tags.get('locked') === 'yes' ? EVERYBODY : (BARRIERS.get(barrier) ?? 0);
  let blocked = 0;
  for (const mode of ROAD_MODES) {
    const access = accessOf(tags, mode);
    const stops = access === null ? (usual & MODE_BITS[mode]) !== 0 : access === 'no';
    if (stops) blocked |= MODE_BITS[mode];
  }
  return blocked;
}

function words<T>(value: T, list: string): [string, T][] {
  return list.split(' ').map((word) => [word, value]);
}

// How fast does one go on a road: what the law allows, what its kind and its surface let one do?
//
// Limits are those of the French Code de la route (R413-2, R413-3, R413-14): 130 km/h on motorways,
// 110 on roads with two carriageways, 80 on other country roads since 1 July 2018, 50 in towns, 20 in
// shared zones. The time spent is not that of the limit: bends, crossroads and villages are part of the
// road, hence a share of the limit and a usual speed for each kind of road.

import type { RoadTags } from '#domain/journey/road-access.ts';

/** An elderly person's usual pace, the same as where no road is known. */
export const WALK_KMH = 4.5;
export const STEPS_KMH = 2;

const RURAL_KMH = 80;
const DUAL_CARRIAGEWAY_KMH = 110;
const MAX_LIMIT_KMH = 130;
const URBAN_KMH = 50;
const SHARE_OF_LIMIT = 0.85;
/** In towns, crossroads and lights take more. */
const SHARE_OF_URBAN_LIMIT = 0.75;
const KMH_PER_MPH = 1.609_344;
const KMH_PER_KNOT = 1.852;

/** 0: not open to this mode unless its access tags say so. */
export type RoadClass = {
  limitKmh: number;
  carKmh: number;
  cycleKmh: number;
  walkKmh: number;
};

const road = (limitKmh: number, carKmh: number, cycleKmh = 15, walkKmh = WALK_KMH): RoadClass => ({
  limitKmh,
  carKmh,
  cycleKmh,
  walkKmh,
});

/** By value of `highway`; those not listed (construction, raceway, busway …) are no roads. */
export const ROAD_CLASSES: ReadonlyMap<string, RoadClass> = new Map([
  ['motorway', road(MAX_LIMIT_KMH, 112, 0, 0)],
  ['motorway_link', road(90, 60, 0, 0)],
  ['trunk', road(RURAL_KMH, 92)],
  ['trunk_link', road(RURAL_KMH, 50)],
  ['primary', road(RURAL_KMH, 70)],
  ['primary_link', road(RURAL_KMH, 45)],
  ['secondary', road(RURAL_KMH, 62)],
  ['secondary_link', road(RURAL_KMH, 40)],
  ['tertiary', road(RURAL_KMH, 54)],
  ['tertiary_link', road(RURAL_KMH, 40)],
  ['unclassified', road(RURAL_KMH, 42)],
  ['road', road(RURAL_KMH, 40)],
  ['residential', road(URBAN_KMH, 26)],
  ['living_street', road(20, 15, 12)],
  ['service', road(URBAN_KMH, 16, 12)],
  ['track', road(RURAL_KMH, 0, 12)],
  ['cycleway', road(30, 0, 16)],
  ['path', road(30, 0, 10)],
  ['bridleway', road(30, 0, 8)],
  ['pedestrian', road(20, 0, 0)],
  ['footway', road(20, 0, 0)],
  ['steps', road(20, 0, 0, STEPS_KMH)],
  ['platform', road(20, 0, 0)],
  ['corridor', road(20, 0, 0)],
]);

/** What a car does where tags open to it a road cars do not usually take. */
export const TOLERATED_CAR_KMH = 18;
/** What a bicycle does where tags open to it a way of walkers. */
export const TOLERATED_CYCLE_KMH = 10;

type Caps = readonly [carKmh: number, cycleKmh: number];

const BY_SURFACE: Readonly<Record<string, readonly [Caps, string]>> = {
  stones: [[30, 10], 'cobblestone sett unhewn_cobblestone'],
  packed: [[50, 14], 'compacted fine_gravel'],
  loose: [[40, 11], 'gravel unpaved pebblestone'],
  soil: [[25, 10], 'dirt earth ground clay'],
  grass: [[20, 8], 'grass grass_paver rock'],
  soft: [[12, 6], 'sand mud snow'],
};

/** The fastest on a surface, by tag; no cap when the tag is absent or says a good road. */
const CAPS: Readonly<Record<string, ReadonlyMap<string, Caps>>> = {
  surface: new Map(
    Object.values(BY_SURFACE).flatMap(([caps, words]) =>
      words.split(' ').map((word): [string, Caps] => [word, caps]),
    ),
  ),
  tracktype: new Map<string, Caps>([
    ['grade2', [30, 13]],
    ['grade3', [22, 11]],
    ['grade4', [14, 9]],
    ['grade5', [10, 7]],
  ]),
  smoothness: new Map<string, Caps>([
    ['bad', [35, 12]],
    ['very_bad', [18, 8]],
    ['horrible', [0, 5]],
    ['very_horrible', [0, 4]],
    ['impassable', [0, 0]],
  ]),
  service: new Map<string, Caps>([
    ['parking_aisle', [10, 10]],
    ['driveway', [12, 10]],
    ['drive-through', [8, 8]],
  ]),
};

/** The fastest its surface allows; Infinity when nothing is said. */
export function surfaceCaps(tags: RoadTags): { carKmh: number; cycleKmh: number } {
  let [carKmh, cycleKmh] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [key, caps] of Object.entries(CAPS)) {
    const cap = caps.get(tags.get(key) ?? '');
    if (cap === undefined) continue;
    carKmh = Math.min(carKmh, cap[0]);
    cycleKmh = Math.min(cycleKmh, cap[1]);
  }
  return { carKmh, cycleKmh };
}

/** The legal limit in one direction, in km/h. */
export function limitKmh(tags: RoadTags, known: RoadClass, direction: 'forward' | 'backward') {
  for (const key of [
    `maxspeed:${direction}`,
    'maxspeed',
    'maxspeed:type',
    'source:maxspeed',
    'zone:maxspeed',
    'zone:traffic',
  ]) {
    const parsed = parseLimitKmh(tags.get(key) ?? '');
    if (parsed !== null) return parsed;
  }
  const highway = tags.get('highway') ?? '';
  const isDual = tags.get('oneway') === 'yes' && !tags.has('junction');
  const isExpress = highway === 'trunk' && (tags.get('motorroad') === 'yes' || isDual);
  return isExpress ? DUAL_CARRIAGEWAY_KMH : known.limitKmh;
}

/** What a car does where the law sets this limit. */
export function drivenKmh(limit: number): number {
  return limit * (limit <= URBAN_KMH ? SHARE_OF_URBAN_LIMIT : SHARE_OF_LIMIT);
}

const ZONES: ReadonlyMap<string, number> = new Map([
  ['urban', URBAN_KMH],
  ['rural', RURAL_KMH],
  ['trunk', DUAL_CARRIAGEWAY_KMH],
  ['motorway', MAX_LIMIT_KMH],
  ['living_street', 20],
  ['pedestrian_zone', 5],
  ['walk', 5],
]);

/** « 50 », « 30 mph », « FR:rural », « FR:zone30 », « walk », « none »; null when not a limit. */
export function parseLimitKmh(text: string): number | null {
  const limits = text.split(';').flatMap((part) => oneLimitKmh(part.trim().toLowerCase()) ?? []);
  return limits.length === 0 ? null : Math.min(...limits);
}

function oneLimitKmh(text: string): number | null {
  if (text === 'none') return MAX_LIMIT_KMH;
  const zone = /^(?:[a-z]{2}:)?(?:zone:?)?([a-z_]+|\d{1,3})$/.exec(text)?.[1] ?? '';
  const [, digits, unit = 'km/h'] =
    /^(\d{1,3}(?:\.\d+)?) ?(km\/h|kmh|kph|mph|knots)?$/.exec(/^\d+$/.test(zone) ? zone : text) ??
    [];
  if (digits === undefined) return ZONES.get(zone) ?? null;
  const factor = unit === 'mph' ? KMH_PER_MPH : unit === 'knots' ? KMH_PER_KNOT : 1;
  const kmh = Number(digits) * factor;
  // A limit nobody ever posted is a slip of the keyboard.
  return kmh >= 3 && kmh <= 150 ? Math.min(kmh, MAX_LIMIT_KMH) : null;
}

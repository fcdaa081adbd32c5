// What does a way of OpenStreetMap offer: to whom, in which direction, how fast?

import { accessOf, type RoadAccess, type RoadTags } from '#domain/journey/road-access.ts';
import { ferryRule } from '#domain/journey/road-ferry.ts';
import type { ByMode, RoadRule } from '#domain/journey/road-mode.ts';
import {
  drivenKmh,
  limitKmh,
  ROAD_CLASSES,
  type RoadClass,
  surfaceCaps,
  TOLERATED_CAR_KMH,
  TOLERATED_CYCLE_KMH,
  WALK_KMH,
} from '#domain/journey/road-speed.ts';

/** From this limit on, a road that is no motorway is closed to those without an engine. */
const EXPRESS_KMH = 110;

/** Null: nobody goes there. */
export function roadRule(tags: RoadTags): RoadRule | null {
  const rule = tags.get('route') === 'ferry' ? ferryRule(tags) : streetRule(tags);
  if (rule === null) return null;
  const { forward, backward } = rule;
  const isOpen = [forward, backward].some(({ walk, cycle, car }) => walk + cycle + car > 0);
  return isOpen ? rule : null;
}

function streetRule(tags: RoadTags): RoadRule | null {
  const known = ROAD_CLASSES.get(highwayOf(tags));
  if (known === undefined) return null;
  const access = { car: carAccess(tags, known), walk: accessOf(tags, 'walk') };
  const isExpress =
    tags.get('motorroad') === 'yes' || limitKmh(tags, known, 'forward') >= EXPRESS_KMH;
  const walkKmh = walkKmhOf(known, access.walk, isExpress);
  const cycleKmh = cycleKmhOf(tags, known, isExpress);
  const carKmh = access.car === 'no' ? 0 : surfaceCaps(tags).carKmh;
  const isOpen = { car: carDirections(tags), cycle: cycleDirections(tags) };
  const speeds = (direction: 'forward' | 'backward'): ByMode => ({
    walk: walkKmh,
    // Where one may not ride, the bicycle is pushed.
    cycle: Math.max(isOpen.cycle[direction] ? cycleKmh : 0, Math.min(walkKmh, WALK_KMH)),
    car: isOpen.car[direction]
      ? Math.min(
          carKmh,
          drivenKmh(limitKmh(tags, known, direction)),
          known.carKmh || TOLERATED_CAR_KMH,
        )
      : 0,
  });
  return {
    forward: speeds('forward'),
    backward: speeds('backward'),
    isDestinationOnly: access.car === 'destination',
    isFerry: false,
    ferrySeconds: null,
  };
}

function highwayOf(tags: RoadTags): string {
  const highway = tags.get('highway');
  if (highway !== undefined) return highway;
  const isPlatform =
    tags.get('railway') === 'platform' || tags.get('public_transport') === 'platform';
  return isPlatform ? 'platform' : '';
}

function carAccess(tags: RoadTags, known: RoadClass): RoadAccess {
  if (tags.get('service') === 'emergency_access') return 'no';
  if (known.carKmh > 0) return accessOf(tags, 'car') ?? 'yes';
  // « access=yes » on a path speaks of walkers: cars are let in by their own tags only.
  const own = new Map([...tags].filter(([key]) => key === 'motorcar' || key === 'motor_vehicle'));
  return accessOf(own, 'car') ?? 'no';
}

function walkKmhOf(known: RoadClass, access: RoadAccess | null, isExpress: boolean): number {
  if (access === 'no') return 0;
  if (access === null && isExpress) return 0;
  return known.walkKmh > 0 || access === null ? known.walkKmh : WALK_KMH;
}

function cycleKmhOf(tags: RoadTags, known: RoadClass, isExpress: boolean): number {
  const access = accessOf(tags, 'cycle');
  if (access === 'no' || tags.get('bicycle') === 'dismount') return 0;
  if (tags.get('highway') === 'steps') return 0;
  if (access === null && isExpress) return 0;
  const isWelcome = tags.has('bicycle') || known.cycleKmh > 0;
  const kmh = isWelcome ? known.cycleKmh || TOLERATED_CYCLE_KMH : 0;
  return Math.min(kmh, surfaceCaps(tags).cycleKmh);
}

type Directions = { forward: boolean; backward: boolean };

const BOTH: Directions = { forward: true, backward: true };

function onewayOf(value: string | undefined): Directions | null {
  switch (value) {
    case 'yes':
    case 'true':
    case '1':
      return { forward: true, backward: false };
    case '-1':
    case 'reverse':
      return { forward: false, backward: true };
    case 'no':
    case 'false':
    case '0':
    case 'alternating':
      return BOTH;
    case 'reversible':
      // Its direction changes with the hour: nobody can count on it.
      return { forward: false, backward: false };
    default:
      return null;
  }
}

function carDirections(tags: RoadTags): Directions {
  const said =
    onewayOf(tags.get('oneway:motor_vehicle')) ??
    onewayOf(tags.get('oneway:vehicle')) ??
    onewayOf(tags.get('oneway'));
  if (said !== null) return said;
  const isRound = ['roundabout', 'circular'].includes(tags.get('junction') ?? '');
  return isRound || tags.get('highway') === 'motorway' ? { forward: true, backward: false } : BOTH;
}

const CYCLEWAYS = ['cycleway', 'cycleway:left', 'cycleway:right', 'cycleway:both'];

function cycleDirections(tags: RoadTags): Directions {
  const said = onewayOf(tags.get('oneway:bicycle'));
  if (said !== null) return said;
  if (CYCLEWAYS.some((key) => tags.get(key)?.startsWith('opposite'))) return BOTH;
  return carDirections(tags);
}

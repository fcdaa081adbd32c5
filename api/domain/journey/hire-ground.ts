// Which vehicles could this person hire, where, and how far by road are home and care from there?
//
// Asked once, whatever the hour. Places without a known point are not guessed.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { JourneyPoint, JourneyRequest } from '#domain/journey/journey.ts';
import { estimateRoads, type RoadTime, type RoadTimes } from '#domain/journey/road-times.ts';
import { servesHealth } from '#domain/journey/serves-health.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { type TripEnds, tripEnds } from '#domain/journey/trip-ends.ts';
import type { HireVehicle } from '#domain/transport/fare.ts';
import { HIRE_KINDS, type Offer, type TravelPattern } from '#domain/transport/offer.ts';
import { patternServes } from '#domain/transport/pattern-serves.ts';

/** Nobody looks farther than this for a vehicle; the nearest places are enough. */
const PLACE_RADIUS_METERS = 30_000;
const MAX_PLACES = 3;
/** Longest walk to a vehicle, and the crow's way beyond which it is not asked. */
const WALK_LIMIT_MINUTES = 40;
const WALK_ASKED_METERS = 3_500;
/** Longest ride to care, one way. */
const RIDE_LIMIT_MINUTES: Readonly<Record<HireVehicle, number>> = {
  bicycle: 45,
  electric_bicycle: 60,
  moped: 60,
  car: 240,
};
/** A moped goes no faster, and takes neither motorways nor expressways. */
const MOPED_METERS_PER_MINUTE = 40_000 / 60;
/** Helped by its motor, at the pace usually counted for trips in the country. */
const ELECTRIC_SHARE_OF_CYCLE = 0.75;

/** One vehicle of one offer, at one place. */
export type HireChoice = {
  offer: Offer;
  pattern: TravelPattern;
  vehicle: HireVehicle;
  /** Null: brought to the home, or the place is not known. */
  place: JourneyPoint | null;
  /** How the person gets to the place; null: no way was found, or there is no place. */
  approach: { mode: 'walk' | 'car'; road: RoadTime } | null;
  /** For lines to the place, when it is too far to walk to; made when first needed. Null: none. */
  lineEnds: () => TripEnds | null;
  crowMeters: number;
  /** By the vehicle: from the place and from home to care, and between the place and home. */
  placeToCare: RoadTime;
  homeToCare: RoadTime;
  placeToHome: RoadTime;
};

/** Roads from so few are those of all places of care asked about from one home. */
const FEW_PLACES = 2;

type HireRequest = Pick<JourneyRequest, 'from' | 'to' | 'mode' | 'needs'>;
type Candidate = Pick<HireChoice, 'offer' | 'pattern'> & { places: readonly JourneyPoint[] };

/** None for who has a car. `car`: from home to care. */
export function hireGround(
  request: HireRequest,
  context: { offers: readonly Offer[]; roads: RoadTimes; timetable: Timetable | null },
  car: RoadTime,
): HireChoice[] {
  const { offers, roads } = context;
  if (request.mode === 'car') return [];
  const candidates = offers.flatMap((offer) => candidatesOf(offer, request, car));
  if (candidates.length === 0) return [];
  const places = [...new Set(candidates.flatMap((each) => each.places))];
  const roadsOf = askRoads(request, roads, places, car, candidates);
  const lineEndsOf = askLines(request, context);
  return candidates.flatMap(({ offer, pattern, places: near }) =>
    vehiclesOf(offer)
      .filter((vehicle) => mayUse(vehicle, request))
      .flatMap((vehicle) =>
        (near.length === 0 ? [null] : near).flatMap((place): HireChoice[] => {
          const found = roadsOf(vehicle, place);
          if (found === null || found.homeToCare.minutes > RIDE_LIMIT_MINUTES[vehicle]) return [];
          const byLine = place !== null && place === near[0] && found.approach === null;
          const lineEnds = () => (byLine ? lineEndsOf(place) : null);
          return [{ offer, pattern, vehicle, place, lineEnds, ...found }];
        }),
      ),
  );
}

/** Those it has a price for, be it an unknown one. */
function vehiclesOf({ fares }: Pick<Offer, 'fares'>): HireVehicle[] {
  return [...new Set(fares.flatMap(({ vehicle }) => vehicle ?? []))];
}

/** On two wheels alone and without help; at the wheel when no help is needed but a companion's. */
function mayUse(vehicle: HireVehicle, { needs }: HireRequest): boolean {
  if (needs.includes('lying')) return false;
  if (vehicle !== 'car') return needs.every((need) => need === 'luggage_help');
  const isHelped = needs.includes('companion');
  return isHelped || !needs.some((need) => need === 'transfer_aid' || need === 'door_through_door');
}

function candidatesOf(offer: Offer, { from, to }: HireRequest, car: RoadTime): Candidate[] {
  if (!HIRE_KINDS.has(offer.kind) || !servesHealth(offer)) return [];
  const roadMeters = car.estimate ? null : car.meters;
  const known = offer.places.flatMap(({ name, insee, point }) =>
    point === null ? [] : [{ name, insee, point }],
  );
  const places = known
    .map((place) => ({ place, meters: distanceMeters(from.point, place.point) }))
    .filter(({ meters }) => meters <= PLACE_RADIUS_METERS)
    .sort((a, b) => a.meters - b.meters)
    .slice(0, MAX_PLACES)
    .map(({ place }) => place);
  return offer.patterns.flatMap((pattern): Candidate[] => {
    if (pattern.feeder === 'only' || !patternServes(pattern, from, to, roadMeters)) return [];
    if (pattern.pickup === 'door') return [{ offer, pattern, places: [] }];
    return known.length > 0 && places.length === 0 ? [] : [{ offer, pattern, places }];
  });
}

/** Home and a place by lines alone, their stops reached on foot: once for each place. */
function askLines(
  { from, needs }: HireRequest,
  { roads, timetable }: { roads: RoadTimes; timetable: Timetable | null },
): (place: JourneyPoint) => TripEnds | null {
  const known = new Map<JourneyPoint, TripEnds>();
  return (place) => {
    if (timetable === null) return null;
    const request = { from, to: place, mode: 'no_car', needs } as const;
    const ends = known.get(place) ?? tripEnds(request, { offers: [], roads }, timetable);
    known.set(place, ends);
    return ends.home.length > 0 && ends.care.length > 0 ? ends : null;
  };
}

type Found = Pick<
  HireChoice,
  'approach' | 'crowMeters' | 'placeToCare' | 'homeToCare' | 'placeToHome'
>;

const NO_ROAD: RoadTime = { minutes: 0, meters: 0, estimate: false };

/** A search of the roads for each way to travel that some vehicle needs, made when first needed. */
function askRoads(
  { from, to, mode, needs }: HireRequest,
  roads: RoadTimes,
  places: readonly JourneyPoint[],
  car: RoadTime,
  candidates: readonly Candidate[],
): (vehicle: HireVehicle, place: JourneyPoint | null) => Found | null {
  const points = places.map(({ point }) => point);
  const byCar = (vehicle: HireVehicle) => vehicle === 'car' || vehicle === 'moped';
  const all = new Set(candidates.flatMap(({ offer }) => vehiclesOf(offer)));
  const drives = [...all].some(byCar);
  const rides = [...all].some((vehicle) => !byCar(vehicle));
  const carFrom = drives || mode === 'driven' ? fromHome(roads, 'car', from.point, points) : [];
  const carTo = drives ? toCare(roads, 'car', points, to.point) : [];
  const cycleFrom = rides ? fromHome(roads, 'cycle', from.point, [to.point, ...points]) : [];
  const cycleTo = rides ? toCare(roads, 'cycle', points, to.point) : [];
  const isNear = points.map((point) => distanceMeters(from.point, point) <= WALK_ASKED_METERS);
  const near = points.filter((_, index) => isNear[index]);
  const walked = needs.includes('wheelchair') ? [] : fromHome(roads, 'walk', from.point, near);

  return (vehicle, place) => {
    const index = place === null ? -1 : places.indexOf(place);
    const by = (drive: RoadTime | null | undefined, cycle: RoadTime | null | undefined) =>
      vehicleRoad(vehicle, (byCar(vehicle) ? drive : cycle) ?? null);
    const homeToCare = by(car, cycleFrom[0]);
    if (homeToCare === null) return null;
    if (place === null) {
      return {
        approach: null,
        crowMeters: 0,
        homeToCare,
        placeToCare: homeToCare,
        placeToHome: NO_ROAD,
      };
    }
    const placeToCare = by(carTo[index], cycleTo[index]);
    const placeToHome = by(carFrom[index], cycleFrom[index + 1]);
    if (placeToCare === null || placeToHome === null) return null;
    const walk = walked[near.indexOf(place.point)] ?? null;
    const driven = mode === 'driven' ? (carFrom[index] ?? null) : null;
    const crowMeters = Math.round(distanceMeters(from.point, place.point));
    const ends = { crowMeters, homeToCare, placeToCare, placeToHome };
    if (walk && walk.minutes <= WALK_LIMIT_MINUTES && (!driven || walk.minutes <= driven.minutes)) {
      return { ...ends, approach: { mode: 'walk', road: walk } };
    }
    return { ...ends, approach: driven && { mode: 'car', road: driven } };
  };
}

/** The time of a moped is an estimate: which roads it may take is not known of each. */
function vehicleRoad(vehicle: HireVehicle, road: RoadTime | null): RoadTime | null {
  if (road === null || vehicle === 'car' || vehicle === 'bicycle') return road;
  const minutes =
    vehicle === 'moped'
      ? Math.max(road.minutes, Math.ceil(road.meters / MOPED_METERS_PER_MINUTE))
      : Math.ceil(road.minutes * ELECTRIC_SHARE_OF_CYCLE);
  return { ...road, minutes, estimate: true };
}

type Times = readonly (RoadTime | null)[];
type Mode = 'walk' | 'cycle' | 'car';

/** Far from every road known, an estimate, never silence. */
function fromHome(roads: RoadTimes, mode: Mode, from: LonLat, to: readonly LonLat[]): Times {
  if (to.length === 0) return [];
  const times = roads.fromOne(mode, from, to);
  return times.every((each) => each === null) ? estimateRoads.fromOne(mode, from, to) : times;
}

function toCare(roads: RoadTimes, mode: Mode, from: readonly LonLat[], to: LonLat): Times {
  if (from.length === 0) return [];
  const times =
    mode === 'car' && from.length <= FEW_PLACES
      ? from.flatMap((place) => roads.fromOne(mode, place, [to]))
      : roads.toOne(mode, from, to);
  return times.every((each) => each === null) ? estimateRoads.toOne(mode, from, to) : times;
}

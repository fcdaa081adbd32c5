// An offer in the form two writings of it are merged in: all that can change by itself has a name of its own.
//
// The hours of a trip are kept by stop and not by rank, so that a stop one person adds does not move the
// hours another one writes. A zone holds the recipe it was made by: one is never taken without the other.

import type { ServiceArea, TravelPattern } from '#domain/transport/offer.ts';
import {
  type AreaEnd,
  type AreaRecipe,
  areaKey,
  type LineDirection,
  type LineTimetable,
  type LineTrip,
  type OfferDocument,
} from '#domain/transport/offer-document.ts';

type NamedArea = ServiceArea & { recipe?: AreaRecipe };
type NamedPattern = Omit<TravelPattern, AreaEnd> & {
  origin: NamedArea;
  destination: NamedArea | null;
};
type NamedCall = { id: string; minute: number | null; booked: boolean };
type NamedTrip = Omit<LineTrip, 'minutes' | 'booked'> & {
  calls: readonly NamedCall[];
  /** Whether it says where one must book. */
  saysBooked: boolean;
};
type NamedTimetable = Omit<LineTimetable, 'directions' | 'trips'> & {
  outward: LineDirection;
  back: LineDirection;
  trips: readonly NamedTrip[];
};
export type NamedDocument = Omit<OfferDocument, 'offer' | 'timetable'> & {
  offer: Omit<OfferDocument['offer'], 'patterns'> & { patterns: readonly NamedPattern[] };
  timetable: NamedTimetable | null;
};

/** Between a stop and how many times the line called at it before; in no id. */
const AGAIN = '\n';

export function nameDocument(document: OfferDocument): NamedDocument {
  const areas = { ...document.areas };
  const take = (area: ServiceArea, key: string): NamedArea => {
    const recipe = areas[key];
    delete areas[key];
    return recipe === undefined ? area : { ...area, recipe };
  };
  const patterns = document.offer.patterns.map((pattern): NamedPattern => {
    const { id, origin, destination } = pattern;
    return {
      ...pattern,
      origin: take(origin, areaKey(id, 'origin')),
      destination: destination && take(destination, areaKey(id, 'destination')),
    };
  });
  const { offer, timetable } = document;
  return {
    schema: document.schema,
    offer: { ...offer, patterns },
    areas,
    timetable: timetable && nameTimetable(timetable),
  };
}

function nameTimetable({ directions, trips, ...others }: LineTimetable): NamedTimetable {
  const named = directions.map((each) => ({ ...each, stopIds: countCalls(each.stopIds) }));
  const [outward, back] = named as [LineDirection, LineDirection];
  return {
    ...others,
    outward,
    back,
    trips: trips.map(({ minutes, booked, ...trip }): NamedTrip => {
      const { stopIds } = trip.direction === 0 ? outward : back;
      const calls = stopIds.flatMap((id, rank): NamedCall[] => {
        const minute = minutes[rank] ?? null;
        const isBooked = booked?.[rank] ?? false;
        return minute === null && !isBooked ? [] : [{ id, minute, booked: isBooked }];
      });
      return { ...trip, calls, saysBooked: booked !== undefined };
    }),
  };
}

/** `others`: where a stop or a calendar that is still needed is found again. */
export function documentOf(named: NamedDocument, others: readonly NamedDocument[]): OfferDocument {
  const areas = { ...named.areas };
  const put = ({ recipe, ...area }: NamedArea, key: string): ServiceArea => {
    if (recipe !== undefined) areas[key] = recipe;
    return area;
  };
  const patterns = named.offer.patterns.map((pattern): TravelPattern => {
    const { id, origin, rule } = pattern;
    // Only « from … to … » has a second zone.
    const destination = rule === 'from_to' ? pattern.destination : null;
    return {
      ...pattern,
      origin: put(origin, areaKey(id, 'origin')),
      destination: destination && put(destination, areaKey(id, 'destination')),
    };
  });
  return {
    ...named,
    offer: { ...named.offer, patterns },
    areas,
    timetable: named.timetable && timetableOf(named.timetable, others),
  };
}

function timetableOf(
  { outward, back, trips, ...timetable }: NamedTimetable,
  others: readonly NamedDocument[],
): LineTimetable {
  const known = others.flatMap((each) => each.timetable ?? []);
  const ways = [outward, back].map((way, direction) => {
    const ofWay = trips.filter((trip) => trip.direction === direction);
    const called = new Set(ofWay.flatMap(({ calls }) => calls.map(({ id }) => id)));
    const orders = known.map((each) => (direction === 0 ? each.outward : each.back).stopIds);
    // A stop one removed stays while a trip calls at it.
    const ids = orders.reduce(
      (held, order) => insertMissing(held, order, (id) => called.has(id)),
      way.stopIds,
    );
    return { ...way, stopIds: ids };
  }) as [LineDirection, LineDirection];
  const stopIds = new Set(ways.flatMap((way) => way.stopIds.map(stopOf)));
  const calendars = new Set(trips.map(({ calendar }) => calendar));
  return {
    ...timetable,
    stops: complete(
      timetable.stops,
      known.flatMap(({ stops }) => stops),
      {
        nameOf: ({ id }) => id,
        isNeeded: (id) => stopIds.has(id),
      },
    ),
    calendars: complete(
      timetable.calendars,
      known.flatMap((each) => each.calendars),
      {
        nameOf: ({ name }) => name,
        isNeeded: (name) => calendars.has(name),
      },
    ),
    directions: [
      { ...ways[0], stopIds: ways[0].stopIds.map(stopOf) },
      { ...ways[1], stopIds: ways[1].stopIds.map(stopOf) },
    ],
    trips: trips.map(({ calls, saysBooked, ...trip }): LineTrip => {
      const byStop = new Map(calls.map((call) => [call.id, call]));
      const row = ways[trip.direction].stopIds.map((id) => byStop.get(id));
      const minutes = row.map((call) => call?.minute ?? null);
      const booked = row.map((call) => call?.booked ?? false);
      return { ...trip, minutes, ...(saysBooked || booked.includes(true) ? { booked } : {}) };
    }),
  };
}

/** What `from` has and `held` has not, where it is needed: after the one it follows there. */
export function insertMissing(
  held: readonly string[],
  from: readonly string[],
  isNeeded: (name: string) => boolean = () => true,
): readonly string[] {
  const names = [...held];
  for (const [rank, name] of from.entries()) {
    if (names.includes(name) || !isNeeded(name)) continue;
    const before = from.slice(0, rank).findLast((each) => names.includes(each));
    names.splice(before === undefined ? 0 : names.indexOf(before) + 1, 0, name);
  }
  return names;
}

function complete<Item>(
  held: readonly Item[],
  from: readonly Item[],
  { nameOf, isNeeded }: { nameOf: (item: Item) => string; isNeeded: (name: string) => boolean },
): readonly Item[] {
  const names = new Set(held.map(nameOf));
  const missing = from.filter((item) => {
    const isMissing = isNeeded(nameOf(item)) && !names.has(nameOf(item));
    if (isMissing) names.add(nameOf(item));
    return isMissing;
  });
  return [...held, ...missing];
}

/** The stop of a call, whichever of its calls it is. */
export function stopOf(call: string): string {
  return call.split(AGAIN)[0] ?? call;
}

function countCalls(stopIds: readonly string[]): readonly string[] {
  return stopIds.map((id, rank) => {
    const before = stopIds.slice(0, rank).filter((each) => each === id).length;
    return before === 0 ? id : `${id}${AGAIN}${before + 1}`;
  });
}

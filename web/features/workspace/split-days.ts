// Other hours on certain days: the same way of working, its zone with it, on those days apart.

import { weekdayOf } from '#domain/time.ts';
import type { ServiceCalendar, TravelPattern } from '#domain/transport/offer.ts';
import { type AreaEnd, areaKey, type OfferDocument } from '#domain/transport/offer-document.ts';
import { freePatternId } from './blank-pattern.ts';

const ENDS: readonly AreaEnd[] = ['origin', 'destination'];

/** The days a way of working can lend: none when it has only one. */
export function daysToSplit({ calendar }: TravelPattern): readonly number[] {
  const days = calendar.weekdays.toSorted((a, b) => a - b);
  return days.length > 1 ? days : [];
}

/** Unchanged unless some of its days go and some stay. The new one comes right after it. */
export function splitDays(
  whole: OfferDocument,
  patternId: string,
  days: readonly number[],
): OfferDocument {
  const { offer, areas } = whole;
  const pattern = offer.patterns.find(({ id }) => id === patternId);
  if (pattern === undefined) return whole;
  const gone = daysToSplit(pattern).filter((day) => days.includes(day));
  const kept = pattern.calendar.weekdays.filter((day) => !gone.includes(day));
  if (gone.length === 0 || kept.length === 0) return whole;
  const id = freePatternId(offer.id, offer.patterns);
  const { calendar } = pattern;
  const staying = { ...pattern, calendar: onDays(calendar, kept, (day) => !gone.includes(day)) };
  const apart = { ...pattern, id, calendar: onDays(calendar, gone, (day) => gone.includes(day)) };
  const recipes = ENDS.flatMap((end) => {
    const recipe = areas[areaKey(patternId, end)];
    return recipe === undefined ? [] : [[areaKey(id, end), recipe] as const];
  });
  return {
    ...whole,
    areas: { ...areas, ...Object.fromEntries(recipes) },
    offer: {
      ...offer,
      patterns: offer.patterns.flatMap((each) => (each === pattern ? [staying, apart] : [each])),
    },
  };
}

/** A day it runs apart from the rule goes with its day of the week, so that it runs once. */
function onDays(
  calendar: ServiceCalendar,
  weekdays: readonly number[],
  isOurs: (weekday: number) => boolean,
): ServiceCalendar {
  const exceptions = calendar.exceptions.filter(
    ({ date, runs }) => !runs || isOurs(weekdayOf(date)),
  );
  return { ...calendar, weekdays, exceptions };
}

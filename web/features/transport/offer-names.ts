// What in a sentence about an offer comes from the offer itself, and is French on every page?

import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import { areaLabel } from '#web/lib/offer-words.ts';

/** Of its conditions, in its own words. */
export function conditionNames(expression: Eligibility | null): string[] {
  if (expression === null) return [];
  if ('criterion' in expression) return criterionNames(expression.criterion);
  if ('not' in expression) return conditionNames(expression.not);
  return ('all' in expression ? expression.all : expression.any).flatMap(conditionNames);
}

/** Where it takes people and where it stands. */
export function placeNames({ patterns, places }: Pick<Offer, 'patterns' | 'places'>): string[] {
  return [...patterns.map(({ origin }) => areaLabel(origin)), ...places.map(({ name }) => name)];
}

/** Of one way it works: its areas, its feeder stops, its days apart. */
export function patternNames(pattern: TravelPattern): string[] {
  const { origin, destination, feederStops = [] } = pattern;
  return [
    areaLabel(origin),
    ...(destination === null ? [] : [areaLabel(destination)]),
    ...feederStops.map(({ name }) => name),
    ...dayNames([pattern]),
  ];
}

export function dayNames(patterns: readonly Pick<TravelPattern, 'calendar'>[]): string[] {
  return patterns.flatMap(({ calendar }) =>
    calendar.exceptions.flatMap(({ label }) => label ?? []),
  );
}

/** Of its prices. */
export function fareNames(fares: Offer['fares']): string[] {
  return fares.flatMap((fare) => [fare.note ?? [], 'label' in fare ? fare.label : []].flat());
}

function criterionNames(criterion: Criterion): string[] {
  if ('label' in criterion) return [criterion.label];
  return criterion.kind === 'referral' ? [criterion.by] : [];
}

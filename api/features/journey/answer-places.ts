// The ways to several places as one answer: places in the order asked.

import type { PlacesBody } from './contract.ts';
import type { JourneyDeps } from './journey-deps.ts';
import { type PlaceAnswer, type PlacesEnd, startPlaces } from './plan-places.ts';

export type PlacesAnswer = PlacesEnd & { places: readonly PlaceAnswer[] };

export async function answerPlaces(deps: JourneyDeps, body: PlacesBody): Promise<PlacesAnswer> {
  const { answers, end } = await startPlaces(deps, body);
  const places: PlaceAnswer[] = [];
  for await (const place of answers) places.push(place);
  return { ...end(), places: places.toSorted((a, b) => a.index - b.index) };
}

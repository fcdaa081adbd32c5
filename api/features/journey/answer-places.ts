// The ways to several places as one answer: places in the order asked.

import type { PlacesBody } from './contract.ts';
import type { JourneyTools } from './journey-deps.ts';
import { type PlaceAnswer, type PlacesEnd, startPlaces } from './plan-places.ts';

export type PlacesAnswer = PlacesEnd & { places: readonly PlaceAnswer[] };

export async function answerPlaces(deps: JourneyTools, body: PlacesBody): Promise<PlacesAnswer> {
  const { answers, end } = await startPlaces(deps, body);
  const places: PlaceAnswer[] = [];
  for await (const place of answers) places.push(place);
  return { ...end(), places: places.toSorted((a, b) => a.index - b.index) };
}

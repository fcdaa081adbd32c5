// From the words of a search to the need and the commune they mean, or to what must be asked again.

import type { Need } from '#domain/directory/directory.ts';
import {
  type Insee,
  PLACE_KEY,
  type PlaceKey,
  type PlaceSuggestion,
} from '#domain/territory/territory.ts';
import type { Api } from '#web/lib/api.ts';
import { isNotFound } from '#web/lib/api-failure.ts';

export type NeedAnswer =
  | { kind: 'need'; need: Need }
  | { kind: 'entry'; entryId: string }
  | { kind: 'missing' }
  | { kind: 'unknown' };

export type PlaceAnswer =
  | { kind: 'place'; place: PlaceSuggestion }
  | { kind: 'choice'; places: readonly PlaceSuggestion[] }
  | { kind: 'missing' }
  | { kind: 'unknown' };

const ENTRY_PREFIX = 'fiche:';

export function entryValue(entryId: string): string {
  return ENTRY_PREFIX + entryId;
}

export async function resolveNeed(
  api: Api,
  asked: { need: string; needTyped: boolean },
  near?: Insee,
): Promise<NeedAnswer> {
  if (asked.need === '') return { kind: 'missing' };
  const needs = await api.needs();
  const chosen = asked.needTyped ? undefined : needs.find((need) => need.id === asked.need);
  if (chosen !== undefined) return { kind: 'need', need: chosen };
  if (asked.need.startsWith(ENTRY_PREFIX)) {
    return { kind: 'entry', entryId: asked.need.slice(ENTRY_PREFIX.length) };
  }
  const [best] = await api.suggestNeeds(asked.need, near);
  if (best === undefined) return { kind: 'unknown' };
  if (best.kind === 'entry') return { kind: 'entry', entryId: best.id };
  const need = needs.find((item) => item.id === best.id);
  return need === undefined ? { kind: 'unknown' } : { kind: 'need', need };
}

/** Typed digits are a postcode; chosen ones are the code of a commune, or of an address. */
export async function resolvePlace(
  api: Api,
  asked: { place: string; placeTyped: boolean },
  territoryCode: string | undefined,
): Promise<PlaceAnswer> {
  if (asked.place === '') return { kind: 'missing' };
  if (!asked.placeTyped && PLACE_KEY.test(asked.place)) {
    const place = await findPlace(api, asked.place);
    if (place !== null) return { kind: 'place', place };
  }
  const places = await api.suggestPlaces(asked.place, territoryCode);
  const [first] = places;
  if (first === undefined) return { kind: 'unknown' };
  const exact = places.filter((place) => sameWords(place.matchedText, asked.place));
  const [only] = exact.length > 0 ? exact : places;
  if (only !== undefined && (exact.length === 1 || places.length === 1)) {
    return { kind: 'place', place: only };
  }
  return { kind: 'choice', places: exact.length > 0 ? exact : places };
}

async function findPlace(api: Api, key: PlaceKey): Promise<PlaceSuggestion | null> {
  try {
    return await api.place(key);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** « saint severin » and « Saint-Séverin » are the same words. */
export function sameWords(one: string, other: string): boolean {
  return bareWords(one) === bareWords(other);
}

function bareWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

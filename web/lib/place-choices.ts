// What a place field asks the API, and how it names what it gets: shared by every form with a place.

import type { PlaceSuggestion } from '#domain/territory/territory.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { Api } from './api.ts';
import { isNotFound } from './api-failure.ts';

export function createPlaceChoices(page: { api: Api; text: Dictionary }, territory?: string) {
  const { api, text } = page;
  return {
    suggest: async (query: string, signal: AbortSignal) =>
      (await api.suggestPlaces(query, territory, signal)).map((place) => ({
        value: place.insee,
        label: place.name,
        detail: placeDetail(place, text),
        icon: 'pin' as const,
      })),
    nearest: async (lon: number, lat: number) => {
      try {
        const place = await api.nearestPlace(lon, lat);
        return { value: place.insee, label: place.name };
      } catch (error) {
        if (isNotFound(error)) return null;
        throw error;
      }
    },
    labels: {
      count: text.form.suggestions,
      none: text.form.noSuggestion,
      loading: text.common.loading,
      locate: text.form.locate,
      locating: text.form.locating,
      locateFailed: text.form.locateFailed,
    },
  };
}

/** The commune an address or a form names: by its code, else by the words typed; null when unknown. */
export async function findPlace(
  api: Api,
  asked: { insee: string | null; typed: string | null },
  territory?: string,
): Promise<PlaceSuggestion | null> {
  if (asked.insee !== null && /^\d[0-9AB]\d{3}$/.test(asked.insee)) {
    try {
      return await api.place(asked.insee);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  const words = asked.typed ?? asked.insee;
  if (words === null) return null;
  const [best] = await api.suggestPlaces(words, territory);
  return best ?? null;
}

/** « 16390 », or « 16190, autrefois Aignes-et-Puypéroux ». */
export function placeDetail(place: PlaceSuggestion, text: Dictionary): string {
  return place.matched === 'former_name'
    ? `${place.postcode}, ${text.form.formerName(place.matchedText)}`
    : place.postcode;
}

// What the place field asks the API, and how it names what it gets.

import type { PlaceSuggestion } from '#domain/territory/territory.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { Api } from '#web/lib/api.ts';
import { isNotFound } from '#web/lib/api-failure.ts';
import type { ComboboxOption } from '#web/ui/combobox.tsx';

export function createPlaceSearch(page: { api: Api; text: Dictionary }) {
  const { api, text } = page;
  return {
    suggest: async (query: string, signal: AbortSignal): Promise<readonly ComboboxOption[]> =>
      (await api.suggestPlaces(query, undefined, signal)).map((place) => ({
        value: place.insee,
        label: place.name,
        detail: placeDetail(place, text),
        icon: 'pin',
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

/** « 16390 », or « 16190, autrefois Aignes-et-Puypéroux ». */
export function placeDetail(place: PlaceSuggestion, text: Dictionary): string {
  return place.matched === 'former_name'
    ? `${place.postcode}, ${text.form.formerName(place.matchedText)}`
    : place.postcode;
}

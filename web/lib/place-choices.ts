// What a place field asks the API, and how it names what it gets: shared by every form with a place.

import { createSignal } from 'solid-js';
import { PLACE_KEY, type PlaceKey, type PlaceSuggestion } from '#domain/territory/territory.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import type { Api } from './api.ts';
import { isNotFound } from './api-failure.ts';

function createPlaceChoices(page: { api: Api; text: Dictionary }, territory?: string) {
  const { api, text } = page;
  return {
    suggest: async (query: string, signal: AbortSignal) =>
      (await api.suggestPlaces(query, territory, signal)).map((place) => ({
        value: place.key,
        label: place.name,
        detail: placeDetail(place, text),
        icon: 'pin' as const,
      })),
    nearest: async (lon: number, lat: number) => {
      try {
        const place = await api.nearestPlace(lon, lat);
        return { value: place.key, label: place.name };
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

/**
 * All a place field needs, and what stands in it: `<PlaceField id="depart" label="…" {...place} />`.
 * `value` is a key only while the words are those of a choice.
 */
export function createPlaceInput(
  page: { api: Api; text: Dictionary },
  start: { text: string; key?: PlaceKey | null; territory?: string | undefined },
) {
  const [text, setText] = createSignal(start.text);
  const [key, setKey] = createSignal<PlaceKey | null>(start.key ?? null);
  return {
    textName: 'lieu',
    valueName: 'depart',
    get text() {
      return text();
    },
    get value() {
      return key();
    },
    onText: (typed: string) => {
      setText(typed);
      setKey(null);
    },
    onChoose: (choice: { label: string; value: PlaceKey }) => {
      setText(choice.label);
      setKey(choice.value);
    },
    ...createPlaceChoices(page, start.territory),
  };
}

/** The place a page's address or a form names: by its key, else by the words typed; null when unknown. */
export async function findPlace(
  api: Api,
  asked: { key: string | null; typed: string | null },
  territory?: string,
): Promise<PlaceSuggestion | null> {
  if (asked.key !== null && PLACE_KEY.test(asked.key)) {
    try {
      return await api.place(asked.key);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  const words = asked.typed ?? asked.key;
  if (words === null) return null;
  const [best] = await api.suggestPlaces(words, territory);
  return best ?? null;
}

/** « 16390 », « 16190, autrefois Aignes-et-Puypéroux », or « 16190, Saint Cybard ». */
export function placeDetail(place: PlaceSuggestion, text: Dictionary): string {
  if (place.matched === 'locality') return `${place.postcode}, ${place.matchedText}`;
  return place.matched === 'former_name'
    ? `${place.postcode}, ${text.form.formerName(place.matchedText)}`
    : place.postcode;
}

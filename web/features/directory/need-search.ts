// What a resident is looking for, as it stands in the address: read, checked, and written back.

import { TRAVEL_MODES, type TravelMode } from '#domain/journey/journey.ts';
import { withQuery } from '#web/lib/api.ts';
import { isDate, parseMinute, timeValue } from '#web/lib/format.ts';

export const MODE_WORDS: Readonly<Record<TravelMode, string>> = {
  no_car: 'sans-voiture',
  car: 'en-voiture',
  driven: 'on-memmene',
};

/** Metres offered in « Chercher jusqu'à ». */
export const RADII: readonly number[] = [10_000, 20_000, 30_000, 50_000, 80_000];

/** Longest text worth understanding; the rest is dropped. */
const TEXT_LIMIT = 80;

export type SearchQuery = {
  /** A need's id, `fiche:ID` for an entry chosen by name, or words. Empty when absent. */
  need: string;
  /** True when `need` was typed and not chosen. */
  needTyped: boolean;
  /** A commune's code, or words. Empty when absent. */
  place: string;
  placeTyped: boolean;
  mode: TravelMode;
  /** As written, checked by `appointmentOf`. */
  day: string;
  time: string;
  radiusMeters: number | null;
  accessible: boolean;
  cursor: string;
};

export function readSearch(query: URLSearchParams): SearchQuery {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, TEXT_LIMIT);
  const typedNeed = text('quoi');
  const typedPlace = text('lieu');
  const radius = Number(query.get('rayon') ?? '');
  const mode = TRAVEL_MODES.find((item) => MODE_WORDS[item] === query.get('deplacement'));
  return {
    need: typedNeed || text('besoin'),
    needTyped: typedNeed !== '',
    place: typedPlace || text('depart'),
    placeTyped: typedPlace !== '',
    mode: mode ?? 'no_car',
    day: text('jour'),
    time: text('heure'),
    radiusMeters: RADII.includes(radius * 1000) ? radius * 1000 : null,
    accessible: query.get('acces') === 'oui',
    cursor: query.get('suite') ?? '',
  };
}

/** The path of a search; `need` and `place` are codes by then. */
export function searchPath(search: SearchQuery): string {
  return withQuery('/resultats', {
    besoin: search.need,
    depart: search.place,
    deplacement: MODE_WORDS[search.mode],
    jour: search.day,
    heure: search.time,
    rayon: search.radiusMeters === null ? undefined : search.radiusMeters / 1000,
    acces: search.accessible ? 'oui' : undefined,
    suite: search.cursor,
  });
}

/** What the entry and journey pages keep of a search. */
export function travelQuery(search: SearchQuery): Record<string, string | undefined> {
  return {
    depart: search.place,
    deplacement: MODE_WORDS[search.mode],
    jour: search.day || undefined,
    heure: search.time || undefined,
    besoin: search.need || undefined,
    rayon: search.radiusMeters === null ? undefined : String(search.radiusMeters / 1000),
    acces: search.accessible ? 'oui' : undefined,
    suite: search.cursor || undefined,
  };
}

type WhenFault = 'date' | 'date_past' | 'time' | 'time_without_date';

export type When =
  | { kind: 'none' }
  | { kind: 'day'; date: string }
  | { kind: 'moment'; date: string; minute: number }
  | { kind: 'fault'; fault: WhenFault };

export function readWhen(search: SearchQuery, today: string): When {
  const fault = (name: WhenFault): When => ({ kind: 'fault', fault: name });
  const minute = search.time === '' ? null : parseMinute(search.time);
  if (search.time !== '' && minute === null) return fault('time');
  if (search.day === '') return minute === null ? { kind: 'none' } : fault('time_without_date');
  if (!isDate(search.day)) return fault('date');
  if (search.day < today) return fault('date_past');
  if (minute === null) return { kind: 'day', date: search.day };
  return { kind: 'moment', date: search.day, minute };
}

/** Local date and time of the directory search: `2026-11-24T10:00`. */
export function atText(date: string, minute: number): string {
  return `${date}T${timeValue(minute)}`;
}

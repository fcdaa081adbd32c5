// What the address of a journey says (commune, day, hour, length, mode) and what its form sends.

import { defaultAppointment } from '#domain/journey/default-appointment.ts';
import type { Appointment, TravelMode } from '#domain/journey/journey.ts';
import { type QueryValue, withQuery } from '#web/lib/api.ts';
import { isDate, localMoment, parseMinute, timeValue } from '#web/lib/format.ts';
import { type KeptSearch, keptSearch } from '#web/lib/kept-search.ts';

/** Values of `deplacement` in addresses, in French like the addresses themselves. */
export const MODE_VALUES: Record<TravelMode, string> = {
  no_car: 'sans-voiture',
  car: 'en-voiture',
  driven: 'on-memmene',
};

/** Lengths of a visit a person chooses from, in minutes. */
const DURATION_CHOICES = [15, 30, 45, 60, 90, 120, 180, 240] as const;

/** With the one given, whatever it is: an address says any length up to a day. */
export function durationChoices(given: number | null): number[] {
  return [...new Set([...DURATION_CHOICES, ...(given === null ? [] : [given])])].toSorted(
    (a, b) => a - b,
  );
}

export type JourneyQuery = {
  /** Of a commune or an address. */
  departKey: string | null;
  /** Words typed for the place, when nothing was chosen. */
  departText: string | null;
  appointment: Appointment;
  /** True when day or hour are an example: the person gave none. */
  assumed: boolean;
  /** The day given, when it was given without an hour. */
  dayAlone: string | null;
  mode: TravelMode;
  /** What was looked for, when one comes from results: a need's id. */
  need: string | null;
  /** The rest of that search. */
  search: KeptSearch;
};

export function readJourneyQuery(query: URLSearchParams, nowMs: number): JourneyQuery {
  const example = defaultAppointment(localMoment(nowMs));
  const day = query.get('jour') ?? '';
  const minute = parseMinute(query.get('heure') ?? '');
  const date = isDate(day) ? day : null;
  return {
    departKey: text(query, 'depart'),
    departText: text(query, 'lieu'),
    appointment: {
      date: date ?? example.date,
      minute: minute ?? example.minute,
      durationMinutes: readDuration(query.get('duree')),
    },
    assumed: date === null || minute === null,
    dayAlone: minute === null ? date : null,
    mode: readMode(query.get('deplacement')),
    need: readNeed(query.get('besoin')),
    search: keptSearch(query),
  };
}

/** `/trajet/abc?depart=16020&jour=…`; an assumed appointment stays out of the address. */
export function journeyPath(
  entryId: string,
  query: Pick<JourneyQuery, 'departKey' | 'appointment' | 'assumed' | 'mode' | 'need'> &
    Partial<Pick<JourneyQuery, 'dayAlone' | 'search'>>,
): string {
  const when: Record<string, QueryValue> = query.assumed
    ? { jour: query.dayAlone }
    : { jour: query.appointment.date, heure: timeValue(query.appointment.minute) };
  return withQuery(`/trajet/${encodeURIComponent(entryId)}`, {
    depart: query.departKey,
    ...when,
    duree: query.appointment.durationMinutes,
    deplacement: MODE_VALUES[query.mode],
    besoin: query.need,
    ...query.search,
  });
}

type CameFrom = Pick<JourneyQuery, 'departKey' | 'mode' | 'need'> & Partial<JourneyQuery>;

/** Back to the card this journey was found on; null when one does not come from results. */
export function resultsPath(entryId: string, query: CameFrom): string | null {
  if (query.need === null || query.departKey === null) return null;
  return `${withQuery('/resultats', searchOf(query))}#reponse-${entryId}`;
}

/** To the page of the place, which leads back to the results as well. */
export function entryPath(entryId: string, query: CameFrom): string {
  return withQuery(`/fiche/${encodeURIComponent(entryId)}`, searchOf(query));
}

function searchOf(query: CameFrom): Record<string, QueryValue> {
  const { departKey, mode, need, appointment, assumed = true, dayAlone, search } = query;
  const when =
    assumed || appointment === undefined
      ? { jour: dayAlone }
      : { jour: appointment.date, heure: timeValue(appointment.minute) };
  return {
    besoin: need,
    depart: departKey,
    deplacement: MODE_VALUES[mode],
    ...when,
    ...search,
  };
}

function readMode(value: string | null): TravelMode {
  if (value === MODE_VALUES.car) return 'car';
  if (value === MODE_VALUES.driven) return 'driven';
  return 'no_car';
}

function readNeed(value: string | null): string | null {
  return value !== null && /^[a-z0-9-]{1,80}$/.test(value) ? value : null;
}

function readDuration(value: string | null): number | null {
  const minutes = Number(value ?? '');
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440 ? minutes : null;
}

function text(query: URLSearchParams, name: string): string | null {
  const value = query.get(name)?.trim() ?? '';
  return value === '' ? null : value.slice(0, 80);
}

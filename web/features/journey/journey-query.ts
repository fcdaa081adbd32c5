// What the address of a journey says (commune, day, hour, length, mode) and what its form sends.

import { defaultAppointment } from '#domain/journey/default-appointment.ts';
import type { Appointment, TravelMode } from '#domain/journey/journey.ts';
import { type QueryValue, withQuery } from '#web/lib/api.ts';
import { isDate, localMoment, parseMinute, timeValue } from '#web/lib/format.ts';

/** Values of `deplacement` in addresses, in French like the addresses themselves. */
export const MODE_VALUES: Record<TravelMode, string> = {
  no_car: 'sans-voiture',
  car: 'en-voiture',
  driven: 'on-memmene',
};

/** Lengths of a visit a person chooses from, in minutes. */
export const DURATION_CHOICES = [15, 30, 45, 60, 90, 120, 180, 240] as const;

export type JourneyQuery = {
  /** Of a commune or an address. */
  departKey: string | null;
  /** Words typed for the place, when nothing was chosen. */
  departText: string | null;
  appointment: Appointment;
  /** True when day or hour are an example: the person gave none. */
  assumed: boolean;
  mode: TravelMode;
  /** What was looked for, when one comes from results: a need's id. */
  need: string | null;
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
    mode: readMode(query.get('deplacement')),
    need: readNeed(query.get('besoin')),
  };
}

/** `/trajet/abc?depart=16020&jour=…`; an assumed appointment stays out of the address. */
export function journeyPath(
  entryId: string,
  query: Pick<JourneyQuery, 'departKey' | 'appointment' | 'assumed' | 'mode' | 'need'>,
): string {
  const when: Record<string, QueryValue> = query.assumed
    ? {}
    : { jour: query.appointment.date, heure: timeValue(query.appointment.minute) };
  return withQuery(`/trajet/${encodeURIComponent(entryId)}`, {
    depart: query.departKey,
    ...when,
    duree: query.appointment.durationMinutes,
    deplacement: MODE_VALUES[query.mode],
    besoin: query.need,
  });
}

/** Back to the card this journey was found on; null when one does not come from results. */
export function resultsPath(
  entryId: string,
  query: Pick<JourneyQuery, 'departKey' | 'mode' | 'need'> & Partial<JourneyQuery>,
): string | null {
  const { departKey, mode, need, appointment, assumed = true } = query;
  if (need === null || departKey === null) return null;
  const when =
    assumed || appointment === undefined
      ? {}
      : { jour: appointment.date, heure: timeValue(appointment.minute) };
  const path = withQuery('/resultats', {
    besoin: need,
    depart: departKey,
    deplacement: MODE_VALUES[mode],
    ...when,
  });
  return `${path}#reponse-${entryId}`;
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

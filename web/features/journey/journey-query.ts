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
  };
}

/** `/trajet/abc?depart=16020&jour=…`; an assumed appointment stays out of the address. */
export function journeyPath(
  entryId: string,
  query: Pick<JourneyQuery, 'departKey' | 'appointment' | 'assumed' | 'mode'>,
): string {
  const when: Record<string, QueryValue> = query.assumed
    ? {}
    : { jour: query.appointment.date, heure: timeValue(query.appointment.minute) };
  return withQuery(`/trajet/${encodeURIComponent(entryId)}`, {
    depart: query.departKey,
    ...when,
    duree: query.appointment.durationMinutes,
    deplacement: MODE_VALUES[query.mode],
  });
}

function readMode(value: string | null): TravelMode {
  if (value === MODE_VALUES.car) return 'car';
  if (value === MODE_VALUES.driven) return 'driven';
  return 'no_car';
}

function readDuration(value: string | null): number | null {
  const minutes = Number(value ?? '');
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440 ? minutes : null;
}

function text(query: URLSearchParams, name: string): string | null {
  const value = query.get(name)?.trim() ?? '';
  return value === '' ? null : value.slice(0, 80);
}

// What the address of the slots says: home, first day, length of the visit, how one travels.

import type { TravelMode } from '#domain/journey/journey.ts';
import { withQuery } from '#web/lib/api.ts';
import { isDate, localMoment } from '#web/lib/format.ts';
import type { KeptSearch } from '#web/lib/kept-search.ts';
import { type JourneyQuery, MODE_VALUES, readJourneyQuery } from './journey-query.ts';

/** A fortnight: two weeks to read to the secretary. */
export const SLOT_DAYS = 14;

export type SlotsQuery = {
  /** Of a commune or an address. */
  departKey: string | null;
  departText: string | null;
  /** First day; never in the past. */
  fromDate: string;
  durationMinutes: number | null;
  mode: TravelMode;
  need: string | null;
  /** The rest of the search one comes from. */
  search: KeptSearch;
};

export function readSlotsQuery(query: URLSearchParams, nowMs: number): SlotsQuery {
  const { departKey, departText, appointment, mode, need, search } = readJourneyQuery(query, nowMs);
  const today = localMoment(nowMs).date;
  const asked = query.get('jour') ?? '';
  return {
    departKey,
    departText,
    fromDate: isDate(asked) && asked > today ? asked : today,
    durationMinutes: appointment.durationMinutes,
    mode,
    need,
    search,
  };
}

/** `/creneaux/abc?depart=16020&…`; without a first day the calendar begins today. */
export function slotsPath(
  entryId: string,
  query: Pick<JourneyQuery, 'departKey' | 'mode' | 'need'> & {
    fromDate?: string;
    durationMinutes?: number | null;
    search?: KeptSearch;
  },
): string {
  return withQuery(`/creneaux/${encodeURIComponent(entryId)}`, {
    depart: query.departKey,
    jour: query.fromDate,
    duree: query.durationMinutes,
    deplacement: MODE_VALUES[query.mode],
    besoin: query.need,
    ...query.search,
  });
}

// Does a way of working say where and when, in a manner that can be kept?

import { addDays, type LocalDate } from '#domain/time.ts';
import type { ServiceArea, ServiceCalendar, TravelPattern } from '#domain/transport/offer.ts';
import { noticeAt, type OfferNotice } from '#domain/transport/offer-notice.ts';
import { runningOn } from '#domain/transport/runs-on.ts';

/** A service that runs on no day of a year to come never runs. */
const HORIZON_DAYS = 366;

export function checkPattern(
  pattern: TravelPattern,
  field: string,
  today: LocalDate,
): OfferNotice[] {
  return [
    ...checkArea(pattern.origin, `${field}.origin`),
    ...checkDestination(pattern, field),
    ...checkDistances(pattern, field),
    ...checkCalendar(pattern.calendar, `${field}.calendar`, today),
    ...checkWindows(pattern, field),
  ];
}

function checkArea(area: ServiceArea, field: string): OfferNotice[] {
  const isEmpty =
    (area.kind === 'communes' && area.insees.length === 0) ||
    (area.kind === 'points' && area.points.length === 0) ||
    (area.kind === 'polygon' && area.polygons.length === 0);
  if (isEmpty) return [noticeAt(field, 'no_area', 'error')];
  return area.kind === 'unknown' ? [noticeAt(field, 'unknown_area', 'warning')] : [];
}

function checkDestination({ rule, destination }: TravelPattern, field: string): OfferNotice[] {
  if (destination !== null) return checkArea(destination, `${field}.destination`);
  return rule === 'from_to' ? [noticeAt(`${field}.destination`, 'no_area', 'error')] : [];
}

function checkDistances({ minKm, maxKm }: TravelPattern, field: string): OfferNotice[] {
  if (minKm === undefined || maxKm === null || minKm <= maxKm) return [];
  return [noticeAt(`${field}.maxKm`, 'distance_range_reversed', 'error', { minKm, maxKm })];
}

function checkCalendar(calendar: ServiceCalendar, field: string, today: LocalDate): OfferNotice[] {
  const { startsOn, endsOn, weekdays, exceptions } = calendar;
  if (startsOn !== null && endsOn !== null && startsOn > endsOn) {
    const values = { from: startsOn, to: endsOn };
    return [noticeAt(`${field}.endsOn`, 'start_and_end_range_out_of_order', 'error', values)];
  }
  const runsLater = exceptions.some(({ date, runs }) => runs && date >= today);
  if (endsOn !== null && endsOn < today && !runsLater) {
    return [noticeAt(`${field}.endsOn`, 'expired_calendar', 'error', { to: endsOn })];
  }
  if (weekdays.length === 0 && !runsLater) {
    return [noticeAt(`${field}.weekdays`, 'service_has_no_active_day_of_the_week', 'error')];
  }
  const from = startsOn !== null && startsOn > today ? startsOn : today;
  const days = Array.from({ length: HORIZON_DAYS }, (_, ahead) => addDays(from, ahead));
  const answers = new Set(days.map((date) => runningOn(calendar, date)));
  if (answers.has('yes') || runsLater) return [];
  return answers.has('unknown')
    ? [noticeAt(`${field}.school`, 'school_calendar_unknown', 'warning')]
    : [noticeAt(field, 'never_runs', 'error')];
}

function checkWindows({ windows }: TravelPattern, field: string): OfferNotice[] {
  return windows.flatMap(({ from, to }, rank): OfferNotice[] => {
    const place = `${field}.windows.${rank}`;
    if (to <= from)
      return [noticeAt(place, 'invalid_pickup_drop_off_window', 'error', { from, to })];
    const overlaps = windows.slice(0, rank).some((each) => each.from < to && from < each.to);
    return overlaps ? [noticeAt(place, 'windows_overlap', 'warning', { from, to })] : [];
  });
}

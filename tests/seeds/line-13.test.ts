import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '#domain/time.ts';
import { LINE_13_RUNS } from '#seeds/demo/timetable/line-13.ts';
import { line13Rows } from '#seeds/demo/timetable/line-13-rows.ts';

const rows = line13Rows();
const CHALAIS = '87583690';
const MONTMOREAU = '87583674';

function datesOf(serviceId: string): string[] {
  const calendar = rows.calendars.find((each) => each.serviceId === serviceId);
  const exceptions = new Map(
    rows.calendarDates
      .filter((each) => each.serviceId === serviceId)
      .map(({ date, runs }) => [date, runs]),
  );
  const dates: string[] = [];
  for (let date = rows.validFrom; date <= rows.validTo; date = addDays(date, 1)) {
    const usual =
      calendar !== undefined &&
      date >= calendar.startDate &&
      date <= calendar.endDate &&
      calendar.weekdays.includes(weekdayOf(date));
    if (exceptions.get(date) ?? usual) dates.push(date);
  }
  return dates;
}

const running = new Map(rows.trips.map(({ tripId, serviceId }) => [tripId, datesOf(serviceId)]));

function departures(date: string, stopId: string, directionId: number): string[] {
  const trips = new Set(
    rows.trips
      .filter(
        (trip) => trip.directionId === directionId && running.get(trip.tripId)?.includes(date),
      )
      .map(({ tripId }) => tripId),
  );
  return rows.stopTimes
    .filter((call) => call.stopId === stopId && trips.has(call.tripId))
    .map(({ departureSeconds }) => departureSeconds)
    .sort((a, b) => a - b)
    .map((seconds) => new Date(seconds * 1000).toISOString().slice(11, 16));
}

describe('line 13 in winter 2025', () => {
  it('has 29 runs, each on as many days as its publisher says', () => {
    expect(LINE_13_RUNS).toHaveLength(29);
    const found = LINE_13_RUNS.map(
      ({ train, variant }) => running.get(`${train}-${variant}`)?.length,
    );
    expect(found).toEqual(LINE_13_RUNS.map(({ dateCount }) => dateCount));
  });

  it('leaves Chalais at the printed times on a Tuesday', () => {
    expect(departures('2025-01-28', CHALAIS, 1)).toEqual([
      '06:44',
      '07:47',
      '13:51',
      '17:48',
      '19:45',
    ]);
    expect(departures('2025-01-28', CHALAIS, 0)).toEqual([
      '07:15',
      '08:13',
      '13:09',
      '17:14',
      '18:14',
      '19:14',
    ]);
  });

  it('leaves Montmoreau at the printed times on a Tuesday, a Saturday and a Sunday', () => {
    expect(departures('2025-01-28', MONTMOREAU, 1)).toEqual([
      '06:54',
      '07:56',
      '14:01',
      '17:57',
      '19:54',
    ]);
    expect(departures('2025-02-01', MONTMOREAU, 1)).toEqual(['09:00', '14:30', '19:54']);
    expect(departures('2025-02-02', MONTMOREAU, 1)).toEqual(['10:32', '14:30', '19:54']);
    expect(departures('2025-02-02', MONTMOREAU, 0)).toEqual(['10:06', '13:00', '19:04']);
  });

  it('runs on Easter Monday as on a Sunday', () => {
    expect(departures('2025-04-21', CHALAIS, 0)).toEqual(['10:15', '13:09', '19:12']);
  });

  it('never goes back in time, and lets nobody board at the end', () => {
    for (const trip of Map.groupBy(rows.stopTimes, ({ tripId }) => tripId).values()) {
      const times = trip.flatMap(({ arrivalSeconds, departureSeconds }) => [
        arrivalSeconds,
        departureSeconds,
      ]);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(trip.at(-1)?.pickupType).toBe(1);
      expect(trip[0]?.dropOffType).toBe(1);
    }
  });
});

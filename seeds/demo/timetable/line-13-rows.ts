// Line 13 as the rows of a GTFS feed, times in seconds of the service day.

import { AppError } from '#domain/error.ts';
import {
  LINE_13_RUNS,
  LINE_13_STOPS,
  LINE_13_VALID_FROM,
  LINE_13_VALID_TO,
  type Line13Run,
} from '#seeds/demo/timetable/line-13.ts';

export const TER_DEMO_FEED_ID = 'ter-demo';

const ROUTES = {
  train: { routeId: 'ter-13', routeType: 2 },
  coach: { routeId: 'ter-13-coach', routeType: 200 },
};

function secondsOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return ((hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN)) * 60;
}

function stopsOf(run: Line13Run) {
  const names = LINE_13_STOPS.map(({ name }) => name);
  const first = names.indexOf(run.from);
  const last = names.indexOf(run.to);
  const calls = run.times.split(' ');
  if (first === -1 || last === -1 || calls.length !== Math.abs(last - first) + 1) {
    throw new AppError(
      'bad_import',
      `Circulation ${run.train} : ${Math.abs(last - first) + 1} horaires attendus de ${run.from} à ${run.to}, reçu ${calls.length}.`,
    );
  }
  const inOrder =
    first < last
      ? LINE_13_STOPS.slice(first, last + 1)
      : LINE_13_STOPS.slice(last, first + 1).reverse();
  return inOrder.map((stop, position) => {
    const [arrival = '', departure = arrival] = (calls[position] ?? '').split('/');
    return { stop, arrivalSeconds: secondsOf(arrival), departureSeconds: secondsOf(departure) };
  });
}

const datesOf = (monthDays: string): string[] =>
  monthDays
    .split(' ')
    .filter((text) => text !== '')
    .map((text) => `2025-${text}`);

/** Rows without their `feedVersionId`, under the column names of `db/schema/gtfs.ts`. */
export function line13Rows() {
  const runs = LINE_13_RUNS.map((run) => ({ run, id: `${run.train}-${run.variant}` }));
  return {
    validFrom: LINE_13_VALID_FROM,
    validTo: LINE_13_VALID_TO,
    agencies: [
      {
        agencyId: 'sncf',
        name: 'SNCF Voyageurs',
        url: 'https://www.ter.sncf.com',
        timezone: 'Europe/Paris',
        phone: null,
      },
    ],
    stops: LINE_13_STOPS.map(({ uic, name, point }, number) => ({
      stopId: uic,
      number,
      name,
      point,
      code: uic,
    })),
    routes: Object.values(ROUTES).map(({ routeId, routeType }) => ({
      routeId,
      routeType,
      agencyId: 'sncf',
      shortName: 'L13',
      longName: 'Angoulême – Bordeaux',
    })),
    trips: runs.map(({ run, id }) => ({
      tripId: id,
      routeId: ROUTES[run.vehicle].routeId,
      serviceId: id,
      headsign: run.to,
      shortName: run.train,
      directionId: run.from === 'Angoulême' ? 0 : 1,
    })),
    stopTimes: runs.flatMap(({ run, id }) => {
      const calls = stopsOf(run);
      return calls.map(({ stop, arrivalSeconds, departureSeconds }, position) => ({
        tripId: id,
        stopSequence: position,
        stopId: stop.uic,
        arrivalSeconds,
        departureSeconds,
        pickupType: position === calls.length - 1 ? 1 : 0,
        dropOffType: position === 0 ? 1 : 0,
      }));
    }),
    calendars: runs.map(({ run, id }) => ({
      serviceId: id,
      weekdays: [...run.weekdays].map(Number),
      startDate: run.startsOn,
      endDate: run.endsOn,
    })),
    calendarDates: runs.flatMap(({ run, id }) => [
      ...datesOf(run.notOn).map((date) => ({ serviceId: id, date, runs: false })),
      ...datesOf(run.alsoOn).map((date) => ({ serviceId: id, date, runs: true })),
    ]),
  };
}

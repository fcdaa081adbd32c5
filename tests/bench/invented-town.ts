// A town network of ordinary size, for machines that have no real one beside the project.

import type { GtfsFeed, GtfsStopTime } from '#domain/journey/gtfs.ts';

const LINES = 60;
const CALLS = 14;
const DEPARTURES = 20;

/** 60 lines through one middle, both ways, every forty minutes: 33,600 calls. */
export function inventedTown(): { town: GtfsFeed; date: string } {
  const stops: GtfsFeed['stops'][number][] = [];
  const trips: GtfsFeed['trips'][number][] = [];
  const stopTimes: GtfsStopTime[] = [];
  for (let line = 0; line < LINES; line++) {
    const angle = (line / LINES) * 2 * Math.PI;
    for (let call = 0; call < CALLS; call++) {
      // The first two stops of every line are in the middle, where one changes.
      const away = Math.max(0, call - 1) * 0.007;
      stops.push({
        id: `${line}-${call}`,
        name: `Arrêt ${line}-${call}`,
        point: [0.7 + away * Math.cos(angle) * 1.4 + line * 1e-5, 45.2 + away * Math.sin(angle)],
        kind: 0,
        parentId: null,
        platformCode: null,
        wheelchair: 0,
      });
    }
    for (let departure = 0; departure < DEPARTURES * 2; departure++) {
      const tripId = `${line}-${departure}`;
      const back = departure % 2 === 1;
      trips.push({
        id: tripId,
        routeId: `${line}`,
        serviceId: 'all',
        headsign: null,
        shortName: null,
        wheelchair: 0,
      });
      for (let call = 0; call < CALLS; call++) {
        const seconds = 6 * 3600 + (departure >> 1) * 2400 + line * 60 + call * 150;
        stopTimes.push({
          tripId,
          stopId: `${line}-${back ? CALLS - 1 - call : call}`,
          sequence: call,
          arrivalSeconds: seconds,
          departureSeconds: seconds,
          pickup: 0,
          dropOff: 0,
          shapeDistance: null,
        });
      }
    }
  }
  const town: GtfsFeed = {
    agencies: [{ id: 'a', name: 'Réseau', url: null, timezone: 'Europe/Paris', phone: null }],
    stops,
    routes: Array.from({ length: LINES }, (_, line) => ({
      id: `${line}`,
      agencyId: null,
      shortName: `${line}`,
      longName: null,
      type: 3,
      color: null,
    })),
    trips,
    stopTimes,
    calendars: [
      {
        serviceId: 'all',
        weekdays: [true, true, true, true, true, true, false],
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
      },
    ],
    calendarDates: [],
    frequencies: [],
    transfers: [],
    feedInfo: null,
  };
  return { town, date: '2026-01-13' };
}

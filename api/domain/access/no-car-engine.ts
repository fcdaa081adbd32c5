// From one commune, on which half-days can each profession be reached without a car? All that does not depend on the
// commune is laid out once: the days of the week of reference, the places of each profession, those near a stop.

import type { LonLat } from '#domain/geo.ts';
import { dayView } from '#domain/journey/day-view.ts';
import type { RoadTimes } from '#domain/journey/road-times.ts';
import { shareNetworks } from '#domain/journey/same-runs.ts';
import { stopsAround } from '#domain/journey/stop-grid.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { marksOn } from '#domain/journey/timetable-marks.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { LocalDate } from '#domain/time.ts';
import type { LineMark } from '#domain/transport/line-overlay.ts';
import type { CareSite } from './care-site.ts';
import type { NoCarOffers } from './no-car-offers.ts';
import { type NoCarContext, type NoCarVisits, noCarVisits, weekDates } from './no-car-visits.ts';
import { noCarWeek, sitesToTry } from './no-car-week.ts';
import { ACCESS_PROFESSIONS } from './professions.ts';
import type { UsefulDayRow } from './useful-day-run.ts';

/** From a stop to the door of a place that counts as near a line. */
const STOP_METERS = 1_000;

export type NoCarGround = NoCarOffers & {
  timetable: Timetable;
  marks: readonly LineMark[];
  roads: RoadTimes;
  /** First day of the week of reference. */
  monday: LocalDate;
  /** The day of the computation: timetables that ended before are to be confirmed. */
  today: LocalDate;
  sites: readonly CareSite[];
};

export type HomeCommune = { insee: Insee; name: string; point: LonLat };

/** One row a profession, in their order; a profession with no place near has nothing open. */
export function noCarEngine(ground: NoCarGround): (home: HomeCommune) => UsefulDayRow[] {
  const { timetable, sites, monday } = ground;
  const context = contextOf(ground);
  const byProfession = ACCESS_PROFESSIONS.map((profession) => ({
    profession,
    sites: sites.filter((site) => site.profession === profession),
  }));
  const nearStop = new Map<string, boolean>();
  const isNearStop = ({ point }: CareSite): boolean => {
    const key = point.join();
    const known = nearStop.get(key);
    if (known !== undefined) return known;
    const found = stopsAround(timetable.grid, point, STOP_METERS).length > 0;
    nearStop.set(key, found);
    return found;
  };
  return (home) => {
    const visits = new Map<string, NoCarVisits>();
    const visitsTo = ({ name, point, insee }: CareSite): NoCarVisits => {
      const key = `${point.join()} ${insee}`;
      const known = visits.get(key) ?? noCarVisits(home, { name, point, insee }, context);
      visits.set(key, known);
      return known;
    };
    return byProfession.map(({ profession, sites: places }) => ({
      insee: home.insee,
      profession,
      ...noCarWeek(sitesToTry(home.point, places, isNearStop), visitsTo, monday),
    }));
  };
}

function contextOf({ timetable, marks, ...ground }: NoCarGround): NoCarContext {
  const { offers, sure, roads, monday, today } = ground;
  const said = marksOn(timetable, marks);
  const views: ReturnType<typeof dayView>[] = [];
  for (const date of weekDates(monday)) {
    const view = shareNetworks(dayView(timetable, date), views);
    views.push(said === null ? view : { ...view, marks: said });
  }
  const linesAreCurrent = timetable.feeds.every(
    ({ validity }) => validity !== null && validity.to >= today,
  );
  return { offers, sure, roads, monday, views, linesAreCurrent };
}

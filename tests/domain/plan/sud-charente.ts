// Sud Charente as people know it: its offers, its trains of early 2025, and roads one can reckon by hand.

import { readFileSync } from 'node:fs';
import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import type { JourneyPoint } from '#domain/journey/journey.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';
import type { RoadTime, RoadTimes } from '#domain/journey/road-times.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { TER_DEMO_FEED_ID } from '#seeds/demo/timetable/line-13-rows.ts';
import { readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';

export const aubeterre = place('Aubeterre-sur-Dronne', [0.1698, 45.2716], '16020');
export const montmoreau = place('Montmoreau', [0.1301, 45.3961], '16230');
export const chalaisDoctor = place('Médecin de Chalais', [0.043, 45.2707], '16073');
export const hospital = place('Hôpital de Girac', [0.120763, 45.636], '16341');
/** Ten minutes on foot from the station of Angoulême. */
export const cityDoctor = place('Médecin d’Angoulême', [0.16, 45.65], '16015');
/** In Charente, outside the 89 communes. */
export const laCouronne = place('La Couronne', [0.1012, 45.6048], '16113');

function place(name: string, point: LonLat, insee: string): JourneyPoint {
  return { name, point, insee };
}

const METERS_PER_MINUTE: Readonly<Record<RoadMode, number>> = { walk: 75, cycle: 200, car: 750 };

/** A third longer than the crow flies; 45 km/h by car, 4.5 km/h on foot; minutes rounded up. */
export const plainRoads: RoadTimes = {
  fromOne: (mode, from, to) => to.map((each) => plainRoad(mode, from, each)),
  toOne: (mode, from, to) => from.map((each) => plainRoad(mode, each, to)),
};

function plainRoad(mode: RoadMode, from: LonLat, to: LonLat): RoadTime {
  const meters = Math.round(distanceMeters(from, to) * 1.3);
  return { meters, minutes: Math.ceil(meters / METERS_PER_MINUTE[mode]), estimate: false };
}

/** The published feed, under the name the offers of the demonstration give it. */
export async function readTrains(zip: string): Promise<(date: string) => DayView> {
  const { files } = await readGtfsZip({ name: 'ter.zip', bytes: readFileSync(zip) });
  const timetable: Timetable = buildTimetable([
    { feedId: TER_DEMO_FEED_ID, ...readFeed(files).feed },
  ]);
  const views = new Map<string, DayView>();
  return (date) => {
    const view = views.get(date) ?? dayView(timetable, date);
    views.set(date, view);
    return view;
  };
}

/** « 7:56 » as minutes of the day. */
export function clock(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
}

// Every way there and back that can be composed, judged, in no order yet.

import type { LonLat } from '#domain/geo.ts';
import { type AppointmentWindow, appointmentWindow } from '#domain/journey/appointment-window.ts';
import { assessOption } from '#domain/journey/assess-option.ts';
import { composeDirect } from '#domain/journey/compose-direct.ts';
import { type ByLine, composeHire } from '#domain/journey/compose-hire.ts';
import { composeLines, type LineSearches, lineSearches } from '#domain/journey/compose-lines.ts';
import { composeOwn } from '#domain/journey/compose-own.ts';
import { timetableNotes, usedOffers } from '#domain/journey/compose-scheduled.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type { Draft } from '#domain/journey/draft.ts';
import { cutFeeders, refusedOffers } from '#domain/journey/feeder-cut.ts';
import { hireByLine } from '#domain/journey/hire-by-line.ts';
import { type HireChoice, hireGround } from '#domain/journey/hire-ground.ts';
import type { JourneyOption, JourneyRequest } from '#domain/journey/journey.ts';
import { keepLast, numberOf } from '#domain/journey/keep-last.ts';
import { knownProfile } from '#domain/journey/known-profile.ts';
import { isLastResort, otherSolution } from '#domain/journey/other-solution.ts';
import { askedDay } from '#domain/journey/ride-time.ts';
import type { RoadTimes } from '#domain/journey/road-times.ts';
import { type ScheduledSearch, searchOneHour } from '#domain/journey/scheduled-search.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { type EndsRequest, type TripEnds, tripEnds } from '#domain/journey/trip-ends.ts';
import { type FoundDays, searchWholeDay } from '#domain/journey/whole-day-search.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { Moment } from '#domain/time.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** `view`: what runs on the day of the appointment; null when no timetable is loaded. */
export type PlanContext = {
  now: Moment;
  offers: readonly Offer[];
  view: DayView | null;
  roads: RoadTimes;
  /** What runs on other days, when a change of day may be looked for; else only the day asked is. */
  viewOf?: (date: string) => DayView | null;
  /** For a card of a list: one return is enough, and no change is looked for. */
  brief?: boolean;
  /** Where communes stand, to say how far a zone is; without, only zones around points are told. */
  communeCentres?: ReadonlyMap<Insee, LonLat>;
};

/** What does not depend on the hour nor on the day: offers in a fixed order, roads, ways to the stops. */
export type PlanGround = {
  offers: readonly Offer[];
  timetable: Timetable | null;
  ends: TripEnds;
  hires: readonly HireChoice[];
  /** Ends with the offers tried for some person and hours, by what they are. */
  tried: Map<string, TriedEnds>;
};

/** `days`: found by timetable between these ends, for the hours of a day. */
type TriedEnds = { key: string; ends: TripEnds; days: FoundDays };

/** Of the last ends asked about: the days of a fortnight are asked one after the other. */
const grounds = keepLast<Timetable, PlanGround>(4);

export function planGround(
  { from, to, mode, needs }: EndsRequest,
  { offers, roads }: Pick<PlanContext, 'offers' | 'roads'>,
  view: DayView | null,
): PlanGround {
  const request = { from, to, mode, needs };
  const make = () => layGround(request, { offers, roads }, view);
  if (view === null) return make();
  const key = JSON.stringify([request, numberOf(offers), numberOf(roads)]);
  return grounds(view.timetable, key, make);
}

function layGround(
  request: EndsRequest,
  context: Pick<PlanContext, 'offers' | 'roads'>,
  view: DayView | null,
): PlanGround {
  const offers = context.offers.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const timetable = view?.timetable ?? null;
  const ends = tripEnds(request, { ...context, offers }, timetable);
  const hires = hireGround(request, { ...context, offers, timetable }, ends.car);
  return { offers, timetable, ends, hires, tried: new Map() };
}

/** One hour of one day. */
export function composeWays(
  request: JourneyRequest,
  { now, view, brief = false }: Pick<PlanContext, 'now' | 'view' | 'brief'>,
  ground: PlanGround,
): JourneyOption[] {
  const profile = knownProfile(request);
  const window = appointmentWindow(request.appointment);
  const { ends } = endsTried(request, request.appointment.date, ground)(window);
  const asked = { ends, wheelchair: request.needs.includes('wheelchair') };
  const lines = lineSearches(view, profile, (open) => searchOneHour(open, asked, brief));
  // A card shows the first ways: a vehicle at the other end of a line is none of them.
  const searchTo = brief
    ? null
    : (ends: TripEnds) => lines.view && searchOneHour(lines.view, { ...asked, ends });
  return ways(request, { now, view }, { ...ground, ends }, lines, searchTo);
}

/** Every hour may try other offers: most often they are the same. */
function endsTried(
  request: Omit<JourneyRequest, 'appointment'>,
  date: string,
  { ends, tried }: PlanGround,
): (window: AppointmentWindow) => TriedEnds {
  const refused = refusedOffers(ends, knownProfile(request));
  const day = askedDay(date, request.from);
  return (window) => {
    const ask = { day, window, refused };
    const [home, care] = [cutFeeders(ends.home, ask), cutFeeders(ends.care, ask)];
    const key = [home, care].map((classes) => classes.map(({ tag }) => tag).join()).join(' > ');
    const known = tried.get(key) ?? { key, ends: { ...ends, home, care }, days: new WeakMap() };
    tried.set(key, known);
    return known;
  };
}

/** The same for some hours of one day, from searches they share. */
export function composeDay(
  request: Omit<JourneyRequest, 'appointment'>,
  { now, view }: Pick<PlanContext, 'now' | 'view'>,
  ground: PlanGround,
  hours: { date: string; minutes: readonly number[]; durationMinutes: number | null },
): (minute: number) => JourneyOption[] {
  const { date, minutes, durationMinutes } = hours;
  const windows = minutes.map((minute) => appointmentWindow({ date, minute, durationMinutes }));
  const between = {
    arriveBySeconds: Math.max(...windows.map(({ arriveByMinute }) => arriveByMinute)) * 60,
    leaveFromSeconds: Math.min(...windows.map(({ leaveFromMinute }) => leaveFromMinute)) * 60,
  };
  const wheelchair = request.needs.includes('wheelchair');
  const profile = knownProfile(request);
  const triedAt = endsTried(request, date, ground);
  const searches = new Map<string, LineSearches>();
  const linesOf = ({ key, ends, days }: TriedEnds) => {
    const lines =
      searches.get(key) ??
      lineSearches(view, profile, (open) =>
        searchWholeDay(open, { ends, wheelchair }, days, between),
      );
    searches.set(key, lines);
    return lines;
  };
  const known = new Map<TripEnds, ScheduledSearch | null>();
  return (minute) => {
    const appointment = { date, minute, durationMinutes };
    const tried = triedAt(appointmentWindow(appointment));
    const lines = linesOf(tried);
    const searchTo = (ends: TripEnds) => {
      if (!known.has(ends)) {
        const found = lines.view && searchWholeDay(lines.view, { ends, wheelchair }, new WeakMap());
        known.set(ends, found);
      }
      return known.get(ends) ?? null;
    };
    const at = { ...ground, ends: tried.ends };
    return ways({ ...request, appointment }, { now, view }, at, lines, searchTo);
  };
}

type SearchTo = (ends: TripEnds) => ScheduledSearch | null;

function ways(
  request: JourneyRequest,
  { now, view }: Pick<PlanContext, 'now' | 'view'>,
  { offers, ends, hires }: PlanGround,
  lines: LineSearches,
  searchTo: SearchTo | null,
): JourneyOption[] {
  const window = appointmentWindow(request.appointment);
  const context = { request, window, offers, ends, now };
  const drafts: Draft[] = [
    ...composeOwn(request, window, ends),
    ...composeDirect(context, offers),
    ...composeHire(request, window, hires, ends, lineSearch(request, offers, searchTo)),
    ...composeLines(context, lines),
  ];
  const options = drafts.map((draft) => assessOption(draft, request, window, now));
  const other = otherSolution(options, request.mode, view);
  if (other === null) return options;
  return options.map((option, index) => {
    const draft = drafts[index];
    return draft && isLastResort(option)
      ? assessOption(draft, request, window, now, other)
      : option;
  });
}

/** How lines take the person to a vehicle, and home from it. */
function lineSearch(
  { from }: Pick<JourneyRequest, 'from'>,
  offers: readonly Offer[],
  searchTo: SearchTo | null,
): ByLine {
  if (searchTo === null) return () => null;
  return ({ place, lineEnds }, times) => {
    const ends = lineEnds();
    const search = ends && searchTo(ends);
    if (!search || !ends || !place) return null;
    const lines = hireByLine({ from, to: place }, ends, search, times, offers);
    if (!lines) return null;
    return {
      ...lines,
      offers: usedOffers(lines.there, lines.homeward, offers),
      notes: timetableNotes(search.view, lines.used),
    };
  };
}

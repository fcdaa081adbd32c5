// For a visit at such an hour, what is the best way there and back without a car, as the journey planner knows them?
//
// The resident of reference: nobody has said anything of their age, income or membership. What depends on it is « à
// confirmer », never refused nor granted. Bookings are made two weeks before, when all may still be booked.

import { composeDay, type PlanGround, planGround } from '#domain/journey/compose-ways.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type { JourneyOption, JourneyPoint, Trip } from '#domain/journey/journey.ts';
import type { RoadTimes } from '#domain/journey/road-times.ts';
import { SLOT_MINUTES } from '#domain/journey/slot-minutes.ts';
import { addDays, type LocalDate } from '#domain/time.ts';
import { MOST_MINUTES_ONE_WAY, MOST_WALK_MINUTES, VISIT_MINUTES } from './no-car-bounds.ts';
import type { NoCarOffers } from './no-car-offers.ts';
import { WEEK_DAYS } from './reference-week.ts';

const BOOKED_DAYS_BEFORE = 14;
const BOOKED_AT_MINUTE = 600;

export type NoCarWay = {
  /** In service as described, open to anybody, and bookable. */
  isSure: boolean;
  /** False when it depends on who the person is: membership, income, another solution… */
  isForAll: boolean;
  kind: JourneyOption['kind'];
  /** Names of the offers and lines used; empty on foot. */
  title: string;
  offerIds: readonly string[];
  /** Of the appointment, then of leaving home and being back: minutes of the day. */
  visitMinute: number;
  leaveMinute: number;
  homeMinute: number;
  /** Door to door. */
  outMinutes: number;
  backMinutes: number;
  /** By a timetable, by the roads, or by the model of roads. */
  isEstimate: boolean;
};

export type NoCarContext = NoCarOffers & {
  /** Of the week of reference, Monday first. */
  monday: LocalDate;
  views: readonly DayView[];
  roads: RoadTimes;
  /** Lines of the timetables that no offer describes are sure when the timetables hold today. */
  linesAreCurrent: boolean;
};

/** `day` 0 Monday … 6; `minute` of the half-hours of the planner. Null: no way. Kept once found. */
export type NoCarVisits = (day: number, minute: number) => NoCarWay | null;

export function noCarVisits(
  from: JourneyPoint,
  to: JourneyPoint,
  context: NoCarContext,
): NoCarVisits {
  const person = { from, to, mode: 'no_car' as const, profile: {}, needs: [] };
  const now = { date: addDays(context.monday, -BOOKED_DAYS_BEFORE), minute: BOOKED_AT_MINUTE };
  let ground: PlanGround | null = null;
  const days: (((minute: number) => JourneyOption[]) | undefined)[] = [];
  const known = new Map<number, NoCarWay | null>();
  const optionsOn = (day: number): ((minute: number) => JourneyOption[]) => {
    const view = context.views[day] ?? null;
    ground ??= planGround(person, context, view);
    const date = addDays(context.monday, day);
    return composeDay(person, { now, view }, ground, {
      date,
      minutes: SLOT_MINUTES,
      durationMinutes: VISIT_MINUTES,
    });
  };
  return (day, minute) => {
    const key = day * 1440 + minute;
    const found = known.get(key);
    if (found !== undefined) return found;
    days[day] ??= optionsOn(day);
    const ways = (days[day]?.(minute) ?? []).flatMap((option) => wayOf(option, minute, context));
    const best = ways.toSorted(compareWays)[0] ?? null;
    known.set(key, best);
    return best;
  };
}

/** Sure before to confirm, for all before on conditions, then the shortest time away; a total order. */
export function compareWays(a: NoCarWay, b: NoCarWay): number {
  return (
    Number(b.isSure) - Number(a.isSure) ||
    Number(b.isForAll) - Number(a.isForAll) ||
    minutesAway(a) - minutesAway(b) ||
    a.visitMinute - b.visitMinute ||
    (a.title < b.title ? -1 : a.title > b.title ? 1 : 0)
  );
}

const minutesAway = (way: NoCarWay): number => way.homeMinute - way.leaveMinute;

function wayOf(option: JourneyOption, visitMinute: number, context: NoCarContext): NoCarWay[] {
  const { kind, outbound, back, offerIds, title, tier } = option;
  if (back === null || tier === 3) return [];
  const [leaveMinute, homeMinute] = [outbound.departMinute, back.arriveMinute];
  const [outMinutes, backMinutes] = [minutesOfTrip(outbound), minutesOfTrip(back)];
  if (leaveMinute === null || homeMinute === null) return [];
  if (outMinutes === null || backMinutes === null) return [];
  const most = kind === 'walk' ? MOST_WALK_MINUTES : MOST_MINUTES_ONE_WAY;
  if (Math.max(outMinutes, backMinutes) > most || homeMinute >= 1440) return [];
  const legs = [...outbound.legs, ...back.legs];
  const isForAll = option.eligibility.value === true;
  const isSure =
    tier === 0 &&
    offerIds.every((id) => context.sure.has(id)) &&
    legs.every((leg) => leg.line === null || leg.offerId !== null || context.linesAreCurrent);
  return [
    {
      isSure,
      isForAll,
      kind,
      title,
      offerIds,
      visitMinute,
      leaveMinute,
      homeMinute,
      outMinutes,
      backMinutes,
      isEstimate: legs.some(({ estimate }) => estimate),
    },
  ];
}

function minutesOfTrip({ departMinute, arriveMinute }: Trip): number | null {
  return departMinute === null || arriveMinute === null ? null : arriveMinute - departMinute;
}

/** The days of the week of reference, as the planner lays them out. */
export const weekDates = (monday: LocalDate): LocalDate[] =>
  Array.from({ length: WEEK_DAYS }, (_, day) => addDays(monday, day));

// At what time is a hired vehicle fetched and given back, on the way or apart, the place being open?

import type { AppointmentWindow } from '#domain/journey/appointment-window.ts';
import type { HireChoice } from '#domain/journey/hire-ground.ts';
import type { AskedDay } from '#domain/journey/ride-time.ts';
import { firstGiveBack, lastPickUp } from '#domain/transport/hire-hours.ts';

/** Beyond this wait the person goes home with the vehicle in between, when there is time to. */
const APART_MINUTES = 45;

/** Minutes of the day of the appointment, below 0 the days before and past 1440 the days after. */
export type HireTimes = {
  pickUp: number;
  giveBack: number;
  /** Papers, keys, a look around the vehicle. */
  handOver: number;
  /** On another trip than those of the appointment. */
  isFetchedApart: boolean;
  isBroughtBackApart: boolean;
};

type Roads = 'placeToCare' | 'homeToCare' | 'placeToHome' | 'place' | 'pattern';

/** Null when it is open at no hour that would do, within a week before and a week after. */
export function hireTimes(
  { place, pattern, placeToCare, homeToCare, placeToHome }: Pick<HireChoice, Roads>,
  { arriveByMinute, leaveFromMinute }: AppointmentWindow,
  day: AskedDay,
): HireTimes | null {
  const handOver = pattern.transferMarginMinutes;
  const neededBy = arriveByMinute - placeToCare.minutes;
  const backAt = leaveFromMinute + placeToCare.minutes;
  const pickUp = lastPickUp(pattern, day, neededBy);
  const giveBack = firstGiveBack(pattern, day, backAt);
  if (pickUp === null || giveBack === null) return null;
  const atCareFromHome = pickUp + handOver + placeToHome.minutes + homeToCare.minutes;
  const atPlaceFromHome = leaveFromMinute + homeToCare.minutes + placeToHome.minutes;
  return {
    pickUp,
    giveBack,
    handOver,
    isFetchedApart:
      place !== null &&
      neededBy - (pickUp + handOver) > APART_MINUTES &&
      atCareFromHome <= arriveByMinute,
    isBroughtBackApart:
      place !== null && giveBack - backAt > APART_MINUTES && atPlaceFromHome <= giveBack,
  };
}

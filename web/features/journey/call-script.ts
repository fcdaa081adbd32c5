// What to say on the phone to ask for the rides of one call, or for the vehicle.

import type { AskedRide, Call } from '#domain/journey/journey.ts';
import { momentAt } from '#domain/time.ts';
import type { AccommodationCode } from '#domain/transport/offer.ts';
import type { Dictionary } from '#web/i18n/fr.ts';

/** `fromName`: where the person goes home to. `hasReturn`: the trip has a way back, of this call or another. */
export type CallerFacts = {
  needs: readonly AccommodationCode[];
  fromName: string;
  hasReturn: boolean;
};

export function callScript(call: Call, caller: CallerFacts, text: Dictionary): string[] {
  const words = text.journey.calls;
  const needs = caller.needs.map((need) => text.rules.accommodations[need].toLowerCase());
  const asked = call.hire
    ? hireLines(call.hire, caller, text)
    : [words.hello, ...call.rides.map((ride) => rideLine(ride, caller, text))];
  return [
    ...asked,
    ...(call.hire || caller.hasReturn ? [] : [words.backUnknown]),
    ...(needs.length > 0 ? [words.needs(needs)] : []),
    words.askPrice,
  ];
}

/** Each ride with its day, its place and its hour: a ride the evening before is told by its own day. */
function rideLine(ride: AskedRide, { fromName }: CallerFacts, text: Dictionary): string {
  const words = text.journey.calls;
  const { from, to, arriveBy, direction } = ride;
  const isBack = direction === 'back';
  if (arriveBy !== null) {
    const at = momentAt(ride.date, arriveBy.minute);
    const line = {
      vehicle: arriveBy.vehicle,
      minute: momentAt(ride.date, arriveBy.lineMinute).minute,
    };
    const said = isBack ? words.rideBackArrive : words.rideArrive;
    return said(from, to, at.date, at.minute, line);
  }
  const { date, minute } = momentAt(ride.date, ride.minute);
  if (!isBack) return words.rideLeave(from, to, date, minute);
  return to === fromName
    ? words.rideBack(from, to, date, minute)
    : words.rideBackTo(from, to, date, minute);
}

function hireLines(
  { vehicle, placeName, isDelivered, from, to }: NonNullable<Call['hire']>,
  { fromName }: CallerFacts,
  text: Dictionary,
): string[] {
  const hire = text.journey.hire;
  const where =
    placeName !== null
      ? hire.askedPlace(placeName)
      : isDelivered
        ? hire.askedDelivery(fromName)
        : hire.askedWhere;
  return [hire.hello(vehicle), from && to ? hire.asked(from, to) : hire.askedWhen, where];
}

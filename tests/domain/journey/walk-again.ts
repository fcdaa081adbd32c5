// Can a journey be walked again, leg by leg, on the feed as it was published?

import { expect } from 'vitest';
import type { TransitJourney } from '#domain/journey/transit-search.ts';
import type { Plain } from './brute-force.ts';

/** Legs follow one another, on vehicles that do call there then, for those who may board and alight. */
export function expectConsistent(
  journey: TransitJourney,
  plain: Plain,
  changeSeconds: number,
): void {
  let at = journey.departSeconds + journey.accessSeconds;
  let stop = journey.firstStop;
  let rides = 0;
  const tripOf = (index: number) => {
    const leg = journey.legs[index];
    return leg?.kind === 'ride' ? leg.trip.id : null;
  };
  for (const [index, leg] of journey.legs.entries()) {
    expect(leg.departSeconds).toBeGreaterThanOrEqual(at);
    const before = tripOf(index - 1);
    if (leg.kind === 'walk') {
      expect(leg.from.stop).toBe(stop);
      const after = tripOf(index + 1);
      const seconds = plain.change(leg.from.stopId, leg.to.stopId, before, after);
      expect(leg.arriveSeconds - leg.departSeconds).toBe(seconds);
      stop = leg.to.stop;
    } else {
      if (leg.staysAboard) {
        expect(before !== null && plain.staysIn(before, leg.trip.id)).toBe(true);
        stop = leg.calls[0]?.stop ?? -1;
      }
      const here = leg.calls[0]?.stopId ?? '';
      const change = before === null ? 0 : plain.change(here, here, before, leg.trip.id);
      if (rides > 0 && !leg.staysAboard) {
        const least = changeSeconds + (change ?? Number.POSITIVE_INFINITY);
        expect(leg.departSeconds - at).toBeGreaterThanOrEqual(least);
      }
      expect(leg.calls[0]?.stop).toBe(stop);
      const next = journey.legs[index + 1];
      const staysIn = next?.kind === 'ride' && next.staysAboard;
      const served = (plain.byTrip.get(leg.trip.id) ?? []).some(({ calls }) =>
        calls.some(
          (_, first) =>
            (calls[first]?.board === true || leg.staysAboard) &&
            (calls[first + leg.calls.length - 1]?.alight === true || staysIn) &&
            leg.calls.every(
              (call, index) =>
                call.stopId === calls[first + index]?.stop &&
                call.arriveSeconds === calls[first + index]?.arrive &&
                call.departSeconds === calls[first + index]?.depart,
            ),
        ),
      );
      expect(served).toBe(true);
      rides++;
      stop = leg.calls.at(-1)?.stop ?? -1;
    }
    at = leg.arriveSeconds;
  }
  expect(rides).toBe(journey.rides);
  expect(stop).toBe(journey.lastStop);
  expect(journey.arriveSeconds).toBe(at + journey.egressSeconds);
}

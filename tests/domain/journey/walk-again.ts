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
  for (const leg of journey.legs) {
    expect(leg.departSeconds).toBeGreaterThanOrEqual(at);
    if (leg.kind === 'walk') {
      expect(leg.from.stop).toBe(stop);
      const walk = plain.walks.find(
        ({ from, to }) => from === leg.from.stopId && to === leg.to.stopId,
      );
      expect(leg.arriveSeconds - leg.departSeconds).toBe(walk?.seconds);
      stop = leg.to.stop;
    } else {
      if (rides > 0) expect(leg.departSeconds - at).toBeGreaterThanOrEqual(changeSeconds);
      expect(leg.calls[0]?.stop).toBe(stop);
      const served = (plain.byTrip.get(leg.trip.id) ?? []).some(({ calls }) =>
        calls.some(
          (_, first) =>
            calls[first]?.board === true &&
            calls[first + leg.calls.length - 1]?.alight === true &&
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

// A range searched once from one end, whatever the other: kept, to be read from each of many other ends.
//
// Nothing is left aside for being of no use to some end, so that the same home is searched around once for
// all places of care. Only times are kept, which is little: by departure, by number of rides, by stop.

import type { Network } from '#domain/journey/network.ts';
import { searchDepartures } from '#domain/journey/range-search.ts';
import type { Origin } from '#domain/journey/raptor.ts';
import { EndBounds } from '#domain/journey/raptor-ends.ts';
import {
  type Bests,
  giveBack,
  NEVER,
  type Round,
  type SearchLimits,
  takeWorkspace,
} from '#domain/journey/raptor-labels.ts';
import type { IsOver } from '#domain/journey/search-cut.ts';
import { arrivalAt } from '#domain/journey/transit-journey.ts';

/** Times are those of the network. */
export type KeptDeparture = {
  seconds: number;
  /** From one ride on: a stop and when one may be there, one pair after the other. */
  rounds: readonly Int32Array[];
};

export type KeptRange = {
  /**
   * Searches from the last departure not searched yet down to this one; stopped, it keeps nothing, and
   * begins again when asked again.
   */
  searchTo: (fromSeconds: number, isOver: IsOver | null) => void;
  /** Those that do better somewhere than leaving later, the last first. */
  departures: readonly KeptDeparture[];
};

export function keepRange(
  network: Network,
  origins: readonly Origin[],
  toSeconds: number,
  spanSeconds: number,
  limits: Omit<SearchLimits, 'isOver'>,
): KeptRange {
  const departures: KeptDeparture[] = [];
  const bests: Bests = { ride: [], ready: [] };
  const bounds = new EndBounds(network.stopCount, limits.maxRides, []);
  const boardedAt = new Map<number, number>();
  let searchedTo = toSeconds + 1;
  return {
    departures,
    searchTo(fromSeconds, isOver) {
      if (fromSeconds >= searchedTo) return;
      const pooled = takeWorkspace(network, limits.maxRides);
      for (let rides = bests.ride.length; rides < pooled.bests.ride.length; rides++) {
        bests.ride.push(new Int32Array(network.stopCount).fill(NEVER));
        bests.ready.push(new Int32Array(network.stopCount).fill(NEVER));
      }
      const space = { ...pooled, bests };
      const range = { origins, fromSeconds, toSeconds: searchedTo - 1, spanSeconds };
      const open = { ...range, space, bounds, boardedAt };
      try {
        searchDepartures(network, open, { ...limits, isOver }, (seconds, touched) => {
          const rounds = touched
            .slice(1)
            .map((stops, index) => keep(space.rounds[index + 1], stops));
          if (rounds.some((round) => round.length > 0)) departures.push({ seconds, rounds });
        });
      } catch (error) {
        departures.length = 0;
        boardedAt.clear();
        for (const best of [...bests.ride, ...bests.ready]) best.fill(NEVER);
        searchedTo = toSeconds + 1;
        throw error;
      }
      searchedTo = fromSeconds;
      pooled.rounds[0]?.ride.fill(NEVER);
      pooled.rounds[0]?.ready.fill(NEVER);
      giveBack(network, pooled, []);
    },
  };
}

function keep(round: Round | undefined, touched: readonly number[]): Int32Array {
  if (!round) return new Int32Array();
  const kept = new Int32Array(2 * touched.length);
  for (const [index, stop] of touched.entries()) {
    kept[2 * index] = stop;
    kept[2 * index + 1] = arrivalAt(round, stop);
  }
  return kept;
}

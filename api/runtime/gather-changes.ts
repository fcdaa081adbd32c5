// Changes are told in bursts: what is to be read again once they pause?

import { type OffersChange, readOffersChange } from '#db/changed-channel.ts';

export type GatheredChanges = {
  /** The payload of one change. */
  add: (payload: string) => void;
  stop: () => void;
};

/** `onQuiet` is given the offers that changed, or null when more did; at the latest after `longestMs`. */
export function gatherChanges(options: {
  quietMs: number;
  longestMs: number;
  onQuiet: (change: OffersChange | null) => void;
}): GatheredChanges {
  const { quietMs, longestMs, onQuiet } = options;
  let timer: NodeJS.Timeout | undefined;
  let burst: { startMs: number; offers: OffersChange | null } | null = null;
  return {
    add(payload) {
      const change = readOffersChange(payload);
      burst =
        burst === null
          ? { startMs: performance.now(), offers: change }
          : { ...burst, offers: together(burst.offers, change) };
      const leftMs = burst.startMs + longestMs - performance.now();
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          const offers = burst?.offers ?? null;
          burst = null;
          onQuiet(offers);
        },
        Math.max(0, Math.min(quietMs, leftMs)),
      );
    },
    stop: () => clearTimeout(timer),
  };
}

function together(a: OffersChange | null, b: OffersChange | null): OffersChange | null {
  if (a === null || b === null) return null;
  const offerIds = [...new Set([...a.offerIds, ...b.offerIds])];
  return { number: Math.max(a.number, b.number), offerIds };
}

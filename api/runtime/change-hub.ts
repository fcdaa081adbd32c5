// Who wants to know that offers changed? Told once the memory of this process holds what they will ask for.

import type { OffersChange } from '#db/changed-channel.ts';

/** No id: any offer may have changed. */
export type { OffersChange };

type Listener = { onChange: (change: OffersChange) => void; onClose: () => void };

export type ChangeHub = {
  /** The number of the last change told. */
  number: () => number;
  tell: (change: OffersChange) => void;
  /** Returns what ends it. */
  subscribe: (listener: Listener) => () => void;
  size: () => number;
  /** Ends every listener: the server stops. */
  close: () => void;
};

export function createChangeHub(): ChangeHub {
  const listeners = new Set<Listener>();
  let number = 0;
  let isClosed = false;
  return {
    number: () => number,
    tell(change) {
      number = Math.max(number, change.number);
      for (const { onChange } of [...listeners]) onChange(change);
    },
    subscribe(listener) {
      if (isClosed) listener.onClose();
      else listeners.add(listener);
      return () => listeners.delete(listener);
    },
    size: () => listeners.size,
    close() {
      isClosed = true;
      for (const { onClose } of [...listeners]) onClose();
      listeners.clear();
    },
  };
}

// Searches that found no way, counted without the moment they were made.
//
// They wait in memory and are written together at a random hour: whoever reads the counts again and
// again cannot tell when somebody searched. A process that dies loses those that waited.

import type { Log } from '#api/http/request-log.ts';
import type { Database } from '#db/database.ts';
import { addUnmetDemand } from '#db/queries/journey/add-unmet-demand.ts';
import type { DemandCell, DemandKey } from '#domain/journey/unmet-demand.ts';

const SOONEST_MS = 10 * 60_000;
const LATEST_MS = 60 * 60_000;
/** Kinds of counts held: every commune of a département at every half-day, and no more. */
const MOST_WAITING = 20_000;

export type DemandCounter = {
  /** Never waits, never fails. */
  add: (key: DemandKey) => void;
  /** Writes what waits, at once. */
  flush: () => Promise<void>;
  close: () => Promise<void>;
};

export function createDemandCounter(options: {
  db: Database;
  log: Log;
  /** From 0 to 1. */
  random?: () => number;
}): DemandCounter {
  const { db, log, random = Math.random } = options;
  let waiting = new Map<string, DemandCell>();
  let timer: NodeJS.Timeout | undefined;

  function add(key: DemandKey): void {
    const { insee, weekday, halfDay, category } = key;
    const name = [insee, weekday, halfDay, category].join(' ');
    const cell = waiting.get(name);
    if (cell !== undefined) cell.count += 1;
    else if (waiting.size < MOST_WAITING) waiting.set(name, { ...key, count: 1 });
    writeLater();
  }

  function writeLater(): void {
    if (timer !== undefined) return;
    timer = setTimeout(() => void flush(), SOONEST_MS + random() * (LATEST_MS - SOONEST_MS));
    timer.unref();
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    const names = [...waiting.keys()].sort();
    const cells = names.flatMap((name) => waiting.get(name) ?? []);
    waiting = new Map();
    try {
      await addUnmetDemand(db, cells);
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log.error({ event: 'demand_not_counted', error: name });
    }
  }

  return {
    add,
    flush,
    async close() {
      await flush();
      clearTimeout(timer);
    },
  };
}

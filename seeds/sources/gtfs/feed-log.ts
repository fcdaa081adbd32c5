// What is to be said of a feed as its tables are read: rows, refusals, and the fault that explains the others.

import type { Reject } from '#seeds/pipeline/source.ts';
import { type GtfsReject, sayNotice } from '#seeds/sources/gtfs/notice.ts';

export type FeedLog = {
  /** Passes a refused row on to the ledger. */
  refuse: (reject: GtfsReject) => void;
  /** Rows kept or refused. */
  addRead: (rowCount: number) => void;
  readCount: () => number;
  /** A line refused takes its trips and their calls with it: the first one upstream. */
  firstFault: () => string;
};

const CAUSES = ['routes.txt', 'stops.txt', 'trips.txt', 'stop_times.txt'];

export function createFeedLog(onReject: (reject: Reject) => void): FeedLog {
  const firsts = new Map<string, GtfsReject>();
  let readCount = 0;
  return {
    refuse: (reject) => {
      if (!firsts.has(reject.file)) firsts.set(reject.file, reject);
      const { code, reason, ...where } = reject;
      onReject({ ...where, reason: `${reason} [${code}]` });
    },
    addRead: (rowCount) => {
      readCount += rowCount;
    },
    readCount: () => readCount,
    firstFault: () => {
      const first = CAUSES.map((file) => firsts.get(file)).find((fault) => fault !== undefined);
      return first === undefined ? '' : ` Premier défaut : ${sayNotice(first)}.`;
    },
  };
}

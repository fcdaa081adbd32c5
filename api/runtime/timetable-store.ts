// Which timetables are loaded, and from when to when are they known?

import { buildTimetable, type IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { createLiveValue } from './live-value.ts';

/** First and last day of the timetables, both included. */
export type KnownDays = { from: string; to: string };

export type TimetableStore = {
  isReady: () => boolean;
  reload: () => Promise<void>;
  /** Null when no timetable is loaded. */
  knownDays: () => KnownDays | null;
};

/**
 * Read again only when the version changed. `onLoaded` is given each new timetable, null when no feed
 * is in use.
 */
export function createTimetableStore(options: {
  findVersion: () => Promise<string>;
  loadFeeds: () => Promise<readonly IdentifiedFeed[]>;
  onLoaded: (timetable: Timetable | null) => void;
}): TimetableStore {
  let last: { version: string; known: KnownDays | null } | null = null;
  const live = createLiveValue('The timetable', async () => {
    const version = await options.findVersion();
    if (last?.version === version) return last.known;
    const feeds = await options.loadFeeds();
    const timetable = feeds.length === 0 ? null : buildTimetable(feeds);
    options.onLoaded(timetable);
    last = { version, known: timetable === null ? null : knownDaysOf(timetable) };
    return last.known;
  });
  return { isReady: live.isReady, reload: live.reload, knownDays: live.current };
}

/** From the first day of the earliest feed to the last day of the latest. */
function knownDaysOf({ feeds }: Timetable): KnownDays | null {
  const known = feeds.flatMap(({ validity }) => (validity === null ? [] : [validity]));
  const [from] = known.map((validity) => validity.from).toSorted();
  const to = known
    .map((validity) => validity.to)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

// Which timetables are loaded, and from when to when are they known?

import type { IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import type { SharedTimetable } from '#domain/journey/share-timetable.ts';
import { createLiveValue } from './live-value.ts';
import { prepareTimetable } from './prepare-parts.ts';

/** First and last day of the timetables, both included. */
export type KnownDays = { from: string; to: string };

export type TimetableStore = {
  isReady: () => boolean;
  reload: () => Promise<void>;
  /** Null when no timetable is loaded. */
  knownDays: () => KnownDays | null;
  /**
   * The timetables in use, with this feed in the place of the one of its id; null: without it. Nobody
   * else is answered with it. One at a time: each holds every timetable once more.
   */
  buildWith: (feedId: string, feed: IdentifiedFeed | null) => Promise<SharedTimetable | null>;
};

/**
 * Read again only when the version changed. `onLoaded` is given each new timetable, null when no feed
 * is in use.
 */
export function createTimetableStore(options: {
  findVersion: () => Promise<string>;
  loadFeeds: () => Promise<readonly IdentifiedFeed[]>;
  onLoaded: (timetable: SharedTimetable | null) => void;
}): TimetableStore {
  let last: { version: string; known: KnownDays | null } | null = null;
  const live = createLiveValue('The timetable', async () => {
    const version = await options.findVersion();
    if (last?.version === version) return last.known;
    const feeds = await options.loadFeeds();
    const timetable = feeds.length === 0 ? null : await prepareTimetable(feeds);
    options.onLoaded(timetable);
    last = { version, known: timetable === null ? null : knownDaysOf(timetable) };
    return last.known;
  });
  let building: Promise<unknown> = Promise.resolve();
  async function build(feedId: string, feed: IdentifiedFeed | null) {
    const others = (await options.loadFeeds()).filter((each) => each.feedId !== feedId);
    const feeds = feed === null ? others : [...others, feed];
    return feeds.length === 0 ? null : prepareTimetable(feeds);
  }
  return {
    isReady: live.isReady,
    reload: live.reload,
    knownDays: live.current,
    buildWith(feedId, feed) {
      const built = building.then(() => build(feedId, feed));
      building = built.catch(() => undefined);
      return built;
    },
  };
}

/** From the first day of the earliest feed to the last day of the latest. */
function knownDaysOf({ feeds }: SharedTimetable): KnownDays | null {
  const known = feeds.flatMap(({ validity }) => (validity === null ? [] : [validity]));
  const [from] = known.map((validity) => validity.from).toSorted();
  const to = known
    .map((validity) => validity.to)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

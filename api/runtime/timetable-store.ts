// Which timetables are loaded, and from when to when are they known?

import type { LonLat } from '#domain/geo.ts';
import type { IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import type { SharedTimetable } from '#domain/journey/share-timetable.ts';
import { createLiveValue } from './live-value.ts';
import { prepareTimetable } from './prepare-parts.ts';

/** First and last day of the timetables, both included. */
export type KnownDays = { from: string; to: string };

/** A feed in use: who runs its lines, when it is known. */
export type KnownFeed = KnownDays & { feedId: string; name: string };

export type TimetableStore = {
  isReady: () => boolean;
  reload: () => Promise<void>;
  /** Null when no timetable is loaded. */
  knownDays: () => KnownDays | null;
  /** Those with a stop around one of these points, a quarter of an hour away by car. */
  feedsNear: (points: readonly LonLat[]) => readonly KnownFeed[];
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
  let placed: readonly PlacedFeed[] = [];
  const live = createLiveValue('The timetable', async () => {
    const version = await options.findVersion();
    if (last?.version === version) return last.known;
    const feeds = await options.loadFeeds();
    const timetable = feeds.length === 0 ? null : await prepareTimetable(feeds);
    options.onLoaded(timetable);
    placed = timetable === null ? [] : placeFeeds(timetable, feeds);
    last = { version, known: unionOf(placed) };
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
    feedsNear: (points) => placed.filter((feed) => points.some((point) => isAround(feed, point))),
    buildWith(feedId, feed) {
      const built = building.then(() => build(feedId, feed));
      building = built.catch(() => undefined);
      return built;
    },
  };
}

/** Where it stops, by squares of a tenth of a degree: those of a town or two. */
type PlacedFeed = KnownFeed & { squares: ReadonlySet<string> };

const SQUARES_PER_DEGREE = 10;

function placeFeeds(
  { feeds }: SharedTimetable,
  sources: readonly IdentifiedFeed[],
): readonly PlacedFeed[] {
  return feeds.flatMap(({ id, validity }): PlacedFeed[] => {
    const source = sources.find(({ feedId }) => feedId === id);
    if (validity === null || source === undefined) return [];
    const squares = new Set(source.stops.flatMap(({ point }) => (point ? squareOf(point) : [])));
    const names = [...new Set(source.agencies.map(({ name }) => name))];
    return [{ feedId: id, name: names.join(', ') || id, ...validity, squares }];
  });
}

/** In the square of the point or in one beside it. */
function isAround({ squares }: PlacedFeed, point: LonLat): boolean {
  const beside = [-1, 0, 1].map((step) => step / SQUARES_PER_DEGREE);
  return beside.some((east) =>
    beside.some((north) => squares.has(squareOf([point[0] + east, point[1] + north]))),
  );
}

function squareOf([lon, lat]: LonLat): string {
  return `${Math.floor(lon * SQUARES_PER_DEGREE)} ${Math.floor(lat * SQUARES_PER_DEGREE)}`;
}

/** From the first day of the earliest to the last day of the latest; null: none. */
export function unionOf(known: readonly KnownDays[]): KnownDays | null {
  const [from] = known.map((days) => days.from).toSorted();
  const to = known
    .map((days) => days.to)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

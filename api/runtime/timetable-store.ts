// Which timetable is loaded, and what runs on a given day?

import { buildTimetable, type IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import { type DayView, dayView } from '#domain/journey/day-view.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { createLiveValue } from './live-value.ts';

const KEPT_DAYS = 16;

export type TimetableStore = {
  isReady: () => boolean;
  reload: () => Promise<void>;
  /** Null when no feed is loaded. Days asked lately are kept. */
  dayView: (date: string) => DayView | null;
};

type Loaded = { timetable: Timetable | null; days: Map<string, DayView> };

export function createTimetableStore(
  loadFeeds: () => Promise<readonly IdentifiedFeed[]>,
): TimetableStore {
  const live = createLiveValue<Loaded>('The timetable', async () => {
    const feeds = await loadFeeds();
    return { timetable: feeds.length === 0 ? null : buildTimetable(feeds), days: new Map() };
  });
  return {
    isReady: live.isReady,
    reload: live.reload,
    dayView(date) {
      const { timetable, days } = live.current();
      if (timetable === null) return null;
      const view = days.get(date) ?? dayView(timetable, date);
      days.delete(date);
      days.set(date, view);
      const [oldest] = days.keys();
      if (days.size > KEPT_DAYS && oldest !== undefined) days.delete(oldest);
      return view;
    },
  };
}

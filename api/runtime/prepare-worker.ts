// The thread that makes a timetable of the rows of feeds, in memory the planning threads share. It is
// given the feeds, then their calls by slices, and says the result.

import { parentPort } from 'node:worker_threads';
import type { ToPreparer } from '#api/runtime/prepare-timetable.ts';
import { buildTimetable, type IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import type { GtfsStopTime } from '#domain/journey/gtfs.ts';
import { toShared } from '#domain/journey/share-timetable.ts';

type Reading = Omit<IdentifiedFeed, 'stopTimes'> & { stopTimes: GtfsStopTime[] };

const feeds: Reading[] = [];

parentPort?.on('message', (message: ToPreparer) => {
  if (message.kind === 'feed') feeds.push({ ...message.feed, stopTimes: [] });
  if (message.kind === 'calls') feeds.at(-1)?.stopTimes.push(...message.calls);
  if (message.kind === 'build') parentPort?.postMessage(toShared(buildTimetable(feeds)));
});

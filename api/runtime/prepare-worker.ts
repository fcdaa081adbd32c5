// The thread that makes a timetable of the rows of feeds, or a network of the bytes of a road graph, in
// memory the planning threads share. Feeds come first, then their calls by slices.

import { parentPort } from 'node:worker_threads';
import type { ToPreparer } from '#api/runtime/prepare-parts.ts';
import { buildTimetable, type IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import type { GtfsStopTime } from '#domain/journey/gtfs.ts';
import { decodeRoadGraph } from '#domain/journey/road-binary.ts';
import { buildRoadNetwork } from '#domain/journey/road-network.ts';
import { toShared } from '#domain/journey/share-timetable.ts';

type Reading = Omit<IdentifiedFeed, 'stopTimes'> & { stopTimes: GtfsStopTime[] };

const feeds: Reading[] = [];

parentPort?.on('message', (message: ToPreparer) => {
  if (message.kind === 'feed') feeds.push({ ...message.feed, stopTimes: [] });
  if (message.kind === 'calls') feeds.at(-1)?.stopTimes.push(...message.calls);
  if (message.kind === 'timetable') parentPort?.postMessage(toShared(buildTimetable(feeds)));
  if (message.kind === 'roads') {
    parentPort?.postMessage(buildRoadNetwork(decodeRoadGraph(message.bytes)));
  }
});

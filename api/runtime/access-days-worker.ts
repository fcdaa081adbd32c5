// The thread that computes useful days, a commune after the other, when nobody else needs the processor.

import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { DaysWork, FromDaysWorker } from '#api/runtime/access-days-messages.ts';
import { noCarEngine } from '#domain/access/no-car-engine.ts';
import { roadGraphTimes } from '#domain/journey/road-graph-times.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import { fromShared } from '#domain/journey/share-timetable.ts';

if (parentPort === null) throw new Error('This file runs in a thread of its own');
const port = parentPort;
const say = (message: FromDaysWorker) => port.postMessage(message);

// On Linux alone it is that of the thread; elsewhere residents would wait too.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);

const { homes, timetable, roads, ...work } = workerData as DaysWork;
const engine = noCarEngine({
  ...work,
  timetable: fromShared(timetable),
  roads: roads === null ? estimateRoads : roadGraphTimes(roads),
});
for (const home of homes) say({ kind: 'commune', rows: engine(home) });
say({ kind: 'done' });

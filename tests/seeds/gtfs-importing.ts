// How a test imports a timetable, and what it asks of it afterwards.

import { asc } from 'drizzle-orm';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { loadGtfsFeeds } from '#db/queries/journey/load-gtfs-feeds.ts';
import { feedVersion } from '#db/schema/feed.ts';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { dayView } from '#domain/journey/day-view.ts';
import { journeysDepartAfter } from '#domain/journey/transit-search.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { Progress } from '#seeds/pipeline/source.ts';
import { gtfsSource } from '#seeds/sources/gtfs/source.ts';
import { at, baseFiles, between, type Files } from '#tests/domain/journey/tiny-feed.ts';

const NOW = Date.UTC(2026, 10, 22, 8);

export function importBytes(handle: DatabaseHandle, bytes: Buffer, name = 'car.zip', hours = 0) {
  const said: string[] = [];
  const now = NOW + hours * 3_600_000;
  const options = {
    territoryCodes: [],
    feedId: null,
    asOf: null,
    now: new Date(now),
    accept: [],
    onProgress: ({ step }: Progress) => said.push(step),
  };
  const mode = { dryRun: false, clock: () => now };
  return runImport(handle, gtfsSource, memoryFile(name, bytes), options, mode).then((report) => ({
    ...report,
    said,
  }));
}

/** The base feed with its trip so many minutes later. */
export function later(minutes: number): Files {
  const shift = (_: string, hours: string, rest: string) =>
    `${String(Number(hours)).padStart(2, '0')}:${String(Number(rest) + minutes).padStart(2, '0')}:00`;
  const base = baseFiles();
  return {
    ...base,
    'stop_times.txt': (base['stop_times.txt'] ?? '').replaceAll(/(\d\d):(\d\d):00/g, shift),
  };
}

export async function versionsOf(db: Database) {
  return db
    .select({ id: feedVersion.id, active: feedVersion.active })
    .from(feedVersion)
    .orderBy(asc(feedVersion.id));
}

export async function arrivalOf(db: Database): Promise<number | undefined> {
  const view = dayView(buildTimetable(await loadGtfsFeeds(db)), '2026-05-12');
  return journeysDepartAfter(view, between(view, 'S1', 'S3'), at('07:30'))[0]?.arriveSeconds;
}

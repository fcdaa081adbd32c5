// `npm run import -- gtfs FILE`: a new version of a timetable, in use once it is whole and checked.

import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { feed as feedTable, feedVersion } from '#db/schema/feed.ts';
import {
  gtfsAgency,
  gtfsCalendar,
  gtfsCalendarDate,
  gtfsFrequency,
  gtfsRoute,
  gtfsStop,
  gtfsStopTime,
  gtfsTransfer,
  gtfsTrip,
} from '#db/schema/gtfs.ts';
import { source as sourceTable } from '#db/schema/provenance.ts';
import { AppError } from '#domain/error.ts';
import type { GtfsFeed } from '#domain/journey/gtfs.ts';
import { readServices, validityOf } from '#domain/journey/service-calendar.ts';
import { readWhole } from '#seeds/pipeline/read-file.ts';
import type {
  ImportContext,
  ImportFile,
  ImportOptions,
  ImportSource,
} from '#seeds/pipeline/source.ts';
import { checkFeed } from '#seeds/sources/gtfs/check-feed.ts';
import * as rowsOf from '#seeds/sources/gtfs/feed-rows.ts';
import { fillBlankTimes } from '#seeds/sources/gtfs/fill-blank-times.ts';
import { readFeed } from '#seeds/sources/gtfs/read-feed.ts';
import { readGtfsZip } from '#seeds/sources/gtfs/read-zip.ts';

const KEPT_VERSIONS = 3;
const NAMED_AGENCIES = 3;

type GtfsRead = { feedId: string; feed: GtfsFeed };

export const gtfsSource: ImportSource<GtfsRead> = {
  name: 'gtfs',
  version: 1,
  expects: 'les horaires d’un réseau, en archive GTFS (.zip)',
  feedOf: (file, options) => feedIdOf(file, options),

  source: (file) => ({
    id: sourceIdOf(file),
    name: `Horaires ${feedName(file)}`,
    publisher: 'Réseau de transport',
    url: null,
    licence: null,
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { file, onProgress } = context;
    const { files, ignored } = await readGtfsZip({ name: file.name, bytes: await readWhole(file) });
    const note = (step: string) => onProgress({ step });
    if (ignored.length > 0) note(`fichiers laissés de côté : ${ignored.join(', ')}`);
    const { feed: given, readCount, rejects, flexRowCount } = readFeed(files);
    if (flexRowCount > 0) note(`${flexRowCount} lignes de transport à la demande laissées de côté`);
    for (const reject of rejects) context.reject(reject);
    const validity = validityOf(given, readServices(given));
    if (!validity) {
      throw new AppError('bad_import', `« ${file.name} » : aucun jour de circulation.`);
    }
    if (validity.to < context.now.toISOString().slice(0, 10)) {
      note(`ces horaires ont pris fin le ${validity.to} : montrés « à confirmer »`);
    }
    const elsewhere = given.agencies.find((agency) => agency.timezone !== 'Europe/Paris');
    if (elsewhere) {
      note(`heures de ${elsewhere.timezone} selon agency.txt : lues comme locales`);
    }
    const named = given.feedInfo?.version ?? '';
    const read: GtfsRead = {
      feedId: feedIdOf(file, context),
      feed: { ...given, stopTimes: fillBlankTimes(given) },
    };
    await writeVersion(context, read, validity);
    return {
      read,
      readCount,
      keptCount: readCount - rejects.length,
      asOf: context.asOf ?? (/^\d{4}-\d{2}-\d{2}$/.test(named) ? named : validity.from),
      validFrom: validity.from,
      validTo: validity.to,
    };
  },

  check: async (context, { read, readCount }) =>
    checkFeed({ feed: read.feed, readCount, rejectedCount: context.rejectedCount() }),

  swap: async ({ tx, file }, { read }) => {
    const { feedId, feed } = read;
    const isThis = and(eq(feedVersion.feedId, feedId), eq(feedVersion.sha256, file.sha256));
    await tx.update(feedVersion).set({ active: false }).where(eq(feedVersion.feedId, feedId));
    await tx.update(feedVersion).set({ active: true }).where(isThis);
    const removed = await removeOldVersions(tx, feedId);
    const counts = {
      arrêts: feed.stops.length,
      lignes: feed.routes.length,
      circulations: feed.trips.length,
      passages: feed.stopTimes.length,
      'anciennes versions retirées': removed,
    };
    return { counts, unchangedCount: 0 };
  },
};

/** Not in use before `swap`. */
async function writeVersion(
  { tx, bulk, file, now, sourceId }: ImportContext,
  { feedId, feed }: GtfsRead,
  validity: { from: string; to: string },
): Promise<void> {
  const publisher = publisherOf(feed);
  await tx.update(sourceTable).set({ publisher }).where(eq(sourceTable.id, sourceId));
  await tx
    .insert(feedTable)
    .values({ id: feedId, name: publisher, url: agencyUrl(feed), licence: null, sourceId })
    .onConflictDoUpdate({
      target: feedTable.id,
      set: { name: publisher, url: agencyUrl(feed), sourceId },
    });
  const isThis = and(eq(feedVersion.feedId, feedId), eq(feedVersion.sha256, file.sha256));
  // The same file again, dated otherwise: the version is written anew.
  await tx.delete(feedVersion).where(isThis);
  const [version] = await tx
    .insert(feedVersion)
    .values({
      feedId,
      validFrom: validity.from,
      validTo: validity.to,
      sha256: file.sha256,
      importedAt: now,
      active: false,
    })
    .returning({ id: feedVersion.id });
  if (!version) throw new AppError('bad_import', 'La version des horaires ne s’écrit pas.');
  await bulk.copyRows(gtfsAgency, rowsOf.agencyRows(feed, version.id));
  await bulk.copyRows(gtfsStop, rowsOf.stopRows(feed, version.id));
  await bulk.copyRows(gtfsRoute, rowsOf.routeRows(feed, version.id));
  await bulk.copyRows(gtfsTrip, rowsOf.tripRows(feed, version.id));
  await bulk.copyRows(gtfsStopTime, rowsOf.stopTimeRows(feed, version.id));
  await bulk.copyRows(gtfsCalendar, rowsOf.calendarRows(feed, version.id));
  await bulk.copyRows(gtfsCalendarDate, rowsOf.calendarDateRows(feed, version.id));
  await bulk.copyRows(gtfsFrequency, rowsOf.frequencyRows(feed, version.id));
  await bulk.copyRows(gtfsTransfer, rowsOf.transferRows(feed, version.id));
}

async function removeOldVersions(tx: Database, feedId: string): Promise<number> {
  const versions = await tx
    .select({ id: feedVersion.id })
    .from(feedVersion)
    .where(eq(feedVersion.feedId, feedId))
    .orderBy(desc(feedVersion.active), desc(feedVersion.importedAt), desc(feedVersion.id));
  const old = versions.slice(KEPT_VERSIONS).map(({ id }) => id);
  if (old.length > 0) await tx.delete(feedVersion).where(inArray(feedVersion.id, old));
  return old.length;
}

function feedIdOf(file: ImportFile, options: ImportOptions): string {
  return options.feedId ?? feedName(file);
}

function sourceIdOf(file: ImportFile): string {
  return `gtfs-${feedName(file)}`;
}

/** « ter-2025.zip » is « ter-2025 ». */
function feedName(file: ImportFile): string {
  const name = file.name
    .toLowerCase()
    .replace(/\.zip$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return name || 'reseau';
}

/** Those who run lines, most lines first: a feed's own publisher is often a tool or a platform. */
function publisherOf(feed: GtfsFeed): string {
  const lineCount = (id: string) =>
    feed.routes.filter((route) => (route.agencyId ?? '') === id).length;
  const [only, ...others] = feed.agencies;
  const names = feed.agencies
    .map(({ id, name }) => ({ name, lines: lineCount(id) }))
    .filter(({ lines }) => lines > 0)
    .sort((a, b) => b.lines - a.lines)
    .slice(0, NAMED_AGENCIES)
    .map(({ name }) => name);
  if (others.length === 0 && only) return only.name;
  return names.join(', ') || (feed.feedInfo?.publisherName ?? 'Réseau de transport');
}

function agencyUrl(feed: GtfsFeed): string | null {
  return feed.agencies.find((agency) => agency.url !== null)?.url ?? null;
}

// `npm run import -- gtfs FILE`: a new version of a timetable, in use once it is whole and checked.

import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '#db/database.ts';
import { insertRows } from '#db/insert-rows.ts';
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
import type { ImportFile, ImportOptions, ImportSource } from '#seeds/pipeline/source.ts';
import { checkFeed } from '#seeds/sources/gtfs/check-feed.ts';
import * as rowsOf from '#seeds/sources/gtfs/feed-rows.ts';
import { fillBlankTimes } from '#seeds/sources/gtfs/fill-blank-times.ts';
import { readFeed } from '#seeds/sources/gtfs/read-feed.ts';
import { readGtfsZip } from '#seeds/sources/gtfs/read-zip.ts';

const KEPT_VERSIONS = 3;
const NAMED_AGENCIES = 3;
/** What the server listens to, to read again what it keeps in memory. */
const CHANGED_CHANNEL = 'voisoin_changed';

export type GtfsRows = {
  feedId: string;
  sourceId: string;
  publisher: string;
  sha256: string;
  validFrom: string;
  validTo: string;
  feed: GtfsFeed;
  readCount: number;
  rejectedCount: number;
};

export const gtfsSource: ImportSource<GtfsRows> = {
  name: 'gtfs',
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

  parse: async (file, _db, options) => {
    const { files, ignored } = await readGtfsZip(file);
    if (ignored.length > 0) options.onProgress(`fichiers laissés de côté : ${ignored.join(', ')}`);
    const { feed, readCount, rejects, flexRowCount } = readFeed(files);
    if (flexRowCount > 0) {
      options.onProgress(`${flexRowCount} lignes de transport à la demande laissées de côté`);
    }
    const validity = validityOf(feed, readServices(feed));
    if (!validity) {
      throw new AppError('bad_import', `« ${file.name} » : aucun jour de circulation.`);
    }
    if (validity.to < options.now.toISOString().slice(0, 10)) {
      options.onProgress(`ces horaires ont pris fin le ${validity.to} : montrés « à confirmer »`);
    }
    const elsewhere = feed.agencies.find((agency) => agency.timezone !== 'Europe/Paris');
    if (elsewhere) {
      options.onProgress(`heures de ${elsewhere.timezone} selon agency.txt : lues comme locales`);
    }
    const version = feed.feedInfo?.version ?? '';
    return {
      rows: {
        feedId: feedIdOf(file, options),
        sourceId: sourceIdOf(file),
        publisher: publisherOf(feed),
        sha256: file.sha256,
        validFrom: validity.from,
        validTo: validity.to,
        feed: { ...feed, stopTimes: fillBlankTimes(feed) },
        readCount,
        rejectedCount: rejects.length,
      },
      readCount,
      rejects: rejects.map(({ file: table, column, ...reject }) => ({
        ...reject,
        column: column === null ? table : `${table} ${column}`,
      })),
      asOf: options.asOf ?? (/^\d{4}-\d{2}-\d{2}$/.test(version) ? version : validity.from),
      validFrom: validity.from,
      validTo: validity.to,
    };
  },

  stage: async (tx, { rows }, options) => {
    const { feedId, sourceId, publisher, feed, sha256, validFrom, validTo } = rows;
    await tx.update(sourceTable).set({ publisher }).where(eq(sourceTable.id, sourceId));
    await tx
      .insert(feedTable)
      .values({ id: feedId, name: publisher, url: agencyUrl(feed), licence: null, sourceId })
      .onConflictDoUpdate({
        target: feedTable.id,
        set: { name: publisher, url: agencyUrl(feed), sourceId },
      });
    // The same file again, dated otherwise: the version is written anew.
    await tx.delete(feedVersion).where(isVersion(rows));
    const [version] = await tx
      .insert(feedVersion)
      .values({ feedId, validFrom, validTo, sha256, importedAt: options.now, active: false })
      .returning({ id: feedVersion.id });
    if (!version) throw new AppError('bad_import', 'La version des horaires ne s’écrit pas.');
    const write = <Table extends PgTable>(table: Table, all: Table['$inferInsert'][]) =>
      insertRows(tx, table, all);
    await write(gtfsAgency, rowsOf.agencyRows(feed, version.id));
    await write(gtfsStop, rowsOf.stopRows(feed, version.id));
    await write(gtfsRoute, rowsOf.routeRows(feed, version.id));
    await write(gtfsTrip, rowsOf.tripRows(feed, version.id));
    await write(gtfsStopTime, rowsOf.stopTimeRows(feed, version.id));
    await write(gtfsCalendar, rowsOf.calendarRows(feed, version.id));
    await write(gtfsCalendarDate, rowsOf.calendarDateRows(feed, version.id));
    await write(gtfsFrequency, rowsOf.frequencyRows(feed, version.id));
    await write(gtfsTransfer, rowsOf.transferRows(feed, version.id));
  },

  check: async (_tx, { rows }) => checkFeed(rows),

  swap: async (tx, { rows }) => {
    const { feedId, feed } = rows;
    await tx.update(feedVersion).set({ active: false }).where(eq(feedVersion.feedId, feedId));
    await tx.update(feedVersion).set({ active: true }).where(isVersion(rows));
    const removed = await removeOldVersions(tx, feedId);
    await tx.execute(sql`select pg_notify(${CHANGED_CHANNEL}, 'gtfs')`);
    return {
      arrêts: feed.stops.length,
      lignes: feed.routes.length,
      circulations: feed.trips.length,
      passages: feed.stopTimes.length,
      'anciennes versions retirées': removed,
    };
  },
};

function isVersion({ feedId, sha256 }: GtfsRows) {
  return and(eq(feedVersion.feedId, feedId), eq(feedVersion.sha256, sha256));
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

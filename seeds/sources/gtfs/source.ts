// `npm run import -- gtfs FILE`: a new version of a timetable, in use once it is whole and checked.

import { AppError } from '#domain/error.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import { type FeedArchive, openFeedArchive } from '#seeds/sources/gtfs/archive.ts';
import { checkFeed } from '#seeds/sources/gtfs/check-feed.ts';
import { createFeedLog, type FeedLog } from '#seeds/sources/gtfs/feed-log.ts';
import {
  activateVersion,
  describeVersion,
  feedIdOf,
  startVersion,
} from '#seeds/sources/gtfs/feed-version.ts';
import { type LoadedCalls, loadCalls } from '#seeds/sources/gtfs/load-calls.ts';
import {
  type Days,
  loadDays,
  loadFrequencies,
  loadTransfers,
} from '#seeds/sources/gtfs/load-days.ts';
import { loadNetwork, loadTrips, type Network } from '#seeds/sources/gtfs/load-network.ts';
import { sayNotice } from '#seeds/sources/gtfs/notice.ts';
import { nameFeed } from '#seeds/sources/gtfs/publisher.ts';
import { GTFS_FILES, requireTables } from '#seeds/sources/gtfs/require-tables.ts';

type GtfsRead = {
  feedId: string;
  feedVersionId: number;
  network: Network;
  days: Days;
  calls: LoadedCalls;
  tripCount: number;
};

export const gtfsSource: ImportSource<GtfsRead> = {
  name: 'gtfs',
  version: 3,
  expects: 'les horaires d’un réseau, en archive GTFS (.zip)',
  feedOf: (file, options) => feedIdOf(file, options),
  // A summer timetable is not a winter one.
  guards: { mostChangePercent: 60 },

  source: (file, options) => ({
    id: `gtfs-${feedIdOf(file, options)}`,
    name: `Horaires ${feedIdOf(file, options)}`,
    publisher: 'Réseau de transport',
    url: null,
    licence: null,
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { file, now, onProgress } = context;
    const archive = await openFeedArchive(file, GTFS_FILES, onProgress);
    try {
      requireTables([...archive.sizes.keys()]);
      if (archive.ignored.length > 0) {
        onProgress({ step: `fichiers laissés de côté : ${archive.ignored.join(', ')}` });
      }
      const log = createFeedLog(context.reject);
      const read = await loadVersion(context, archive, log);
      const { validity } = read.days;
      if (read.tripCount === 0 || read.calls.callCount === 0) throw nothingUsable(read, log);
      if (!validity) {
        throw new AppError('bad_import', `« ${file.name} » : aucun jour de circulation.`);
      }
      await describeVersion(context.tx, read.feedVersionId, validity);
      await nameFeed(
        context.tx,
        { feedId: read.feedId, sourceId: context.sourceId },
        {
          ...read.network,
          ...read.days,
        },
      );
      for (const line of notesOf(read, now)) onProgress({ step: line });
      const named = read.days.feedInfo?.version ?? '';
      return {
        read,
        readCount: log.readCount(),
        keptCount: log.readCount() - context.rejectedCount(),
        asOf: context.asOf ?? (/^\d{4}-\d{2}-\d{2}$/.test(named) ? named : validity.from),
        validFrom: validity.from,
        validTo: validity.to,
      };
    } finally {
      archive.close();
    }
  },

  check: async (_, { read }) => checkFeed(read.calls),

  swap: async ({ tx }, { read }) => {
    const { feedId, feedVersionId, network, calls, tripCount } = read;
    const removed = await activateVersion(tx, feedId, feedVersionId);
    const counts = {
      arrêts: network.stopIds.size,
      lignes: network.routeCount,
      circulations: tripCount,
      passages: calls.callCount,
      'anciennes versions retirées': removed,
    };
    return { counts, unchangedCount: 0 };
  },
};

/** Tables in the order they refer to each other. Not in use before `swap`. */
async function loadVersion(
  context: ImportContext,
  archive: FeedArchive,
  log: FeedLog,
): Promise<GtfsRead> {
  const { bulk, file, onProgress } = context;
  const feedId = feedIdOf(file, context);
  const feedVersionId = await startVersion(context, feedId);
  const load = { archive, bulk, feedVersionId, log };
  const { routeIds, ...network } = await loadNetwork(load);
  const days = await loadDays(load);
  const hasService: boolean[] = [];
  const tripIds = await loadTrips(load, routeIds, (serviceId) => {
    hasService.push(days.services.has(serviceId));
  });
  const { stopIds, stopPoints } = network;
  onProgress({ step: `${tripIds.size} circulations` });
  const departures = await loadFrequencies(load, tripIds);
  const calls = await loadCalls(load, { tripIds, stopIds, stopPoints, hasService, departures });
  await loadTransfers(load, { stopIds, routeIds, tripIds });
  return { feedId, feedVersionId, network, days, calls, tripCount: tripIds.size };
}

function nothingUsable({ calls }: GtfsRead, log: FeedLog): AppError {
  const flex =
    calls.flexRowCount > 0
      ? ' Il décrit du transport à la demande : « npm run import -- gtfs-flex ».'
      : '';
  const fault = flex || log.firstFault();
  return new AppError('bad_import', `GTFS sans aucun passage utilisable.${fault}`);
}

/** What the operator should know of a feed that is imported all the same. */
function notesOf({ calls, days, network }: GtfsRead, now: Date): string[] {
  const notes: string[] = [];
  const { flexRowCount, unusable, unusableCount } = calls;
  if (flexRowCount > 0) {
    notes.push(
      `${flexRowCount} lignes de transport à la demande laissées de côté : « npm run import -- gtfs-flex » lit cette partie du même fichier`,
    );
  }
  for (const { tripId, notice } of unusable) notes.push(`${tripId}, ${sayNotice(notice)}`);
  const unnamed = unusableCount - unusable.length;
  if (unnamed > 0) notes.push(`… et ${unnamed} autres circulations inutilisables`);
  const today = now.toISOString().slice(0, 10);
  const { from = today, to = today } = days.validity ?? {};
  if (to < today) {
    notes.push(`ces horaires ont pris fin le ${to} : montrés « à confirmer » [expired_calendar]`);
  }
  if (from > today) notes.push(`ces horaires ne commencent que le ${from} [future_feed]`);
  const elsewhere = network.agencies.find(({ timezone }) => timezone !== 'Europe/Paris');
  if (elsewhere) {
    notes.push(`heures de ${elsewhere.timezone} selon agency.txt : lues comme locales`);
  }
  return notes;
}

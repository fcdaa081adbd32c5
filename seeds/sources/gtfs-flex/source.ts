// `npm run import -- gtfs-flex FILE`: the on-demand services of a feed, as offers of ours.

import type { Database } from '#db/database.ts';
import { AppError } from '#domain/error.ts';
import type { Validity } from '#domain/journey/service-calendar.ts';
import type { FlexFeed } from '#domain/transport/flex-feed.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import { openFeedArchive } from '#seeds/sources/gtfs/archive.ts';
import { createFeedLog, type FeedLog } from '#seeds/sources/gtfs/feed-log.ts';
import { feedIdOf } from '#seeds/sources/gtfs/feed-version.ts';
import { type GtfsReject, isOnlyTold, sayNotice } from '#seeds/sources/gtfs/notice.ts';
import { requireTables } from '#seeds/sources/gtfs/require-tables.ts';
import { checkFaults, checkPlaces } from '#seeds/sources/gtfs-flex/check-flex.ts';
import { overlappingCalls } from '#seeds/sources/gtfs-flex/check-trips.ts';
import { removeOldVersions, writeVersion } from '#seeds/sources/gtfs-flex/flex-version.ts';
import { activateFlexVersion, flexSourceId } from '#seeds/sources/gtfs-flex/project-offers.ts';
import { FLEX_FILES, type ReadFlex, readFlex } from '#seeds/sources/gtfs-flex/read-flex.ts';
import {
  coveringAreas,
  crossingAreas,
  emptyAreas,
  stageAreas,
} from '#seeds/sources/gtfs-flex/stage-areas.ts';

const MANDATORY = ['agency.txt', 'routes.txt', 'trips.txt', 'stop_times.txt'];
/** Faults of stops that on-demand services do not call at are the timetable's affair. */
const NOT_OURS = ['stops.txt'];

type FlexRead = { feedId: string; versionId: number; model: FlexFeed; faults: GtfsReject[] };

export const gtfsFlexSource: ImportSource<FlexRead> = {
  name: 'gtfs-flex',
  version: 1,
  expects: 'du transport à la demande, en archive GTFS-Flex (.zip)',
  feedOf: (file, options) => feedIdOf(file, options),
  guards: { mostChangePercent: null },

  source: (file, options) => ({
    id: flexSourceId(feedIdOf(file, options)),
    name: `Transport à la demande ${feedIdOf(file, options)}`,
    publisher: 'Réseau de transport',
    url: null,
    licence: null,
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { file, tx, onProgress } = context;
    const archive = await openFeedArchive(file, FLEX_FILES, onProgress);
    try {
      requireTables([...archive.sizes.keys()], MANDATORY);
      if (archive.ignored.length > 0) {
        onProgress({ step: `fichiers laissés de côté : ${archive.ignored.join(', ')}` });
      }
      const faults: GtfsReject[] = [];
      /** One word for what every area bears. */
      const told = new Set<string | null>();
      const log = createFeedLog(context.reject);
      const noted: FeedLog = {
        ...log,
        refuse: (reject) => {
          if (isOnlyTold(reject.code)) {
            if (told.has(reject.column)) return;
            told.add(reject.column);
            return onProgress({ step: sayNotice(reject) });
          }
          if (!NOT_OURS.includes(reject.file)) faults.push(reject);
          log.refuse(reject);
        },
      };
      const read = await readFlex(archive, noted);
      const model = await placeAreas(tx, read, noted);
      const { validity, version } = read;
      if (model.trips.length === 0 && faults.length === 0) {
        throw new AppError(
          'bad_import',
          `« ${file.name} » : aucun transport à la demande (ni zone, ni plage horaire dans stop_times.txt).`,
        );
      }
      if (!validity && faults.length === 0) {
        throw new AppError('bad_import', `« ${file.name} » : aucun jour de circulation.`);
      }
      const { from, to } = validity ?? { from: today(context), to: today(context) };
      for (const step of notesOf(model, { from, to }, today(context))) onProgress({ step });
      const named = /^\d{4}-\d{2}-\d{2}$/.test(version ?? '') ? version : null;
      const asOf = context.asOf ?? named ?? from;
      const feedId = feedIdOf(file, context);
      const versionId = await writeVersion(context, { feedId, model, asOf, from, to });
      return {
        read: { feedId, versionId, model, faults },
        readCount: log.readCount(),
        keptCount: log.readCount() - context.rejectedCount(),
        asOf,
        validFrom: from,
        validTo: to,
      };
    } finally {
      archive.close();
    }
  },

  check: async (_, { read: { model, faults } }) => [checkFaults(faults), checkPlaces(model.places)],

  swap: async (context, { read: { feedId, versionId } }) => {
    const { tx, onProgress } = context;
    const { offerCount, patternCount, withoutCommune } = await activateFlexVersion(
      tx,
      versionId,
      today(context),
    );
    if (withoutCommune.length > 0) {
      onProgress({ step: `sans commune connue de cette base : ${withoutCommune.join(', ')}` });
    }
    const removed = await removeOldVersions(tx, feedId);
    const counts = {
      offres: offerCount,
      trajets: patternCount,
      'anciennes versions retirées': removed,
    };
    return { counts, unchangedCount: 0 };
  },
};

const today = ({ now }: ImportContext): string => now.toISOString().slice(0, 10);

/** What the operator should know of a feed that is imported all the same. */
function notesOf({ trips }: FlexFeed, { from, to }: Validity, date: string): string[] {
  const notes: string[] = [];
  const unbooked = trips.filter(({ calls }) =>
    calls.every(
      ({ pickupRuleId, dropOffRuleId }) => pickupRuleId === null && dropOffRuleId === null,
    ),
  );
  if (unbooked.length > 0) {
    notes.push(
      `${unbooked.length} courses sans règle de réservation : « appelez » [missing_pickup_drop_off_booking_rule_id]`,
    );
  }
  if (to < date) {
    notes.push(`ces offres ont pris fin le ${to} : montrées « à confirmer » [expired_calendar]`);
  }
  if (from > date) notes.push(`ces offres ne commencent que le ${from} [future_feed]`);
  return notes;
}

async function placeAreas(tx: Database, read: ReadFlex, log: FeedLog): Promise<FlexFeed> {
  const { model, lines } = read;
  await stageAreas(tx, model.places);
  for (const id of await emptyAreas(tx)) {
    log.refuse({
      code: 'invalid_geometry',
      file: 'locations.geojson',
      line: model.places.findIndex((place) => place.id === id) + 1,
      column: 'geometry.coordinates',
      value: id,
      reason: 'contour sans surface',
    });
  }
  const crossing = await crossingAreas(tx);
  for (const reject of overlappingCalls(model.trips, crossing, lines)) log.refuse(reject);
  return { ...model, covers: await coveringAreas(tx) };
}

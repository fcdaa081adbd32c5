// Puts a version of an on-demand feed in use: its offers take the place of those of the version before.

import { and, eq, inArray, like, notInArray, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { insertRows } from '#db/insert-rows.ts';
import { flexFeedVersion } from '#db/schema/feed.ts';
import {
  calendar,
  offer,
  offerCondition,
  offerSource,
  offerTerritory,
  provider,
  serviceArea,
  travelPattern,
} from '#db/schema/transport.ts';
import { accommodationOffer, bookingRule, eligibility } from '#db/schema/transport-terms.ts';
import { upsertRows } from '#db/upsert-rows.ts';
import { AppError } from '#domain/error.ts';
import type { LocalDate } from '#domain/time.ts';
import { flexOffers } from '#domain/transport/flex-offers.ts';
import { flexRows } from '#seeds/sources/gtfs-flex/offer-rows.ts';
import { stageAreas, touchedCommunes } from '#seeds/sources/gtfs-flex/stage-areas.ts';

export type Activated = { offerCount: number; patternCount: number; withoutCommune: string[] };

/** The source all offers of a feed refer to. */
export const flexSourceId = (feedId: string) => `flex-${feedId}`;

/** Any version kept may be put back. Offers of the same id keep what people reported of them. */
export async function activateFlexVersion(
  tx: Database,
  versionId: number,
  today: LocalDate,
): Promise<Activated> {
  const [version] = await tx
    .select()
    .from(flexFeedVersion)
    .where(eq(flexFeedVersion.id, versionId));
  if (version === undefined) {
    throw new AppError('not_found', `Version ${versionId} inconnue : aucune offre n’a changé.`);
  }
  const { feedId, model, asOf, validFrom, validTo } = version;
  await tx.update(flexFeedVersion).set({ active: false }).where(eq(flexFeedVersion.feedId, feedId));
  await tx.update(flexFeedVersion).set({ active: true }).where(eq(flexFeedVersion.id, versionId));

  const sourceId = flexSourceId(feedId);
  const offers = flexOffers(model, { feedId, sourceId, asOf, validFrom, validTo, today });
  await stageAreas(tx, model.places);
  const touched = await touchedCommunes(tx);
  const rows = flexRows(feedId, { offers, places: model.places, touched });
  await clearOffers(
    tx,
    feedId,
    sourceId,
    offers.map(({ id }) => id),
  );

  await upsertRows(tx, provider, provider.id, rows.providers);
  await insertRows(tx, serviceArea, rows.areas);
  await tx.execute(sql`update service_area set geom = flex_area.geom from flex_area
    where service_area.id = ${`flex:${feedId}:`} || flex_area.id and ST_Dimension(flex_area.geom) = 2`);
  await insertRows(tx, calendar, rows.calendars);
  await upsertRows(tx, offer, offer.id, rows.offers);
  await insertRows(tx, offerSource, rows.sources);
  await insertRows(tx, travelPattern, rows.patterns);
  await insertRows(tx, bookingRule, rows.bookings);
  await insertRows(tx, eligibility, rows.eligibilities);
  await insertRows(tx, accommodationOffer, rows.accommodations);
  await insertRows(tx, offerCondition, rows.conditions);
  await placeInTerritories(tx, rows.communes);
  const withoutCommune = offers.map(({ id }) => id).filter((id) => !rows.communes.has(id));
  return { offerCount: offers.length, patternCount: rows.patterns.length, withoutCommune };
}

async function clearOffers(
  tx: Database,
  feedId: string,
  sourceId: string,
  kept: readonly string[],
): Promise<void> {
  const mine = tx.select({ id: offer.id }).from(offer).where(eq(offer.sourceId, sourceId));
  for (const table of [
    offerTerritory,
    offerSource,
    travelPattern,
    offerCondition,
    bookingRule,
    eligibility,
    accommodationOffer,
  ]) {
    await tx.delete(table).where(inArray(table.offerId, mine));
  }
  await tx.delete(offer).where(and(eq(offer.sourceId, sourceId), notInArray(offer.id, [...kept])));
  for (const table of [serviceArea, calendar]) {
    await tx.delete(table).where(like(table.id, `flex:${feedId}:%`));
  }
}

/** Offers belong to the territories of the communes they serve. */
async function placeInTerritories(
  tx: Database,
  communes: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  for (const [offerId, insees] of communes) {
    await tx.execute(sql`
      insert into offer_territory (offer_id, territory_code)
      select distinct ${offerId}, territory_code from territory_commune
      where insee = any(${sql.param([...insees])}::text[])`);
  }
}

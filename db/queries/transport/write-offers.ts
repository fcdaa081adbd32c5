// Writes transport offers whole, with their patterns, terms and prices.

import { inArray } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { insertRows } from '#db/insert-rows.ts';
import { offerRows } from '#db/queries/transport/offer-rows.ts';
import {
  calendar,
  offer,
  offerCondition,
  offerNeed,
  offerPlace,
  offerPurpose,
  offerSource,
  offerTerritory,
  provider,
  serviceArea,
  travelPattern,
} from '#db/schema/transport.ts';
import {
  accommodationOffer,
  bookingRule,
  eligibility,
  fareComponent,
  lineHours,
} from '#db/schema/transport-terms.ts';
import { upsertRows } from '#db/upsert-rows.ts';
import type { Offer } from '#domain/transport/offer.ts';

/**
 * Replaces those of the same id. Sources, feeds and territories come first: offers refer to them.
 * `prefix` names the rows offers share. Positions follow the list, from `firstPosition`.
 */
export async function writeOffers(
  tx: Database,
  prefix: string,
  offers: readonly Offer[],
  firstPosition = 0,
): Promise<void> {
  const rows = offerRows(prefix, offers);
  await upsertRows(tx, provider, provider.id, rows.providers);
  await writeOfferRows(tx, rows, firstPosition);
}

/** The same, for offers whose organization is there already and stays as it is. */
export async function writeOffersOfKnown(
  tx: Database,
  prefix: string,
  offers: readonly Offer[],
  firstPosition: number,
): Promise<void> {
  await writeOfferRows(tx, offerRows(prefix, offers), firstPosition);
}

async function writeOfferRows(
  tx: Database,
  rows: ReturnType<typeof offerRows>,
  firstPosition: number,
): Promise<void> {
  const ids = rows.offers.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(offer).where(inArray(offer.id, ids));
  // Named by their content: the same name is the same row.
  if (rows.areas.length > 0) await tx.insert(serviceArea).values(rows.areas).onConflictDoNothing();
  if (rows.calendars.length > 0)
    await tx.insert(calendar).values(rows.calendars).onConflictDoNothing();
  if (rows.lineHours.length > 0)
    await tx.insert(lineHours).values(rows.lineHours).onConflictDoNothing();
  const placed = rows.offers.map((row) => ({ ...row, position: firstPosition + row.position }));
  await insertRows(tx, offer, placed);
  await insertRows(tx, offerTerritory, rows.territories);
  await insertRows(tx, offerSource, rows.sources);
  await insertRows(tx, travelPattern, rows.patterns);
  await insertRows(tx, offerPurpose, rows.purposes);
  await insertRows(tx, offerCondition, rows.conditions);
  await insertRows(tx, offerPlace, rows.places);
  await insertRows(tx, offerNeed, rows.needs);
  await insertRows(tx, bookingRule, rows.bookings);
  await insertRows(tx, fareComponent, rows.fares);
  await insertRows(tx, eligibility, rows.eligibilities);
  await insertRows(tx, accommodationOffer, rows.accommodations);
}

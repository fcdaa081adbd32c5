// The trips of volunteer drivers of an organization: its services, their months, what is to be looked at.

import { createHash } from 'node:crypto';
import { refuseStale } from '#api/http/if-match.ts';
import { type Act, dayOf, lockKeptOffer } from '#api/runtime/public-offer.ts';
import type { Database } from '#db/database.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import { findVersion } from '#db/queries/workspace/find-version.ts';
import { type KeptOfferRow, listKeptOffers } from '#db/queries/workspace/list-kept-offers.ts';
import { listTripCounts } from '#db/queries/workspace/list-trip-counts.ts';
import { saveTripCounts } from '#db/queries/workspace/save-trip-counts.ts';
import type { CsvCell } from '#domain/csv-text.ts';
import { AppError } from '#domain/error.ts';
import { checkSocialTransport } from '#domain/transport/check-social-transport.ts';
import type { OfferNotice } from '#domain/transport/offer-notice.ts';
import {
  checkTripCounts,
  TRIP_COUNT_FIELDS,
  type TripCounts,
  type TripNotice,
  type TripYear,
  withShares,
  type YearMonth,
  yearOf,
} from '#domain/transport/trip-counts.ts';

export type TripMonth = {
  month: YearMonth;
  /** Null: nothing was counted. */
  counts: TripCounts | null;
  notices: TripNotice[];
  /** Sent back as If-Match with what is counted. */
  etag: string;
};

export type OfferTrips = {
  offerId: string;
  name: string;
  /** January to December, without the months to come. */
  months: TripMonth[];
  total: TripYear;
  /** Of what residents read of it. */
  notices: OfferNotice[];
};

/** Services of volunteer drivers, those put away aside unless something was counted. Inside the workspace. */
export async function readTrips(tx: Database, year: number, at: Date): Promise<OfferTrips[]> {
  const thisMonth = dayOf(at).slice(0, 7);
  const offers = (await listKeptOffers(tx)).filter(({ kind }) => kind === 'volunteer');
  const counted = await listTripCounts(tx, { from: `${year}-01`, to: `${year}-12` });
  const trips: OfferTrips[] = [];
  for (const offer of offers) {
    const own = counted.filter(({ offerId }) => offerId === offer.id);
    if (offer.archivedAt !== null && own.length === 0) continue;
    const months = Array.from({ length: 12 }, (_, index) => monthOf(year, index + 1))
      .filter((month) => month <= thisMonth)
      .map((month) => presentMonth(month, own.find((row) => row.month === month)?.counts ?? null));
    trips.push({
      offerId: offer.id,
      name: offer.name,
      months,
      total: yearOf(own.map(({ counts }) => counts)),
      notices: await noticesOf(tx, offer),
    });
  }
  return trips;
}

/** Throws 404, 400 for a month to come, 409 for a service of another kind, 412 when counted meanwhile. */
export async function countTrips(
  tx: Database,
  act: Act,
  said: { offerId: string; month: YearMonth; counts: TripCounts; sent: string },
): Promise<TripMonth> {
  const { offerId, month, counts, sent } = said;
  const thisMonth = dayOf(act.at).slice(0, 7);
  if (month > thisMonth) {
    const fault = { field: 'month', expected: `${thisMonth} or before`, received: month };
    throw new AppError('bad_request', `month: expected ${thisMonth} or before.`, {
      details: [fault],
    });
  }
  await lockKeptOffer(tx, offerId);
  const [offer] = await listKeptOffers(tx, offerId);
  if (offer?.kind !== 'volunteer') {
    throw new AppError('conflict', 'Trips are counted for services of volunteer drivers.');
  }
  const [before] = await listTripCounts(tx, { from: month, to: month, offerId });
  const held = presentMonth(month, before?.counts ?? null);
  refuseStale(sent, held.etag, held);
  await saveTripCounts(tx, { workspaceId: act.workspaceId, offerId, month }, counts, act.at);
  await appendAudit(tx, {
    ...act,
    action: 'counted',
    subjectKind: 'trips',
    subjectId: offerId,
    before: before === undefined ? null : { month, ...before.counts },
    after: { month, ...counts },
  });
  return presentMonth(month, counts);
}

function presentMonth(month: YearMonth, counts: TripCounts | null): TripMonth {
  const notices = counts === null ? [] : checkTripCounts(counts);
  return { month, counts, notices, etag: tagOf(counts) };
}

function tagOf(counts: TripCounts | null): string {
  const text = JSON.stringify(counts && TRIP_COUNT_FIELDS.map((field) => counts[field]));
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
}

async function noticesOf(tx: Database, { id, versionInUse }: KeptOfferRow): Promise<OfferNotice[]> {
  if (versionInUse === null) return [];
  const version = await findVersion(tx, id, versionInUse);
  if (version === null) return [];
  return checkSocialTransport(version.document.offer).filter(
    ({ severity }) => severity === 'warning',
  );
}

function monthOf(year: number, month: number): YearMonth {
  return `${year}-${String(month).padStart(2, '0')}`;
}

export const YEAR_REPORT_HEADER: readonly string[] = [
  'Association',
  'Service',
  'Période',
  'Conducteurs bénévoles',
  'Personnes transportées',
  'dont au titre de la résidence',
  'dont au titre des ressources',
  'Part au titre de la résidence (%)',
  'Part au titre des ressources (%)',
  'Trajets réalisés',
  'Kilomètres avec passager',
  'Distance moyenne (km)',
  'Trajets demandés et non réalisés',
];

/** Each month that was counted, then the year: it says how people were counted. */
export function yearReportRows(
  association: string,
  year: number,
  offers: readonly OfferTrips[],
): CsvCell[][] {
  return offers.flatMap(({ name, months, total }) => {
    const row = (period: string, each: TripYear): CsvCell[] => [
      association,
      name,
      period,
      each.drivers,
      each.beneficiariesByResidence + each.beneficiariesByMeans,
      each.beneficiariesByResidence,
      each.beneficiariesByMeans,
      each.byResidencePercent,
      each.byMeansPercent,
      each.trips,
      each.kilometres,
      each.meanKm,
      each.refused,
    ];
    const counted = months.flatMap(({ month, counts }) =>
      counts === null ? [] : [row(`${month.slice(5)}/${year}`, withShares(counts))],
    );
    return [...counted, row(`Année ${year} (personnes : mois où il y en eut le plus)`, total)];
  });
}

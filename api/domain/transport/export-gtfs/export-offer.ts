// Which rows of a feed does one offer make? Its route, days, booking, trips, price.

import { bookingRow, webAddress } from '#domain/transport/export-gtfs/export-booking.ts';
import { fareRows } from '#domain/transport/export-gtfs/export-fares.ts';
import { lineTrips } from '#domain/transport/export-gtfs/export-lines.ts';
import { patternTrips } from '#domain/transport/export-gtfs/export-patterns.ts';
import type { Places } from '#domain/transport/export-gtfs/export-places.ts';
import {
  type Horizon,
  type ServiceRows,
  serviceRows,
} from '#domain/transport/export-gtfs/export-services.ts';
import type {
  FeedEntry,
  FeedPublisher,
  LeftOut,
} from '#domain/transport/export-gtfs/feed-input.ts';
import type { Cell } from '#domain/transport/export-gtfs/feed-table.ts';
import type { Offer, OfferKind, ServiceCalendar } from '#domain/transport/offer.ts';
import { publicPatternId } from '#domain/transport/published-offer.ts';

/** A vehicle comes for whoever asks. Transport on prescription is care, no public transport. */
const ON_DEMAND: readonly OfferKind[] = [
  'on_demand',
  'virtual_line',
  'volunteer',
  'accompaniment',
  'carpool',
  'taxi',
];
const BUS = 3;

export function emptyRows() {
  return {
    agencies: new Map<string, Cell[]>(),
    routes: [] as Cell[][],
    trips: [] as Cell[][],
    calls: [] as Cell[][],
    calendar: [] as Cell[][],
    dates: [] as Cell[][],
    rules: [] as Cell[][],
    products: [] as Cell[][],
    legRules: [] as Cell[][],
    areas: [] as Cell[][],
    stopAreas: [] as Cell[][],
  };
}
export type Rows = ReturnType<typeof emptyRows>;

type Context = {
  rows: Rows;
  places: Places;
  horizon: Horizon;
  publisher: FeedPublisher;
};

export function addOffer({ document, shown: offer }: FeedEntry, context: Context): LeftOut[] {
  const { rows, places, horizon } = context;
  const { timetable } = document;
  const leave = (reason: LeftOut['reason']) => [{ offerId: offer.id, id: offer.id, reason }];
  if (offer.status !== 'active' && offer.status !== 'to_confirm') return leave('status');
  if (timetable === null && !ON_DEMAND.includes(offer.kind)) return leave('kind');
  const leftOut: LeftOut[] = [];
  const trips: Cell[][] = [];
  const ruleRow = bookingRow(offer);
  const ruleId = ruleRow === null ? null : offer.id;
  const service = (id: string, calendar: ServiceCalendar): string | null => {
    const found = serviceRows(id, calendar, horizon);
    if (found === null) return null;
    services.push([id, found]);
    return id;
  };
  const services: [string, ServiceRows][] = [];
  const calls: Cell[][] = [];
  if (timetable !== null) {
    const byName = timetable.calendars.flatMap(({ name, calendar }): [string, string][] => {
      const id = service(`${offer.id}:jours:${name}`, calendar);
      return id === null ? [] : [[name, id]];
    });
    const line = lineTrips(offer, timetable, { places, services: new Map(byName), ruleId });
    trips.push(...line.trips);
    calls.push(...line.calls);
    leftOut.push(...line.leftOut);
  }
  for (const pattern of timetable === null ? offer.patterns : []) {
    const serviceId = service(publicPatternId(offer.id, pattern.id), pattern.calendar);
    const made = patternTrips(offer, pattern, { places, serviceId, ruleId });
    if ('reason' in made) leftOut.push(made);
    else {
      trips.push(...made.trips);
      calls.push(...made.calls);
    }
  }
  if (trips.length === 0) return leftOut;
  const used = new Set(trips.map((row) => row[1]));
  for (const [id, found] of services) if (used.has(id)) addService(rows, found);
  const rulesUsed = calls.some((row) => row.at(-1) === ruleId || row.at(-2) === ruleId);
  if (ruleRow !== null && rulesUsed) rows.rules.push(ruleRow);
  rows.trips.push(...trips);
  rows.calls.push(...calls);
  const stopIds = new Set(calls.map((row) => String(row[3])));
  const fares = fareRows(offer, offer.id, timetable && { timetable, stopIds });
  if (fares !== null) {
    rows.products.push(...fares.products);
    rows.legRules.push(...fares.legRules);
    rows.areas.push(...fares.areas);
    rows.stopAreas.push(...fares.stopAreas);
  }
  rows.routes.push([
    offer.id,
    addAgency(offer, context),
    null,
    offer.name,
    // The specification wants another text than the name.
    offer.summary === offer.name ? null : offer.summary,
    BUS,
    webAddress(offer.url),
    fares === null ? null : offer.id,
    offer.kind,
  ]);
  return leftOut;
}

export function addService(rows: Rows, { calendar, dates }: ServiceRows): void {
  rows.calendar.push(...calendar);
  rows.dates.push(...dates);
}

function addAgency({ provider, url }: Offer, { rows, publisher }: Context): string {
  const id = provider?.id ?? 'editeur';
  if (!rows.agencies.has(id)) {
    const site = webAddress(provider === null ? null : (provider.url ?? url)) ?? publisher.url;
    const name = provider?.name ?? publisher.name;
    const { phone = null, email = null } = provider ?? {};
    rows.agencies.set(id, [id, name, site, 'Europe/Paris', 'fr', phone, site, email]);
  }
  return id;
}

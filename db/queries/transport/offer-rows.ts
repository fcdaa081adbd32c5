// How are transport offers laid out as rows? Each list of the domain object is a table of its own.

import { createHash } from 'node:crypto';
import type { FareComponent } from '#domain/transport/fare.ts';
import type {
  LineHours,
  Offer,
  Provider,
  ServiceArea,
  ServiceCalendar,
} from '#domain/transport/offer.ts';

/** Ids of shared things are made of their content, so that two offers share one row. */
function contentId(prefix: string, value: unknown): string {
  return `${prefix}-${createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)}`;
}

function distinct<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function fareRow(offerId: string, component: FareComponent, position: number) {
  const { kind, note, provenance, ...terms } = component;
  return { offerId, position, kind, terms, note, ...provenance };
}

/** `prefix`: whose shared rows they are, so that they can be found again. */
export function offerRows(prefix: string, offers: readonly Offer[]) {
  const areaId = (area: ServiceArea) => contentId(`${prefix}-area`, area);
  const calendarId = (days: ServiceCalendar) => contentId(`${prefix}-calendar`, days);
  const lineHoursId = (hours: LineHours) => contentId(`${prefix}-line`, hours);
  const patterns = offers.flatMap((offer) => offer.patterns.map((pattern) => pattern));
  const areas = patterns.flatMap(({ origin, destination }) =>
    destination === null ? [origin] : [origin, destination],
  );
  const lines = offers.flatMap(({ booking }) => booking?.lineHours ?? []);
  return {
    providers: distinct(
      offers.flatMap(({ provider }): Provider[] => (provider === null ? [] : [provider])),
    ),
    areas: distinct(
      areas.map((area) => ({
        id: areaId(area),
        kind: area.kind,
        label: area.label,
        insees: area.kind === 'communes' ? [...area.insees] : [],
        points: area.kind === 'points' ? [...area.points] : [],
        geom: area.kind === 'polygon' ? area.polygons : null,
      })),
    ),
    calendars: distinct(
      patterns.map(({ calendar }) => ({
        id: calendarId(calendar),
        ...calendar,
        weekdays: [...calendar.weekdays],
        nthOfMonth: calendar.nthOfMonth === null ? null : [...calendar.nthOfMonth],
        exceptions: [...calendar.exceptions],
      })),
    ),
    lineHours: distinct(lines.map((hours) => ({ id: lineHoursId(hours), ...hours }))),
    offers: offers.map((offer, position) => ({
      id: offer.id,
      position,
      kind: offer.kind,
      name: offer.name,
      summary: offer.summary,
      status: offer.status,
      statusNote: offer.statusNote,
      providerId: offer.provider?.id ?? null,
      organizer: offer.organizer,
      phone: offer.phone,
      email: offer.email,
      url: offer.url,
      feedId: offer.feedId,
      ...offer.provenance,
    })),
    territories: offers.flatMap(({ id, territoryCodes }) =>
      territoryCodes.map((territoryCode) => ({ offerId: id, territoryCode })),
    ),
    sources: offers.flatMap(({ id, sourceIds }) =>
      sourceIds.map((sourceId, position) => ({ offerId: id, position, sourceId })),
    ),
    patterns: offers.flatMap((offer) =>
      offer.patterns.map(({ origin, destination, calendar, windows, ...pattern }, position) => ({
        ...pattern,
        offerId: offer.id,
        position,
        originAreaId: areaId(origin),
        destinationAreaId: destination === null ? null : areaId(destination),
        calendarId: calendarId(calendar),
        windows: [...windows],
      })),
    ),
    purposes: offers.flatMap(({ id, purposes: { allowed, denied } }) =>
      [
        ...allowed.map((purpose) => ({ purpose, allowed: true })),
        ...denied.map((purpose) => ({ purpose, allowed: false })),
      ].map((row, position) => ({ offerId: id, position, ...row })),
    ),
    conditions: offers.flatMap(({ id, conditions }) =>
      conditions.map((text, position) => ({ offerId: id, position, text })),
    ),
    places: offers.flatMap(({ id, places }) =>
      places.map((place, position) => ({ offerId: id, position, ...place })),
    ),
    needs: offers.flatMap(({ id, needIds }) => needIds.map((needId) => ({ offerId: id, needId }))),
    bookings: offers.flatMap(({ id, booking }) => {
      if (booking === null) return [];
      const { lineHours, provenance, channels, toSay, ...rule } = booking;
      return {
        offerId: id,
        ...rule,
        channels: [...channels],
        toSay: [...toSay],
        lineHoursId: lineHours === null ? null : lineHoursId(lineHours),
        ...provenance,
      };
    }),
    fares: offers.flatMap(({ id, fares }) =>
      fares.map((component, position) => fareRow(id, component, position)),
    ),
    eligibilities: offers.flatMap(({ id, eligibility }) =>
      eligibility === null ? [] : { offerId: id, expression: eligibility },
    ),
    accommodations: offers.flatMap(({ id, accommodations }) =>
      accommodations.map((accommodation, position) => ({
        offerId: id,
        position,
        ...accommodation,
      })),
    ),
  };
}

// What an organization edits: an offer whole, how its zones were drawn, the timetable of its line.

import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { Offer, OfferKind, ServiceCalendar } from '#domain/transport/offer.ts';
import type { PolygonRings } from '#domain/transport/polygon.ts';

/** Stored as it is, in drafts and versions; `schema` grows when its shape changes. */
export type OfferDocument = {
  schema: 1;
  /** Its origin and its status are written by the publication, whatever they hold here. */
  offer: Offer;
  /** By `areaKey`: how a zone was made, so that it can be changed and made again. */
  areas: Readonly<Record<string, AreaRecipe>>;
  /** Of a line with its own stops and hours; null for the others. */
  timetable: LineTimetable | null;
};

/** Added together, then `minus` is taken away. */
export type AreaRecipe = { parts: readonly AreaPart[]; minus: readonly AreaPart[] };

export type AreaPart =
  | { kind: 'communes'; insees: readonly Insee[] }
  /** Nine digits (SIREN). */
  | { kind: 'epci'; siren: string }
  | { kind: 'drawn'; label: string; polygons: readonly PolygonRings[] }
  /** So far around the communes named. */
  | { kind: 'around'; insees: readonly Insee[]; meters: number };

export type AreaEnd = 'origin' | 'destination';

/** The zone of one end of one way of working. */
export function areaKey(patternId: string, end: AreaEnd): string {
  return `${patternId}/${end}`;
}

export type LineStop = { id: string; name: string; insee: Insee | null; point: LonLat };

export type LineTrip = {
  id: string;
  direction: 0 | 1;
  /** Name of one of the calendars. */
  calendar: string;
  /** By stop of its direction: minutes from midnight of its day, may pass 1439; null: does not call. */
  minutes: readonly (number | null)[];
  /** Where one must book to be taken, by stop; absent: nowhere. */
  booked?: readonly boolean[];
  note: string | null;
};

export type LineTimetable = {
  stops: readonly LineStop[];
  /** Stops in order, outward then back; the second may be empty. */
  directions: readonly [LineDirection, LineDirection];
  calendars: readonly { name: string; calendar: ServiceCalendar }[];
  trips: readonly LineTrip[];
};

export type LineDirection = { headsign: string; stopIds: readonly string[] };

/** What a new offer holds before anybody said anything. */
export function blankDocument(options: {
  id: string;
  kind: OfferKind;
  territoryCodes: readonly string[];
  provider: Offer['provider'];
  sourceId: string;
}): OfferDocument {
  const { id, kind, territoryCodes, provider, sourceId } = options;
  return {
    schema: 1,
    offer: {
      id,
      kind,
      name: '',
      summary: '',
      status: 'active',
      statusNote: null,
      provider,
      organizer: null,
      territoryCodes,
      phone: provider?.phone ?? null,
      email: provider?.email ?? null,
      url: provider?.url ?? null,
      patterns: [],
      booking: null,
      fares: [],
      eligibility: null,
      accommodations: [],
      purposes: { allowed: [], denied: [] },
      conditions: [],
      places: [],
      needIds: [],
      feedId: null,
      provenance: { sourceId, asOf: null, confirmedOn: null, confidence: 'high' },
      sourceIds: [sourceId],
    },
    areas: {},
    timetable: null,
  };
}

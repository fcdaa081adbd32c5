// On-demand offers as rows: areas become the communes they serve, or named stops.

import type { FlexPlace } from '#domain/transport/flex-feed.ts';
import type { FlexOffer } from '#domain/transport/flex-offers.ts';
import type { Provider } from '#domain/transport/offer.ts';
import type { TouchedCommunes } from '#seeds/sources/gtfs-flex/stage-areas.ts';

/** How far from a stop of a group one is served. */
const STOP_RADIUS_METERS = 500;
const NAMED_COMMUNES = 3;
const SHOWN_COMMUNES = 12;

type Given = {
  offers: readonly FlexOffer[];
  places: readonly FlexPlace[];
  touched: ReadonlyMap<string, TouchedCommunes>;
};

export function flexRows(feedId: string, { offers, places, touched }: Given) {
  const rowId = (id: string) => `flex:${feedId}:${id}`;
  const placesOf = ({ patterns }: FlexOffer) => [
    ...new Set(
      patterns.flatMap(({ originId, destinationId }) =>
        destinationId === null ? [originId] : [originId, destinationId],
      ),
    ),
  ];
  const providers = offers.flatMap(({ provider }) => (provider === null ? [] : [provider]));
  return {
    providers: [...new Map(providers.map((row): [string, Provider] => [row.id, row])).values()],
    areas: places.map((place) => ({
      id: rowId(place.id),
      ...areaOf(place, touched.get(place.id)),
    })),
    calendars: offers.flatMap(({ patterns }) =>
      patterns.map(({ id, calendar }) => ({
        id: rowId(id),
        ...calendar,
        weekdays: [...calendar.weekdays],
        nthOfMonth: null,
        exceptions: [...calendar.exceptions],
      })),
    ),
    offers: offers.map((offer, position) => ({
      id: offer.id,
      // After the offers people of the territory described.
      position: 1_000 + position,
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
      feedId: null,
      ...offer.provenance,
    })),
    sources: offers.flatMap(({ id, sourceIds }) =>
      sourceIds.map((sourceId, position) => ({ offerId: id, position, sourceId })),
    ),
    patterns: offers.flatMap((offer) =>
      offer.patterns.map(
        ({ originId, destinationId, calendar: _, windows, ...pattern }, position) => ({
          ...pattern,
          offerId: offer.id,
          position,
          originAreaId: rowId(originId),
          destinationAreaId: destinationId === null ? null : rowId(destinationId),
          calendarId: rowId(pattern.id),
          windows: [...windows],
        }),
      ),
    ),
    bookings: offers.flatMap(({ id, booking }) => {
      if (booking === null) return [];
      const { lineHours: _, provenance, channels, toSay, ...rule } = booking;
      return {
        offerId: id,
        ...rule,
        channels: [...channels],
        toSay: [...toSay],
        lineHoursId: null,
        ...provenance,
      };
    }),
    eligibilities: offers.flatMap(({ id, eligibility }) =>
      eligibility === null ? [] : { offerId: id, expression: eligibility },
    ),
    accommodations: offers.flatMap(({ id, accommodations }) =>
      accommodations.map((row, position) => ({ offerId: id, position, ...row })),
    ),
    conditions: offers.flatMap((offer) =>
      [...offer.conditions, ...partlyServed(placesOf(offer).map((id) => touched.get(id)))].map(
        (text, position) => ({ offerId: offer.id, position, text }),
      ),
    ),
    /** Communes each offer serves, for those that serve any. */
    communes: new Map(
      offers.flatMap((offer): [string, string[]][] => {
        const insees = placesOf(offer).flatMap((id) => touched.get(id)?.insees ?? []);
        return insees.length === 0 ? [] : [[offer.id, insees]];
      }),
    ),
  };
}

function areaOf(place: FlexPlace, found: TouchedCommunes | undefined) {
  const nothing = { insees: [] as string[], points: [] as AreaPoint[] };
  if (place.kind === 'stops') {
    const points = place.stops.map((stop) => ({ ...stop, radiusMeters: STOP_RADIUS_METERS }));
    const label = place.name ?? namesOf(place.stops.map(({ name }) => name));
    return { ...nothing, kind: 'points' as const, label, points };
  }
  if (found === undefined) {
    return { ...nothing, kind: 'unknown' as const, label: place.name ?? 'Zone non décrite' };
  }
  const label = place.name ?? namesOf(found.names);
  return { ...nothing, kind: 'communes' as const, label, insees: found.insees };
}

type AreaPoint = {
  id: string;
  name: string;
  point: readonly [number, number];
  radiusMeters: number;
};

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_COMMUNES).join(', ');
  const rest = names.length - NAMED_COMMUNES;
  return rest > 0 ? `${shown} et ${rest} autres` : shown;
}

/** A drawn area may cut a commune in two: the person must ask for their address. */
function partlyServed(found: readonly (TouchedCommunes | undefined)[]): string[] {
  const names = [...new Set(found.flatMap((area) => area?.partly ?? []))].sort();
  if (names.length === 0) return [];
  const shown = names.slice(0, SHOWN_COMMUNES).join(', ');
  const more = names.length > SHOWN_COMMUNES ? '…' : '';
  return [
    `Une partie seulement de ces communes est desservie, donnez votre adresse : ${shown}${more}`,
  ];
}

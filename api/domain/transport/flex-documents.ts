// Which drafts do the on-demand services of a feed make, beside what an organization wrote already?
//
// What the format cannot say (who may ride, prices, help on board) is never taken away by it.

import { recipeOf } from '#domain/transport/area-recipe.ts';
import type { FlexPlace, ZoneShape } from '#domain/transport/flex-feed.ts';
import type { FlexOffer, PlacedPattern } from '#domain/transport/flex-offers.ts';
import type { Offer, Provider, ServiceArea, TravelPattern } from '#domain/transport/offer.ts';
import { areaKey, type OfferDocument } from '#domain/transport/offer-document.ts';

/** How far from a stop one is served. */
const STOP_RADIUS_METERS = 500;
const SHOWN_NAMES = 3;

export type DraftGround = {
  provider: Provider | null;
  territoryCodes: readonly string[];
  sourceId: string;
  places: ReadonlyMap<string, FlexPlace>;
  /** What the database made of each zone; `insees`: it is made of these communes, whole. */
  zones: ReadonlyMap<string, { shape: ZoneShape | null; insees: readonly string[] | null }>;
};

export function flexDocument(read: FlexOffer, id: string, ground: DraftGround): OfferDocument {
  const { provider, territoryCodes, sourceId } = ground;
  const patterns = read.patterns.map((pattern, rank) =>
    toPattern({ ...pattern, id: `p${rank + 1}` }, ground),
  );
  const provenance = { ...read.provenance, sourceId };
  const { booking } = read;
  const offer: Offer = {
    ...read,
    id,
    status: 'active',
    statusNote: null,
    provider,
    territoryCodes,
    patterns,
    booking: booking === null ? null : { ...booking, provenance },
    provenance,
    sourceIds: [sourceId],
    name: short(read.name),
    summary: read.summary.slice(0, MOST_CHARACTERS_OF_TEXT),
    conditions: read.conditions.flatMap(inParagraphs),
  };
  return { schema: 1, offer, areas: recipesOf(patterns), timetable: null };
}

/** The document held, with what the feed says of it. Ways of working are taken in order. */
export function updatedByFlex(held: OfferDocument, read: OfferDocument): OfferDocument {
  const { offer } = read;
  const patterns = offer.patterns.map((pattern, rank) => {
    const known = held.offer.patterns[rank];
    if (known === undefined) return pattern;
    const { rule, origin, destination, bothWays, pickup, calendar, windows, ...rest } = pattern;
    const { durationFactor, durationOffsetSeconds } = rest;
    const said = {
      rule,
      bothWays,
      pickup,
      calendar,
      windows,
      durationFactor,
      durationOffsetSeconds,
    };
    return { ...known, ...said, origin, destination };
  });
  const booking =
    offer.booking === null || held.offer.booking === null
      ? (offer.booking ?? held.offer.booking)
      : {
          ...held.offer.booking,
          notice: offer.booking.notice,
          phone: offer.booking.phone,
          url: offer.booking.url ?? held.offer.booking.url,
        };
  return {
    ...held,
    areas: recipesOf(patterns),
    offer: { ...held.offer, name: offer.name, summary: offer.summary, patterns, booking },
  };
}

function toPattern(
  { originId, destinationId, ...pattern }: PlacedPattern,
  ground: DraftGround,
): TravelPattern {
  const destination = destinationId === null ? null : areaOf(destinationId, ground);
  return { ...pattern, origin: areaOf(originId, ground), destination };
}

function areaOf(id: string, { places, zones }: DraftGround): ServiceArea {
  const place = places.get(id);
  if (place?.kind === 'stops') {
    const names = place.stops.map(({ name }) => name);
    const label = place.name ?? names.slice(0, SHOWN_NAMES).join(', ');
    const points = place.stops.map((stop) => ({ ...stop, radiusMeters: STOP_RADIUS_METERS }));
    return { kind: 'points', points, label: short(label) };
  }
  const label = short(place?.name ?? id);
  const zone = zones.get(id);
  if (zone?.insees) return { kind: 'communes', insees: zone.insees, label };
  if (zone?.shape) return { kind: 'polygon', polygons: zone.shape, label };
  return { kind: 'unknown', label };
}

function recipesOf(patterns: readonly TravelPattern[]): OfferDocument['areas'] {
  return Object.fromEntries(
    patterns.flatMap((pattern) =>
      (['origin', 'destination'] as const).flatMap((end) => {
        const area = pattern[end];
        const recipe = area === null ? null : recipeOf(area);
        return recipe === null || recipe.parts.length === 0
          ? []
          : [[areaKey(pattern.id, end), recipe] as const];
      }),
    ),
  );
}

const MOST_CHARACTERS = 300;
const short = (text: string): string => text.slice(0, MOST_CHARACTERS);

const MOST_CHARACTERS_OF_TEXT = 2000;

/** A message of a feed may be of any length. */
function inParagraphs(text: string): string[] {
  const count = Math.ceil(text.length / MOST_CHARACTERS_OF_TEXT);
  return Array.from({ length: count }, (_, rank) =>
    text.slice(rank * MOST_CHARACTERS_OF_TEXT, (rank + 1) * MOST_CHARACTERS_OF_TEXT),
  );
}

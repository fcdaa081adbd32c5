// Which offers does a GTFS-Flex feed describe? One a route and way of booking, one pattern a pair of places.

import type { PartialDate } from '#domain/provenance.ts';
import type { LocalDate } from '#domain/time.ts';
import { bookingConditions, bookingOf } from '#domain/transport/flex-booking.ts';
import type { FlexAgency, FlexFeed, FlexRoute, FlexService } from '#domain/transport/flex-feed.ts';
import { type FlexPattern, flexPatterns } from '#domain/transport/flex-patterns.ts';
import type { Offer, Provider, ServiceCalendar } from '#domain/transport/offer.ts';

/** Areas by the identifier of their place: where they lie is for the database to say. */
export type PlacedPattern = Omit<Offer['patterns'][number], 'origin' | 'destination'> & {
  originId: string;
  destinationId: string | null;
};

export type FlexOffer = Omit<Offer, 'patterns' | 'territoryCodes'> & {
  patterns: readonly PlacedPattern[];
};

export type FlexOrigin = {
  feedId: string;
  sourceId: string;
  asOf: PartialDate | null;
  validFrom: LocalDate;
  validTo: LocalDate;
  today: LocalDate;
};

/** On-demand services of the extended route types; 1500 to 1507 and 717 are taxis. */
const TAXI_TYPES = { shared: 717, from: 1500, to: 1507 };
/** What a safe ride is measured by when the feed says nothing. */
const DURATION_FACTOR = 1.3;
const DURATION_OFFSET_SECONDS = 300;
const MARGIN_MINUTES = 10;

export function flexOffers(feed: FlexFeed, origin: FlexOrigin): FlexOffer[] {
  const services = new Map(feed.services.map((service) => [service.id, service]));
  return feed.routes.flatMap((route) => {
    const patterns = flexPatterns(feed, route.id);
    const byRule = [...Map.groupBy(patterns, ({ ruleId }) => ruleId)];
    return byRule.map(([ruleId, own], index) => {
      const suffix = index === 0 ? '' : `-${index + 1}`;
      const id = `flex-${origin.feedId}-${idPart(route.id)}${suffix}`;
      return toOffer(feed, origin, { id, route, ruleId, patterns: own, services });
    });
  });
}

type Parts = {
  id: string;
  route: FlexRoute;
  ruleId: string | null;
  patterns: readonly FlexPattern[];
  services: ReadonlyMap<string, FlexService>;
};

function toOffer(feed: FlexFeed, origin: FlexOrigin, parts: Parts): FlexOffer {
  const { id, route, ruleId, patterns, services } = parts;
  const { feedId, sourceId, asOf, validFrom, validTo, today } = origin;
  const agency = agencyOf(feed, route);
  const rule = feed.bookingRules.find((each) => each.id === ruleId) ?? null;
  const provenance = { sourceId, asOf, confirmedOn: null, confidence: 'medium' as const };
  const provider = agency === null ? null : providerOf(agency, feedId);
  const isOver = validTo < today;
  const wheelchair = patterns.map((pattern) => pattern.wheelchair);
  return {
    id,
    kind: route.kind ?? (isTaxi(route.type) ? 'taxi' : 'on_demand'),
    name: route.longName ?? route.shortName ?? agency?.name ?? 'Transport à la demande',
    summary: route.description ?? `Transport à la demande${agency ? `, ${agency.name}` : ''}.`,
    status: isOver ? 'to_confirm' : 'active',
    statusNote: `${isOver ? 'Publié' : 'Valable'} du ${frenchDate(validFrom)} au ${frenchDate(validTo)}`,
    provider,
    organizer: null,
    phone: rule?.phone ?? agency?.phone ?? null,
    email: agency?.email ?? null,
    url: rule?.infoUrl ?? route.url ?? agency?.url ?? null,
    patterns: patterns.map((pattern, index) => ({
      id: `${id}-${index + 1}`,
      rule: pattern.rule,
      originId: pattern.originId,
      destinationId: pattern.destinationId,
      bothWays: pattern.bothWays,
      pickup: pattern.pickup,
      // A feed describes rides one by one: nobody is brought back where no trip of it goes.
      roundTrip: pattern.bothWays ? 'allowed' : 'forbidden',
      waitMaxMinutes: null,
      maxKm: null,
      calendar: calendarOf(services.get(pattern.serviceId)),
      windows: pattern.windows,
      durationFactor: pattern.durationFactor ?? DURATION_FACTOR,
      durationOffsetSeconds: pattern.durationOffsetSeconds ?? DURATION_OFFSET_SECONDS,
      feeder: 'yes',
      transferMarginMinutes: MARGIN_MINUTES,
    })),
    booking: rule === null ? null : bookingOf(rule, agency?.phone ?? null, provenance),
    fares: [],
    eligibility: route.isRestricted
      ? {
          criterion: { kind: 'other', label: 'Service réservé à certaines personnes' },
          proof: null,
          weight: 'hard',
        }
      : null,
    accommodations: wheelchair.every((value) => value === 0)
      ? []
      : [
          {
            code: 'wheelchair',
            value: wheelchair.every((value) => value === 1)
              ? 'yes'
              : wheelchair.every((value) => value === 2)
                ? 'no'
                : 'on_request',
            note: null,
          },
        ],
    purposes: { allowed: [], denied: [] },
    conditions: [
      ...(rule === null ? [] : bookingConditions(rule)),
      ...(agency?.fareUrl ? [`Tarifs : ${agency.fareUrl}`] : []),
    ],
    places: [],
    feedId: null,
    provenance,
    needIds: [],
    sourceIds: [sourceId],
  };
}

function isTaxi(type: number): boolean {
  return type === TAXI_TYPES.shared || (type >= TAXI_TYPES.from && type <= TAXI_TYPES.to);
}

/** The only agency of a feed may be named by no route. */
function agencyOf({ agencies }: FlexFeed, { agencyId }: FlexRoute): FlexAgency | null {
  const [only, ...others] = agencies;
  const named = agencies.find(({ id }) => id === (agencyId ?? ''));
  return named ?? (others.length === 0 ? (only ?? null) : null);
}

function providerOf({ id, name, url, phone, email }: FlexAgency, feedId: string): Provider {
  return { id: `flex:${feedId}:${id}`, name, kind: 'operator', phone, email, url, address: null };
}

function calendarOf(service: FlexService | undefined): ServiceCalendar {
  return {
    weekdays: service?.weekdays ?? [],
    holidays: 'runs',
    school: 'any',
    nthOfMonth: null,
    startsOn: service?.startsOn ?? null,
    endsOn: service?.endsOn ?? null,
    exceptions: service?.exceptions ?? [],
  };
}

/** Letters, digits, dots and dashes: identifiers stand in addresses. */
function idPart(id: string): string {
  return id.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-|-$/g, '') || 'x';
}

function frenchDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

// How is an offer read whole, with its patterns, terms and prices, in one statement?

import { type SQL, sql } from 'drizzle-orm';
import type { Provenance } from '#domain/provenance.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type { Offer, Provider } from '#domain/transport/offer.ts';

export type OfferRecord = Omit<Offer, 'provenance' | 'fares' | 'purposes'> & {
  provider: Provider | null;
  provenance: Provenance;
  fares: readonly StoredFare[];
  allowed: Offer['purposes']['allowed'];
  denied: Offer['purposes']['denied'];
};

type StoredFare = {
  kind: FareComponent['kind'];
  terms: Record<string, unknown>;
  note: string | null;
  provenance: Provenance;
};

export function toOffer({ fares, allowed, denied, ...rest }: OfferRecord): Offer {
  return {
    ...rest,
    fares: fares.map(
      ({ kind, terms, note, provenance }) =>
        // `terms` is what remains of a component without its kind, note and origin.
        ({ ...terms, kind, note, provenance }) as unknown as FareComponent,
    ),
    purposes: { allowed, denied },
  };
}

/** `{ 'name in Offer': 'SQL expression' }` as one JSON object. */
function object(fields: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(fields).map(([key, expression]) => `'${key}', ${expression}`);
  return `jsonb_build_object(${pairs.join(', ')})`;
}

function list(value: string, from: string, order: string): string {
  return `coalesce((select jsonb_agg(${value} order by ${order}) from ${from}), '[]')`;
}

const pointOf = (column: string) =>
  `case when ${column} is null then null else jsonb_build_array(st_x(${column}::geometry), st_y(${column}::geometry)) end`;

const provenanceOf = (alias: string) =>
  object({
    sourceId: `${alias}.source_id`,
    asOf: `${alias}.as_of`,
    confirmedOn: `${alias}.confirmed_on`,
    confidence: `${alias}.confidence`,
  });

/** Each kind of area has its own fields; one to be drawn and not drawn yet is not known. */
const areaOf = (alias: string) => {
  const own = (fields: Readonly<Record<string, string>>) =>
    object({ kind: `${alias}.kind`, label: `${alias}.label`, ...fields });
  return `case
  when ${alias}.kind = 'communes' then ${own({ insees: `to_jsonb(${alias}.insees)` })}
  when ${alias}.kind = 'points' then ${own({ points: `${alias}.points` })}
  when ${alias}.kind = 'polygon' and ${alias}.geom is null then ${own({ kind: "'unknown'" })}
  when ${alias}.kind = 'polygon' then ${own({ polygons: `st_asgeojson(${alias}.geom, 7)::jsonb -> 'coordinates'` })}
  else ${own({})} end`;
};

/** Fields a thing has only when its column is filled. */
function withKnown(whole: string, fields: Readonly<Record<string, string>>): string {
  const parts = Object.entries(fields).map(
    ([key, column]) =>
      `case when ${column} is null then '{}' else jsonb_build_object('${key}', ${column}) end`,
  );
  return `(${[whole, ...parts].join(' || ')})`;
}

const calendar = withKnown(
  object({
    weekdays: 'to_jsonb(k.weekdays)',
    holidays: 'k.holidays',
    school: 'k.school',
    nthOfMonth: 'to_jsonb(k.nth_of_month)',
    startsOn: 'k.starts_on',
    endsOn: 'k.ends_on',
    exceptions: 'k.exceptions',
  }),
  { schoolZone: 'k.school_zone' },
);

const pattern = withKnown(
  object({
    id: 't.id',
    rule: 't.rule',
    origin: areaOf('a'),
    destination: `case when z.id is null then null else ${areaOf('z')} end`,
    bothWays: 't.both_ways',
    pickup: 't.pickup',
    roundTrip: 't.round_trip',
    waitMaxMinutes: 't.wait_max_minutes',
    maxKm: 't.max_km',
    calendar,
    windows: 't.windows',
    durationFactor: 't.duration_factor',
    durationOffsetSeconds: 't.duration_offset_seconds',
    feeder: 't.feeder',
    transferMarginMinutes: 't.transfer_margin_minutes',
  }),
  { minKm: 't.min_km', feederStops: 't.feeder_stops' },
);

const booking = object({
  notice: 'b.notice',
  channels: 'to_jsonb(b.channels)',
  phone: 'b.phone',
  url: 'b.url',
  email: 'b.email',
  lineHours: `case when h.id is null then null else ${withKnown(object({ week: 'h.week', closedOnHolidays: 'h.closed_on_holidays' }), { exceptions: 'h.exceptions' })} end`,
  firstTripDays: 'b.first_trip_days',
  urgentPossible: 'b.urgent_possible',
  cancelBeforeMinutes: 'b.cancel_before_minutes',
  toSay: 'to_jsonb(b.to_say)',
  provenance: provenanceOf('b'),
});

const fare = object({
  kind: 'f.kind',
  terms: 'f.terms',
  note: 'f.note',
  provenance: provenanceOf('f'),
});
const place = object({
  name: 'p.name',
  address: 'p.address',
  insee: 'p.insee',
  point: pointOf('p.point'),
});
const provider = object({
  id: 'v.id',
  name: 'v.name',
  kind: 'v.kind',
  phone: 'v.phone',
  email: 'v.email',
  url: 'v.url',
  address: 'v.address',
});

const purposes = (allowed: boolean) =>
  list(
    'u.purpose',
    `offer_purpose u where u.offer_id = o.id and u.allowed = ${allowed}`,
    'u.position, u.purpose',
  );

export const selectOffers: SQL = sql.raw(`select o.id, o.kind, o.name, o.summary, o.status,
  o.status_note as "statusNote", o.organizer, o.phone, o.email, o.url, o.feed_id as "feedId",
  (select ${provider} from provider v where v.id = o.provider_id) as provider,
  array(select y.territory_code from offer_territory y where y.offer_id = o.id order by y.territory_code) as "territoryCodes",
  ${list(pattern, 'travel_pattern t join calendar k on k.id = t.calendar_id join service_area a on a.id = t.origin_area_id left join service_area z on z.id = t.destination_area_id where t.offer_id = o.id', 't.position, t.id')} as patterns,
  (select ${booking} from booking_rule b left join line_hours h on h.id = b.line_hours_id where b.offer_id = o.id) as booking,
  ${list(fare, 'fare_component f where f.offer_id = o.id', 'f.position')} as fares,
  (select g.expression from eligibility g where g.offer_id = o.id) as eligibility,
  ${list(object({ code: 'm.code', value: 'm.value', note: 'm.note' }), 'accommodation_offer m where m.offer_id = o.id', 'm.position, m.code')} as accommodations,
  ${purposes(true)} as allowed, ${purposes(false)} as denied,
  array(select n.text from offer_condition n where n.offer_id = o.id order by n.position) as conditions,
  ${list(place, 'offer_place p where p.offer_id = o.id', 'p.position')} as places,
  array(select q.need_id from offer_need q where q.offer_id = o.id order by q.need_id) as "needIds",
  ${provenanceOf('o')} as provenance,
  array(select r.source_id from offer_source r where r.offer_id = o.id order by r.position) as "sourceIds"
from offer o`);

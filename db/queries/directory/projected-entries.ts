// What does each row of `entry` take from the tables of the directory?
// Left out: what its source left out, and demonstrations where the real thing of their kind stands in
// the same commune.
// A practice keeps its own location whole, or takes its place's; without a point it stands at its
// commune and says so. Phone and accessibility fall back on the place's; hours never do: a health
// house opens when its doctors may not.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { ACCESSIBILITY_QUESTIONS } from '#domain/directory/directory.ts';

const LOCATION = ['street', 'complement', 'postcode', 'city', 'insee', 'point', 'point_precision'];
const PROVENANCE = ['source_id', 'as_of', 'confirmed_on', 'confidence'];

const columnsOf = (alias: string, names: readonly string[]): SQL =>
  sql.raw(names.map((name) => `${alias}.${name}`).join(', '));

const practiceLocation = sql.raw(
  LOCATION.map(
    (name) => `case when p.insee is null then l.${name} else p.${name} end as ${name}`,
  ).join(', '),
);

const shown = sql`select p.id, 'practice' as kind, p.category, f.name, p.title, f.demonstration,
  coalesce(p.organization_id, l.organization_id) as organization_id, p.place_id, l.name as place_name,
  ${practiceLocation}, p.new_patients, p.description, null as finess, ${columnsOf('p', PROVENANCE)}
from practice p
join professional f on f.id = p.professional_id
left join place l on l.id = p.place_id
where p.gone_on is null
union all
select l.id, 'place', l.category, l.name, l.title, l.demonstration,
  l.organization_id, l.id, null, ${columnsOf('l', LOCATION)}, 'unknown', l.description, l.finess,
  ${columnsOf('l', PROVENANCE)}
from place l where l.category is not null and l.gone_on is null
union all
select o.id, 'organization', o.category, o.name, o.title, o.demonstration,
  null, null, null, ${columnsOf('o', LOCATION)}, 'unknown', o.description, o.finess,
  ${columnsOf('o', PROVENANCE)}
from organization o where o.category is not null and o.gone_on is null`;

/**
 * Rows (entry_id, phone) of places, which practices without their own fall back on: the first of each. Nearly all
 * phones are of practices, and would be looked in for nothing.
 */
export const PLACE_PHONES: SQL = sql`select distinct on (c.entry_id) c.entry_id, c.phone
  from contact_point c
  where c.kind = 'phone' and not exists (select from practice p where p.id = c.entry_id)
  order by c.entry_id, c.position`;

/** What is known, and nothing else: of most, nothing. */
const knownAccessibility =
  sql.raw(`case when a.entry_id is null and pa.entry_id is null then '{}'::jsonb
    else jsonb_strip_nulls(jsonb_build_object(${ACCESSIBILITY_QUESTIONS.map((question) => {
      const column = question.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return `'${question}', nullif(coalesce(a.${column}, pa.${column}), 'unknown')`;
    }).join(', ')})) end`);

const practiceInsee = sql.raw('case when p.insee is null then l.insee else p.insee end');

/** Few are demonstrations, often none. */
const replaced = sql`select distinct shown.category, shown.insee from (
    select p.category, ${practiceInsee} as insee
    from professional f join practice p on p.professional_id = f.id left join place l on l.id = p.place_id
    where f.demonstration and p.gone_on is null
    union all
    select category, insee from place where demonstration and category is not null and gone_on is null
  ) shown join (
    select p.category, ${practiceInsee} as insee
    from practice p join professional f on f.id = p.professional_id left join place l on l.id = p.place_id
    where not f.demonstration and p.gone_on is null
    union all
    select category, insee from place where not demonstration and category is not null and gone_on is null
  ) found on found.category = shown.category and found.insee = shown.insee`;

/** The columns of `entry` in the order of `projectedEntries`; `withWords` adds the two others. */
export const ENTRY_COLUMNS = [
  'id',
  'kind',
  'category',
  'name',
  'title',
  'demonstration',
  'organization_id',
  'organization_name',
  'place_id',
  'place_name',
  'street',
  'complement',
  'postcode',
  'city',
  'insee',
  'commune_name',
  'point',
  'point_precision',
  'phone',
  'hours',
  'accessibility',
  'step_free',
  'new_patients',
  'description',
  'finess',
  'source_id',
  'as_of',
  'confirmed_on',
  'confidence',
] as const;

/** Each word of the name, which counts more, then of what it is and where: no matter in which order. */
const words = sql`setweight(to_tsvector('simple', search_key), 'A') || case
  when length(around) > 2000 then strip(to_tsvector('simple', around))
  else array_to_tsvector(string_to_array(around, ' ')) end`;

/**
 * Rows of `ENTRY_COLUMNS` with what they are looked up by, of which a million cost most of the whole. The keys
 * are made below an offset, so each is made once. Of that type from the start: of any other, a number would be
 * held to be unknown yet, and the rows would be made by one process alone.
 */
export const withWords = (entries: SQL): SQL => sql`select keyed.*, ${words} as words from (
  select found.*, search_key(found.name) as search_key, search_key(concat_ws(' ', found.title, found.place_name,
    found.organization_name, found.commune_name)) as around
  from (${entries}) found offset bigint '0') keyed`;

const valuesOf = (kinds: readonly ReplacedKind[]): SQL => {
  const [categories, insees] = [
    kinds.map((kind) => kind.category),
    kinds.map((kind) => kind.insee),
  ];
  return sql`select * from unnest(${sql.param(categories)}::text[], ${sql.param(insees)}::text[])`;
};

export type ReplacedKind = { category: string; insee: string };

/** Kinds of which a commune has a demonstration, and the real thing too. */
export async function listReplaced(tx: Database): Promise<ReplacedKind[]> {
  return (await tx.execute<ReplacedKind>(replaced)).rows;
}

/**
 * A query of all rows as they should be. `kinds`: as values, which any process may look in; `placePhones`: a query
 * or a table of `PLACE_PHONES`. The first phone of each entry comes by joins: a query with a limit for each would
 * keep other processes from the rows. Nearly all come first of all contacts; `later`: those that do not.
 */
export function projectedEntries(kinds: readonly ReplacedKind[], placePhones: SQL): SQL {
  return sql`with shown as (${shown}),
later as not materialized (
  select distinct on (entry_id) entry_id, phone from contact_point
  where kind = 'phone' and position > 0 order by entry_id, position
),
hours as (
  select entry_id, jsonb_agg(jsonb_build_object('kind', kind, 'week', week,
    'closedOnHolidays', closed_on_holidays, 'byAppointment', by_appointment, 'note', note)
    order by position) as blocks
  from opening_hours group by entry_id
)
select s.id, s.kind, s.category, s.name, s.title, s.demonstration, s.organization_id,
  o.name as organization_name, s.place_id, s.place_name, s.street, s.complement, s.postcode, coalesce(s.city, c.name, '') as city,
  s.insee, coalesce(c.name, s.city, '') as commune_name, coalesce(s.point, c.point) as point,
  case when s.point is null then 'commune' else coalesce(s.point_precision, 'address') end as point_precision,
  coalesce(t.phone, t_later.phone, pt.phone) as phone, coalesce(h.blocks, '[]') as hours,
  ${knownAccessibility} as accessibility,
  coalesce(a.step_free, pa.step_free, 'unknown') = 'yes' as step_free, s.new_patients, s.description, s.finess,
  ${columnsOf('s', PROVENANCE)}
from shown s
left join commune c on c.insee = s.insee
left join organization o on o.id = s.organization_id
left join contact_point t on t.entry_id = s.id and t.position = 0 and t.kind = 'phone'
left join later t_later on t_later.entry_id = s.id
left join ${placePhones} pt on pt.entry_id = s.place_id
left join hours h on h.entry_id = s.id
left join accessibility a on a.entry_id = s.id
left join accessibility pa on pa.entry_id = s.place_id
${kinds.length === 0 ? sql`` : sql`where not s.demonstration or (s.category, s.insee) not in (${valuesOf(kinds)})`}`;
}

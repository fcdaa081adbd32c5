// Where does each contested field stand in the tables of the directory, and how is its winner written?
// Statements read `touched_claim` (entry_id, field) and `decided_claim` (one row a touched field, its
// value null when no source speaks any more).

import type { ClaimField } from '#domain/directory/precedence.ts';
import { contactField } from '#seeds/derived/claim-contacts.ts';
import { provenanceOf, touched, writeDifferent } from '#seeds/derived/claim-sql.ts';

export type FieldPlace = {
  /** Rows (entry_id, value, provenance) of what stands now for the touched entries. */
  standing: string;
  /** The staged value `s.value` in the one shape that is kept; null: it says nothing. */
  shape: string;
  /** Whether `s.value`, standing, is what the claim `w.value` says. */
  matches: string;
  write: readonly string[];
};

type RowTable = 'practice' | 'place' | 'organization';
const ALL: readonly RowTable[] = ['practice', 'place', 'organization'];

const ANSWERS: Readonly<Record<string, string>> = {
  stepFree: 'step_free',
  adaptedParking: 'adapted_parking',
  adaptedToilet: 'adapted_toilet',
  hearingLoop: 'hearing_loop',
  homeVisits: 'home_visits',
};
const ADDRESS_TEXTS = ['street', 'complement', 'postcode', 'city', 'insee'];

const standingIn = (tables: readonly RowTable[], field: ClaimField, value: string): string =>
  tables
    .map(
      (table) =>
        `select r.id as entry_id, ${value} as value, ${provenanceOf('r')} from ${table} r ${touched(field, 'r.id')}`,
    )
    .join(' union all ');

const textOf = "d.value #>> '{}'";

/** One text column of the entry's own row. */
function textField(field: ClaimField, tables: readonly RowTable[], column: string): FieldPlace {
  return {
    standing: standingIn(tables, field, `to_jsonb(r.${column})`),
    shape: "to_jsonb(nullif(trim(s.value #>> '{}'), ''))",
    matches: 's.value = w.value',
    write: tables.map((table) => writeDifferent(table, field, { [column]: textOf })),
  };
}

const name: FieldPlace = {
  standing: `select r.id as entry_id, to_jsonb(f.name) as value, ${provenanceOf('f')}
    from practice r join professional f on f.id = r.professional_id ${touched('name', 'r.id')}
    union all ${standingIn(['place', 'organization'], 'name', 'to_jsonb(r.name)')}`,
  shape: "to_jsonb(nullif(trim(s.value #>> '{}'), ''))",
  matches: 's.value = w.value',
  write: [
    `update professional f set name = ${textOf} from decided_claim d, practice r
      where d.field = 'name' and d.entry_id = r.id and r.professional_id = f.id
        and d.value is not null and f.name is distinct from ${textOf}`,
    writeDifferent('place', 'name', { name: textOf }),
    writeDifferent('organization', 'name', { name: textOf }),
  ],
};

/** Street to point stand or fall together. A practice without its own takes its place's. */
const address: FieldPlace = {
  standing: standingIn(
    ALL,
    'address',
    `case when r.insee is not null then jsonb_build_object(${ADDRESS_TEXTS.map((key) => `'${key}', r.${key}`).join(', ')},
      'point', case when r.point is not null then jsonb_build_array(ST_X(r.point::geometry), ST_Y(r.point::geometry)) end,
      'precision', r.point_precision) end`,
  ),
  shape: `case when s.value ->> 'insee' is not null then jsonb_build_object(${ADDRESS_TEXTS.map((key) => `'${key}', nullif(s.value ->> '${key}', '')`).join(', ')},
    'point', nullif(s.value -> 'point', 'null'), 'precision', s.value ->> 'precision') end`,
  // A point taken from another source at the same door is not the winner's own: see `completePoints`.
  matches: `(s.value = w.value or (w.value -> 'point' = 'null'
    and s.value - 'point' - 'precision' = w.value - 'point' - 'precision'))`,
  write: [
    ...ALL.map((table) =>
      writeDifferent(table, 'address', {
        ...Object.fromEntries(ADDRESS_TEXTS.map((key) => [key, `d.value ->> '${key}'`])),
        point: `case when d.value -> 'point' <> 'null' then ST_SetSRID(ST_MakePoint(
          (d.value #>> '{point,0}')::float8, (d.value #>> '{point,1}')::float8), 4326)::geography end`,
        point_precision: "d.value ->> 'precision'",
      }),
    ),
    `update practice r set ${[...ADDRESS_TEXTS, 'point', 'point_precision'].map((column) => `${column} = null`).join(', ')}
      from decided_claim d where d.field = 'address' and d.entry_id = r.id and d.value is null
        and r.place_id is not null and r.insee is not null`,
  ],
};

const fees: FieldPlace = {
  standing: standingIn(
    ['practice'],
    'fees',
    `case when r.fee_sector is not null or r.fee_option is not null or r.vitale_card <> 'unknown'
      then jsonb_build_object('sector', r.fee_sector, 'option', r.fee_option, 'vitale', r.vitale_card) end`,
  ),
  shape: `jsonb_build_object('sector', nullif(s.value ->> 'sector', ''), 'option', nullif(s.value ->> 'option', ''),
    'vitale', coalesce(s.value ->> 'vitale', 'unknown'))`,
  matches: 's.value = w.value',
  write: [
    writeDifferent(
      'practice',
      'fees',
      {
        fee_sector: "d.value ->> 'sector'",
        fee_option: "d.value ->> 'option'",
        vitale_card: "coalesce(d.value ->> 'vitale', 'unknown')",
      },
      'also when nobody speaks',
    ),
  ],
};

/** Claims hold the known answers only: an unknown one never hides what another source knows. */
const accessibility: FieldPlace = {
  standing: `select r.entry_id, (select jsonb_object_agg(k, v) from (values ${Object.entries(
    ANSWERS,
  )
    .map(([key, column]) => `('${key}', r.${column})`)
    .join(', ')}) answer(k, v) where v <> 'unknown') as value, ${provenanceOf('r')}
    from accessibility r ${touched('accessibility', 'r.entry_id')}`,
  shape: `(select jsonb_object_agg(key, value) from jsonb_each(s.value)
    where key in (${Object.keys(ANSWERS)
      .map((key) => `'${key}'`)
      .join(', ')}) and value in ('"yes"', '"no"'))`,
  matches: 's.value @> w.value',
  write: [
    `delete from accessibility r using decided_claim d
      where d.field = 'accessibility' and d.entry_id = r.entry_id and d.value is null`,
    `insert into accessibility as r (entry_id, ${Object.values(ANSWERS).join(', ')}, source_id, as_of, confirmed_on, confidence)
      select d.entry_id, ${Object.keys(ANSWERS)
        .map((key) => `coalesce(d.value ->> '${key}', 'unknown')`)
        .join(', ')}, ${provenanceOf('d')}
      from decided_claim d where d.field = 'accessibility' and d.value is not null
      on conflict (entry_id) do update set ${[...Object.values(ANSWERS), 'source_id', 'as_of', 'confirmed_on', 'confidence'].map((column) => `${column} = excluded.${column}`).join(', ')}
      where r is distinct from excluded`,
  ],
};

export const FIELD_PLACES: Readonly<Record<ClaimField, FieldPlace>> = {
  name,
  title: textField('title', ALL, 'title'),
  category: textField('category', ALL, 'category'),
  address,
  phone: contactField('phone'),
  website: contactField('website'),
  fees,
  accessibility,
  new_patients: textField('new_patients', ['practice'], 'new_patients'),
};

// Everything known of one entry, before what depends on the hour and on the person.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type DirectoryRow, directoryRow } from '#db/queries/directory/directory-row.ts';
import { geographyOf } from '#db/queries/directory/near-point.ts';
import { runNamed } from '#db/run-named.ts';
import type { EntryDetail } from '#domain/directory/directory.ts';
import { AppError } from '#domain/error.ts';
import type { LonLat } from '#domain/geo.ts';

/** `territoryCodes`: those its commune belongs to. */
export type DirectoryEntry = DirectoryRow &
  Omit<EntryDetail, keyof DirectoryRow | 'opening' | 'freshness' | 'drive' | 'outside'> & {
    territoryCodes: readonly string[];
  };

type EntryDetailRecord = { entry: DirectoryRow } & Pick<
  DirectoryEntry,
  | 'themes'
  | 'contacts'
  | 'services'
  | 'notices'
  | 'neighbours'
  | 'assertions'
  | 'description'
  | 'fees'
> & {
    need_ids: string[];
    organization_name: string | null;
    coverage_insees: string[];
    territory_codes: string[];
    finess: string | null;
    acceslibre_key: string | null;
  };

/** Throws `not_found`. `from`: where distances start. */
export async function getEntry(
  db: Database,
  id: string,
  from: LonLat | null,
): Promise<DirectoryEntry> {
  const [record] = await runNamed<EntryDetailRecord>(db, getEntryQuery(id, from));
  if (record === undefined) {
    throw new AppError('not_found', `No entry of the directory has the id ${id}.`);
  }
  return {
    ...record.entry,
    needIds: record.need_ids,
    themes: record.themes,
    organizationName: record.organization_name,
    contacts: record.contacts,
    services: record.services,
    notices: record.notices,
    neighbours: record.neighbours,
    coverageInsees: record.coverage_insees,
    territoryCodes: record.territory_codes,
    finess: record.finess,
    description: record.description,
    assertions: record.assertions,
    fees: record.fees,
    accessibilityUrl:
      record.acceslibre_key === null
        ? null
        : `https://acceslibre.beta.gouv.fr/uuid/${record.acceslibre_key}/`,
  };
}

const provenance = (alias: string): SQL =>
  sql.raw(
    `jsonb_build_object('sourceId', ${alias}.source_id, 'asOf', ${alias}.as_of, 'confirmedOn', ${alias}.confirmed_on, 'confidence', ${alias}.confidence)`,
  );

const list = (object: SQL, order: SQL, from: SQL): SQL =>
  sql`coalesce((select jsonb_agg(${object} order by ${order}) from ${from}), '[]')`;

export function getEntryQuery(id: string, from: LonLat | null): SQL {
  const meters = from === null ? sql`null::float8` : sql`e.point <-> ${geographyOf(from)}`;
  const themes = list(
    sql`jsonb_build_object('id', t.id, 'label', t.label)`,
    sql`t.position, t.id`,
    sql`entry_theme et join cls_theme t on t.id = et.theme_id where et.entry_id = e.id`,
  );
  const contacts = list(
    sql`jsonb_build_object('kind', c.kind, 'label', c.label, 'value', c.value, 'phone', c.phone)`,
    sql`c.position`,
    sql`contact_point c where c.entry_id = e.id`,
  );
  const services = list(
    sql`jsonb_build_object('needId', s.need_id, 'name', s.name, 'note', s.note, 'provenance', ${provenance('s')})`,
    sql`s.position`,
    sql`service s where s.entry_id = e.id`,
  );
  const notices = list(
    sql`jsonb_build_object('kind', n.kind, 'startsOn', n.starts_on, 'endsOn', n.ends_on, 'text', n.text)`,
    sql`n.starts_on, n.id`,
    sql`notice n where n.entry_id = e.id`,
  );
  const neighbours = list(
    sql`jsonb_build_object('id', o.id, 'name', o.name, 'title', o.title, 'demonstration', o.demonstration)`,
    sql`o.search_key, o.id`,
    sql`entry o where o.place_id = e.place_id and o.id <> e.id`,
  );
  const assertions = list(
    sql`jsonb_build_object('field', a.field, 'provenance', ${provenance('a')})`,
    sql`a.field`,
    sql`assertion a where a.subject_kind = 'entry' and a.subject_id = e.id`,
  );
  const fees = sql`(select jsonb_build_object('sector', p.fee_sector, 'option', p.fee_option, 'vitaleCard', p.vitale_card)
  from practice p where p.id = e.id
    and (p.fee_sector is not null or p.fee_option is not null or p.vitale_card <> 'unknown'))`;
  const acceslibreKey = sql`(select l.source_key from entity_link l
  where l.source_id = 'acceslibre' and l.status <> 'rejected' and l.entry_id in (e.id, e.place_id)
    and l.source_key ~ '^[0-9a-f-]{36}$'
  order by l.entry_id <> e.id, l.status = 'confirmed' desc, l.confidence desc, l.source_key limit 1)`;
  return sql`select ${directoryRow(meters)} as entry,
  e.organization_name, e.description, e.finess,
  array(select n.need_id from entry_need n where n.entry_id = e.id order by n.need_id) as need_ids,
  array(select a.insee from coverage_area a where a.entry_id = e.id order by a.insee) as coverage_insees,
  array(select t.territory_code from territory_commune t where t.insee = e.insee order by t.territory_code) as territory_codes,
  ${themes} as themes, ${contacts} as contacts, ${services} as services, ${notices} as notices,
  ${neighbours} as neighbours, ${assertions} as assertions,
  ${fees} as fees, ${acceslibreKey} as acceslibre_key
from entry e where e.id = ${id}`;
}

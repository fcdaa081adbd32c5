// Staged communes become those of the database; points set by hand, and newer populations, stay.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { commune, communePostcode, epci } from '#db/schema/territory.ts';
import type { PartialDate } from '#domain/provenance.ts';
import type { Swapped } from '#seeds/pipeline/source.ts';
import { assertField } from '#seeds/sources/communes/shapes.ts';

/** The name of a group nobody named yet: its number. */
export const unnamedEpci = (siren: ReturnType<typeof sql>) => sql`'EPCI ' || ${siren}`;

export async function swapCommunes(
  tx: Database,
  sourceId: string,
  asOf: PartialDate | null,
): Promise<Swapped> {
  await tx.execute(sql`
    insert into ${epci} (siren, name, source_id, as_of)
    select epci_siren, coalesce(min(epci_name), ${unnamedEpci(sql`epci_siren`)}), ${sourceId}, ${asOf}::text
    from staged_commune where epci_siren is not null group by epci_siren
    on conflict (siren) do update set name = excluded.name, as_of = excluded.as_of
      where ${epci.name} = ${unnamedEpci(sql`excluded.siren`)}`);
  const { rows: updated } = await tx.execute<{ insee: string }>(sql`
    update ${commune} c set name = s.name, departement = s.departement,
      epci_siren = coalesce(s.epci_siren, c.epci_siren),
      population = case when s.population_year >= c.population_year then s.population else c.population end,
      population_year = greatest(s.population_year, c.population_year),
      point = case when c.source_id = ${sourceId} then ST_SetSRID(ST_MakePoint(s.lon, s.lat), 4326)::geography else c.point end,
      point_kind = case when c.source_id = ${sourceId} then s.point_kind else c.point_kind end,
      as_of = case when c.source_id = ${sourceId} then ${asOf}::text else c.as_of end
    from staged_commune s
    where s.insee = c.insee and (
      (s.name, s.departement, coalesce(s.epci_siren, c.epci_siren)) is distinct from (c.name, c.departement, c.epci_siren)
      or (s.population_year >= c.population_year and (s.population, s.population_year) is distinct from (c.population, c.population_year))
      or (c.source_id = ${sourceId} and (
        (s.point_kind, ${asOf}::text) is distinct from (c.point_kind, c.as_of)
        or ST_AsBinary(c.point) is distinct from ST_AsBinary(ST_SetSRID(ST_MakePoint(s.lon, s.lat), 4326)::geography))))
    returning c.insee`);
  const { rows: added } = await tx.execute<{ insee: string }>(sql`
    insert into ${commune} (insee, name, departement, epci_siren, point, point_kind, population,
      population_year, source_id, as_of, confidence)
    select insee, name, departement, epci_siren, ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography,
      point_kind, population, population_year, ${sourceId}, ${asOf}::text, 'high'
    from staged_commune on conflict (insee) do nothing returning insee`);
  for (const field of ['epci', 'population']) {
    await assertField(
      tx,
      field,
      sourceId,
      asOf,
      sql`select s.insee from staged_commune s join ${commune} c on c.insee = s.insee
        where c.source_id <> ${sourceId} and ${
          field === 'epci'
            ? sql`s.epci_siren is not null`
            : sql`s.population_year = c.population_year and s.population = c.population`
        }`,
    );
  }
  await tx.execute(sql`
    delete from ${communePostcode} p using staged_commune s
    where p.insee = s.insee and p.source_id = ${sourceId}
      and not exists (select from staged_postcode n where n.insee = p.insee and n.postcode = p.postcode)`);
  await tx.execute(sql`
    insert into ${communePostcode} (insee, postcode, source_id, as_of)
    select distinct insee, postcode, ${sourceId}, ${asOf}::text from staged_postcode
    on conflict do nothing`);
  const [staged] = (
    await tx.execute<{ total: number }>(sql`select count(*)::int as total from staged_commune`)
  ).rows;
  return {
    counts: { 'communes nouvelles': added.length, 'communes mises à jour': updated.length },
    unchangedCount: (staged?.total ?? 0) - added.length - updated.length,
  };
}

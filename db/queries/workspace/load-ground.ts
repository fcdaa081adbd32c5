// On which ground does an organization work: the communes of its territories, by community of communes?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { Insee } from '#domain/territory/territory.ts';

export type GroundCommune = { insee: Insee; name: string; epciSiren: string | null };
export type Ground = {
  communes: readonly GroundCommune[];
  epcis: readonly { siren: string; name: string }[];
};

/** In alphabetical order. Communes a territory names and nobody imported are left out. */
export async function loadGround(db: Database, territoryCodes: readonly string[]): Promise<Ground> {
  const { rows } = await db.execute<GroundCommune & { key: string }>(groundQuery(territoryCodes));
  const communes = rows.map(({ key: _, ...commune }) => commune);
  const sirens = [...new Set(communes.flatMap(({ epciSiren }) => epciSiren ?? []))];
  const { rows: epcis } = await db.execute<{ siren: string; name: string }>(
    sql`select siren, name from epci where siren = any(${sql.param(sirens)}::text[]) order by name, siren`,
  );
  return { communes, epcis };
}

export function groundQuery(territoryCodes: readonly string[]): SQL {
  return sql`select distinct k.insee, k.name, k.epci_siren as "epciSiren", search_key(k.name) as key
    from commune k join territory_commune t on t.insee = k.insee
    where t.territory_code = any(${sql.param([...territoryCodes])}::text[])
    order by key, k.insee`;
}

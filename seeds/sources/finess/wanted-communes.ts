// Which communes are asked for, as the temporary table `finess_wanted`?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { territory, territoryCommune } from '#db/schema/territory.ts';
import { AppError } from '#domain/error.ts';

/** All communes known, or those of the territories named. Throws `bad_import` naming an unknown one. */
export async function createWantedCommunes(
  tx: Database,
  territoryCodes: readonly string[],
): Promise<void> {
  const codes = sql`${sql.param([...territoryCodes])}::text[]`;
  const { rows } = await tx.execute<{ code: string; known: string }>(sql`
    select code, coalesce((select string_agg(t.code, ', ' order by t.code) from ${territory} t), '') as known
    from unnest(${codes}) code where not exists (select from ${territory} t where t.code = code.code)`);
  const [unknown] = rows;
  if (unknown !== undefined) {
    throw new AppError(
      'bad_import',
      `Territoire inconnu : « ${unknown.code} ». Attendu : ${unknown.known || 'aucun n’est chargé'}.`,
    );
  }
  await tx.execute(sql`
    create temporary table finess_wanted on commit drop as
    select c.insee, c.departement, c.point, c.name from commune c
    where ${territoryCodes.length === 0} or exists (select from ${territoryCommune} m
      where m.insee = c.insee and m.territory_code = any(${codes}))`);
  await tx.execute(sql`create unique index on finess_wanted (insee)`);
}

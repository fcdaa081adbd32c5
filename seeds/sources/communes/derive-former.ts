// Which names and codes do people still use for communes of today? Derived from INSEE's history.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { communeMovement, officialCommune } from '#db/schema/commune-history.ts';
import { commune, communeFormer } from '#db/schema/territory.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { loadKnownCodes } from '#seeds/sources/communes/known-codes.ts';

export const MOVEMENTS_SOURCE_ID = 'communes-movements';

/** Writes again the rows of this origin; those written by hand stay. Returns how many there are. */
export async function deriveFormerCommunes(tx: Database): Promise<number> {
  await tx.delete(communeFormer).where(sql`${communeFormer.sourceId} = ${MOVEMENTS_SOURCE_ID}`);
  const known = await loadKnownCodes(tx, null);
  const here = await tx.select({ insee: commune.insee }).from(commune);
  const current = new Set(here.map(({ insee }) => insee));
  const rows: { insee: Insee; name: string; currentInsee: Insee }[] = [];
  for (const { insee, name } of await loadNames(tx)) {
    if (current.has(insee)) {
      rows.push({ insee, name, currentInsee: insee });
      continue;
    }
    const verdict = known.judge(insee);
    const successors =
      verdict.kind === 'here' ? [verdict.insee] : verdict.kind === 'split' ? verdict.insees : [];
    for (const currentInsee of successors) {
      if (current.has(currentInsee)) rows.push({ insee, name, currentInsee });
    }
  }
  const { rows: written } = await tx.execute<{ insee: string }>(sql`
    insert into ${communeFormer} (insee, name, current_insee, source_id, as_of)
    select distinct on (f.insee, search_key(f.name), c.insee) f.insee, f.name, c.insee,
      ${MOVEMENTS_SOURCE_ID}, (select date from source where id = ${MOVEMENTS_SOURCE_ID})
    from unnest(${sql.param(rows.map((row) => row.insee))}::text[],
      ${sql.param(rows.map((row) => row.name))}::text[],
      ${sql.param(rows.map((row) => row.currentInsee))}::text[]) as f(insee, name, current_insee)
    join ${commune} c on c.insee = f.current_insee
    where (f.insee <> c.insee or search_key(f.name) <> c.search_key)
      and not exists (select from ${communeFormer} o where o.insee = f.insee
        and o.current_insee = c.insee and o.search_key = search_key(f.name))
    order by f.insee, search_key(f.name), c.insee, f.name
    on conflict do nothing returning insee`);
  return written.length;
}

/** Names communes bore before a movement, and those of delegated and associated communes. */
async function loadNames(tx: Database): Promise<{ insee: Insee; name: string }[]> {
  const { rows } = await tx.execute<{ insee: string; name: string }>(sql`
    select insee_before as insee, name_before as name from ${communeMovement}
    where kind_before = 'COM' and exists (select from source where id = ${MOVEMENTS_SOURCE_ID})
    union
    select insee, name from ${officialCommune}
    where kind in ('COMD', 'COMA') and exists (select from source where id = ${MOVEMENTS_SOURCE_ID})
    order by insee, name`);
  return rows;
}

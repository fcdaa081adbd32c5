// How do addresses gather into streets, and which words are streets found by?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { street, streetWord } from '#db/schema/address.ts';
import { commune } from '#db/schema/territory.ts';

/** From temporary `staged_address` into temporary `staged_street`, one row a street. */
export async function stageStreets(tx: Database): Promise<void> {
  await tx.execute(sql`
    create temporary table staged_street on commit drop as
    select g.id, g.insee, g.name, search_key(g.name || ' ' || c.name) as search_key,
      setweight(to_tsvector('simple', search_key(g.name)), 'A') || setweight(to_tsvector('simple',
        search_key(concat_ws(' ', c.name, g.former_commune, g.postcode))), 'B') as words,
      g.postcode, g.former_commune, g.numbers, g.lons, g.lats,
      ST_SetSRID(ST_MakePoint(
        g.lons[(cardinality(g.lons) + 1) / 2] / 1e6, g.lats[(cardinality(g.lats) + 1) / 2] / 1e6
      ), 4326)::geography as point
    from (
      select street as id, min(insee) as insee, min(name) as name, min(postcode) as postcode,
        nullif(max(former_commune), '') as former_commune,
        array_agg(number) as numbers, array_agg(lon) as lons, array_agg(lat) as lats
      from (
        select * from staged_address order by street, digits, number, lon, lat
      ) address group by street
    ) g join ${commune} c on c.insee = g.insee`);
  await tx.execute(sql`create index on staged_street (id)`);
  await tx.execute(sql`analyze staged_street`);
}

/** Reads every street: half a second for a hundred thousand. */
export async function writeStreetWords(tx: Database): Promise<void> {
  await tx.execute(sql`delete from ${streetWord}`);
  await tx.execute(sql`
    insert into ${streetWord} (word, street_count)
    select word, ndoc from ts_stat('select words from street')`);
  await tx.execute(sql`analyze ${street}`);
  await tx.execute(sql`analyze ${streetWord}`);
}

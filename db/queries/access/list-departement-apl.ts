// What does the ministry publish of general practitioners for a whole département, and of how much of it?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { aplPublished } from '#db/schema/apl.ts';
import { commune } from '#db/schema/territory.ts';
import type { PublishedDepartement } from '#domain/access/departement-mean.ts';

/**
 * Of its newest year, each commune weighing what it has of people; in order of code. A département of which
 * nothing is published is left out.
 */
export async function listDepartementApl(
  db: Database,
  departements: readonly string[],
): Promise<PublishedDepartement[]> {
  const { rows } = await db.execute<PublishedDepartement>(departementAplStatement(departements));
  return rows;
}

export function departementAplStatement(departements: readonly string[]) {
  const wanted = sql`any(${sql.param([...departements])}::text[])`;
  return sql`
    with told as (
      select case when insee ~ '^9[78]' then left(insee, 3) else left(insee, 2) end as departement,
        insee, year, value
      from ${aplPublished} where profession = 'gp' and variant = 'all' and value is not null),
    last as (select departement, max(year) as year from told where departement = ${wanted}
      group by departement),
    newest as (select told.* from told join last using (departement, year))
    select n.departement as code, n.year,
      (sum(n.value * c.population) / nullif(sum(c.population), 0))::float8 as mean,
      count(c.insee)::int as "weighedCount", count(*)::int as "publishedCount",
      (select count(*)::int from ${commune} k where k.departement = n.departement
        and not exists (select 1 from newest p where p.insee = k.insee)) as "silentCount"
    from newest n left join ${commune} c on c.insee = n.insee
    group by n.departement, n.year order by n.departement`;
}

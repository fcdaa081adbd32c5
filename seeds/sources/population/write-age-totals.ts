// How many live in a commune, and how many are 75 or older, once its people are known by age?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { populationAge } from '#db/schema/population.ts';
import { commune } from '#db/schema/territory.ts';
import { assertField } from '#seeds/sources/communes/shapes.ts';

const OLD_FROM = 75;

/** How many were 75 or older by the ages held until now: to be called before they are replaced. */
export async function rememberOldTotals(tx: Database): Promise<void> {
  await tx.execute(sql`
    create temporary table age_before on commit drop as
    select insee, round(sum(count) filter (where age_from >= ${OLD_FROM}))::int as old
    from ${populationAge} where insee in (select insee from staged_age) group by insee`);
}

/**
 * The whole number of people stays when a newer one is known. That of the oldest stays only when it is of
 * a newer census and from elsewhere: files that count everybody tell no ages. Answers how many changed.
 */
export async function writeAgeTotals(
  tx: Database,
  sourceId: string,
  year: number,
): Promise<number> {
  // Nobody can be counted from 75 where the groups do not begin there.
  await tx.execute(sql`
    create temporary table age_total on commit drop as
    select insee, round(sum(count))::int as everybody,
      case when bool_or(age_from = ${OLD_FROM})
        then round(sum(count) filter (where age_from >= ${OLD_FROM}))::int end as old
    from staged_age group by insee`);
  const { rows: everybody } = await tx.execute<{ insee: string }>(sql`
    update ${commune} c set population = t.everybody, population_year = ${year}
    from age_total t
    where t.insee = c.insee and c.population_year <= ${year}
      and (c.population, c.population_year) is distinct from (t.everybody, ${year}::int)
    returning c.insee`);
  const { rows: old } = await tx.execute<{ insee: string }>(sql`
    update ${commune} c set population_75_plus = t.old
    from age_total t left join age_before before on before.insee = t.insee
    where t.insee = c.insee and t.old is not null and c.population_75_plus is distinct from t.old
      and (c.population_75_plus is null or c.population_year <= ${year}
        or c.population_75_plus = before.old)
    returning c.insee`);
  await assertField(tx, 'population', sourceId, `${year}`, inseesOf(everybody));
  await assertField(tx, 'population75Plus', sourceId, `${year}`, inseesOf(old));
  return new Set([...everybody, ...old].map(({ insee }) => insee)).size;
}

const inseesOf = (rows: readonly { insee: string }[]) =>
  sql`select insee from unnest(${sql.param(rows.map(({ insee }) => insee))}::text[]) as w(insee)`;

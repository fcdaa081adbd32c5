// From which files, of what dates, are the people and the care of these communes?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { communeSupply } from '#db/schema/access.ts';
import { aplPublished } from '#db/schema/apl.ts';
import { entry } from '#db/schema/entry.ts';
import { populationTile } from '#db/schema/population.ts';
import { source } from '#db/schema/provenance.ts';
import { commune } from '#db/schema/territory.ts';
import type { Ground, GroundSource } from '#domain/access/ground.ts';
import { SUPPLY_KINDS } from '#domain/access/supply.ts';

export async function loadSources(
  db: Database,
  insees: readonly string[],
): Promise<Ground['sources']> {
  const asked = sql`${sql.param([...insees])}::text[]`;
  const list = async (facts: ReturnType<typeof sql>): Promise<GroundSource[]> => {
    const { rows } = await db.execute<GroundSource>(sql`
      select s.id, s.name, s.publisher, max(f.date) as date from (${facts}) f
      join ${source} s on s.id = f.source_id group by s.id, s.name, s.publisher
      order by s.id`);
    return rows;
  };
  return {
    population: await list(sql`
      select source_id, population_year::text as date from ${commune} where insee = any(${asked})
      union all select source_id, year::text from ${populationTile} where insee = any(${asked})`),
    supply: await list(sql`
      select source_id, coalesce(as_of, '') as date from ${communeSupply} where insee = any(${asked})
      union all select source_id, coalesce(as_of, '') from ${entry} where insee = any(${asked})
        and not demonstration and category = any(${sql.param([...SUPPLY_KINDS])}::text[])`),
    published: await list(sql`
      select source_id, as_of as date from ${aplPublished} where insee = any(${asked})`),
  };
}

// Which matrices of times does nothing compute with any more?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { travelMatrix } from '#db/schema/access.ts';

/** Matrices of the territory nothing computed with since the last `kept` of its mode and day. */
export async function dropOldMatrices(
  db: Database,
  territoryCode: string,
  kept: number,
): Promise<void> {
  await db.execute(sql`delete from ${travelMatrix} where id in (
    select id from (select id, row_number() over (partition by mode, day_type order by used_at desc, id desc) as rank
      from ${travelMatrix} where territory_code = ${territoryCode}) ranked where rank > ${kept})`);
}

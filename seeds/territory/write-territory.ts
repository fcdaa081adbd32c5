// Makes the territory of these groups of communes, unless one already gathers exactly them.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { territory, territoryCommune, territoryEpci } from '#db/schema/territory.ts';
import { HELP_NUMBERS } from '#seeds/demo/territory/help-numbers.ts';
import type { MemberOfEpci } from '#seeds/territory/read-territory.ts';

/** Contrast of 7:1 or more on paper; an administrator chooses others. */
const COLOURS = { main: '#094e43', soft: '#e3f0ec' };

/** `name`: « CC du Val, CC des Monts ». Its communes are those of today. */
export async function writeTerritory(
  db: Database,
  sirens: readonly string[],
  members: readonly MemberOfEpci[],
  sourceId: string,
): Promise<{ code: string; created: boolean }> {
  return await db.transaction(async (tx) => {
    const sorted = [...new Set(sirens)].sort();
    const { rows } = await tx.execute<{ code: string }>(sql`
      select territory_code as code from ${territoryEpci} group by territory_code
      having array_agg(siren order by siren) = ${sql.param(sorted)}::text[] order by code limit 1`);
    const known = rows[0]?.code;
    const code = known ?? `epci-${sorted.join('-')}`;
    if (known === undefined) {
      const name = [...new Set(members.flatMap(({ epciName }) => epciName ?? []))].join(', ');
      await tx.insert(territory).values({
        code,
        position: sql`(select coalesce(max(position), 0) + 1 from ${territory})`,
        name: name === '' ? `EPCI ${sorted.join(', ')}` : name,
        holder: '',
        colours: COLOURS,
        contacts: [],
        helpNumbers: [...HELP_NUMBERS],
        coverage: 'full',
        sourceId,
        confidence: 'high',
      });
      await tx
        .insert(territoryEpci)
        .values(sorted.map((siren) => ({ territoryCode: code, siren })));
    }
    await tx.delete(territoryCommune).where(sql`${territoryCommune.territoryCode} = ${code}`);
    await tx
      .insert(territoryCommune)
      .values(members.map(({ insee }) => ({ territoryCode: code, insee })));
    return { code, created: known === undefined };
  });
}

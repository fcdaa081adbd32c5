// Which place has this key: a commune by its INSEE code, present or former, or an address?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { findAddress } from '#db/queries/territory/find-address.ts';
import { type PlaceRow, placeColumns, toPlace } from '#db/queries/territory/place-row.ts';
import { runNamed } from '#db/run-named.ts';
import { commune, communeFormer } from '#db/schema/territory.ts';
import type { Insee, PlaceKey, PlaceSuggestion } from '#domain/territory/territory.ts';

export async function findPlace(db: Database, key: PlaceKey): Promise<PlaceSuggestion | null> {
  const [insee = '', street, number = null] = key.split('_');
  if (street !== undefined) return await findAddress(db, `${insee}_${street}`, number);
  const rows = await runNamed<PlaceRow>(db, findPlaceQuery(insee));
  return rows[0] === undefined ? null : toPlace(rows[0]);
}

export function findPlaceQuery(insee: Insee) {
  return sql`select found.matched, found.matched_text, ${placeColumns}
from (
  select insee, 'name' as matched, name as matched_text, 0 as rank
  from ${commune} where insee = ${insee}
  union all
  select current_insee, 'former_name', name, 1
  from ${communeFormer} where insee = ${insee}
) found
join ${commune} c on c.insee = found.insee
order by found.rank, found.matched_text, c.insee
limit 1`;
}

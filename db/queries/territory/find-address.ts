// Which street, and where in it, has this key?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { addressColumns, numberPosition } from '#db/queries/territory/address-row.ts';
import { type PlaceRow, toPlace } from '#db/queries/territory/place-row.ts';
import { runNamed } from '#db/run-named.ts';
import { street } from '#db/schema/address.ts';
import { commune } from '#db/schema/territory.ts';
import type { PlaceSuggestion } from '#domain/territory/territory.ts';

/** A number the street no longer has leads to the street. */
export async function findAddress(
  db: Database,
  streetId: string,
  number: string | null,
): Promise<PlaceSuggestion | null> {
  const rows = await runNamed<PlaceRow>(db, findAddressQuery(streetId, number));
  return rows[0] === undefined ? null : toPlace(rows[0]);
}

export function findAddressQuery(streetId: string, number: string | null): SQL {
  return sql`select ${addressColumns(sql`asked.at`)}
from ${street} s
join ${commune} c on c.insee = s.insee
cross join lateral (select ${numberPosition(number)} as at) asked
where s.id = ${streetId}`;
}

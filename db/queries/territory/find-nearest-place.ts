// Which commune is a person standing in or nearest to?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type PlaceRow, placeColumns, toPlace } from '#db/queries/territory/place-row.ts';
import { runNamed } from '#db/run-named.ts';
import { commune } from '#db/schema/territory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { PlaceSuggestion } from '#domain/territory/territory.ts';

/** Null when the nearest commune is further: the person is outside what this deployment knows. */
const FARTHEST_METERS = 30_000;

export async function findNearestPlace(
  db: Database,
  point: LonLat,
): Promise<PlaceSuggestion | null> {
  const rows = await runNamed<PlaceRow>(db, findNearestPlaceQuery(point));
  return rows[0] === undefined ? null : toPlace(rows[0]);
}

/** Inside an imported contour first; else the nearest point, ten considered. */
export function findNearestPlaceQuery([lon, lat]: LonLat) {
  const here = sql`st_setsrid(st_makepoint(${lon}, ${lat}), 4326)`;
  return sql`select 'name' as matched, c.name as matched_text, ${placeColumns}
from (
  select insee, name, point, 0 as rank, point <-> ${here}::geography as meters
  from ${commune} where shape_kind = 'official' and st_intersects(shape, ${here})
  union all
  (select insee, name, point, 1, point <-> ${here}::geography as meters
  from ${commune} order by meters, insee limit 10)
) c
where c.rank = 0 or c.meters <= ${FARTHEST_METERS}
order by c.rank, c.meters, c.insee
limit 1`;
}

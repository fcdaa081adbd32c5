// How is a commune read as a place one may start from?

import { type SQL, sql } from 'drizzle-orm';
import { communePostcode, territoryCommune } from '#db/schema/territory.ts';
import type { PlaceSuggestion } from '#domain/territory/territory.ts';

export type PlaceRow = {
  /** Of an address; null for a commune. */
  key: string | null;
  insee: string;
  name: string;
  postcode: string;
  lon: number;
  lat: number;
  territory_code: string | null;
  matched: PlaceSuggestion['matched'];
  matched_text: string;
};

/** Of the commune called `c` in the statement. */
export const placeColumns: SQL = sql`null as key, c.insee, c.name,
  st_x(c.point::geometry) as lon, st_y(c.point::geometry) as lat,
  coalesce((select min(p.postcode) from ${communePostcode} p where p.insee = c.insee), '') as postcode,
  (select min(t.territory_code) from ${territoryCommune} t where t.insee = c.insee) as territory_code`;

export function toPlace(row: PlaceRow): PlaceSuggestion {
  return {
    key: row.key ?? row.insee,
    insee: row.insee,
    name: row.name,
    postcode: row.postcode,
    point: [row.lon, row.lat],
    matched: row.matched,
    matchedText: row.matched_text,
    territoryCode: row.territory_code,
  };
}

// How is a street, at one of its numbers, read as a place one may start from?

import { type SQL, sql } from 'drizzle-orm';
import { territoryCommune } from '#db/schema/territory.ts';

/** Of the street called `s` and its commune `c`; `at` is the position of the number, null for none. */
export function addressColumns(at: SQL): SQL {
  const label = sql`concat(s.numbers[${at}] || ' ', s.name, ', ', c.name)`;
  return sql`concat(s.id, '_' || s.numbers[${at}]) as key, c.insee, ${label} as name,
  s.postcode, 'address' as matched, ${label} as matched_text,
  coalesce(s.lons[${at}] / 1e6, st_x(s.point::geometry)) as lon,
  coalesce(s.lats[${at}] / 1e6, st_y(s.point::geometry)) as lat,
  (select min(t.territory_code) from ${territoryCommune} t where t.insee = c.insee) as territory_code`;
}

/** The number as typed, else without « bis »; null typed, or unknown in that street: null. */
export function numberPosition(number: string | null): SQL {
  const digits = number?.match(/^\d+/)?.[0] ?? null;
  return sql`coalesce(array_position(s.numbers, ${number}::text), array_position(s.numbers, ${digits}::text))`;
}

// Names and streets as two registers can be compared by: pieces of SQL over our own columns.

import { type SQL, sql } from 'drizzle-orm';

const PARTICLES = ['de', 'du', 'des', 'd', 'l', 'la', 'le', 'les'];
const CIVILITIES = ['dr', 'docteur', 'm', 'mr', 'mme', 'mlle', 'monsieur', 'madame'];
const LEFT_OUT = sql.raw(
  `array[${[...PARTICLES, ...CIVILITIES].map((word) => `'${word}'`).join(', ')}]`,
);

/** The words of a person's name in one order, without particles nor titles: « camille riviere ». */
export const nameKey = (name: SQL): SQL =>
  sql`(select string_agg(w, ' ' order by w collate "C") from unnest(string_to_array(search_key(${name}), ' ')) w where w <> all(${LEFT_OUT}))`;

/**
 * The number and the last word: « 12 gaulle » for « 12 av. du Gal de Gaulle ». Enough beside a name and
 * a postcode; never alone.
 */
export const streetKey = (street: SQL): SQL =>
  sql`(select nullif(trim(coalesce((regexp_match(k, '[0-9]+'))[1], '') || ' ' || coalesce((regexp_match(k, '([a-z]+)$'))[1], '')), '') from search_key(${street}) k)`;

/** What our own table of codes answers for a column of ours; null for a code it has not. */
export const mappedBy = (column: string, codes: Readonly<Record<string, string>>): SQL =>
  sql.raw(
    `case ${column} ${Object.entries(codes)
      .map(([code, meaning]) => `when '${code}' then '${meaning}'`)
      .join(' ')} end`,
  );

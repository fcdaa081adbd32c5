// The order of `compareClaims` (api/domain/directory/precedence.ts), said to the database: both are
// made from the same table of trusted sources.

import { type SQL, sql } from 'drizzle-orm';
import { CLAIM_FIELDS, confirmationWindow, TRUSTED_SOURCES } from '#domain/directory/precedence.ts';
import type { LocalDate } from '#domain/time.ts';

const AFTER_THE_TRUSTED = 1_000;

const trusted = sql.raw(
  `case c.field ${CLAIM_FIELDS.map(
    (field) =>
      `when '${field}' then array[${TRUSTED_SOURCES[field].map((id) => `'${id}'`).join(', ')}]::text[]`,
  ).join(' ')} end`,
);

/** A partial date as its earliest day, comparable as text. */
const earliestDay = (column: string): SQL =>
  sql.raw(
    `case length(${column}) when 4 then ${column} || '-01-01' when 7 then ${column} || '-01' else ${column} end collate "C"`,
  );

/** What follows `order by` for rows of `claim` called `c`: first the one that stands. */
export function claimOrder(today: LocalDate): SQL {
  const { after, until } = confirmationWindow(today);
  const confirmed = earliestDay('c.confirmed_on');
  return sql`case when ${confirmed} > ${after} and ${confirmed} <= ${until} then ${confirmed} end desc nulls last,
  coalesce(array_position(${trusted}, c.source_id), ${AFTER_THE_TRUSTED}),
  ${earliestDay('c.as_of')} desc nulls last, c.source_id`;
}

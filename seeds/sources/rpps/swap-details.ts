// Which phones and needs go with the practices that changed? A phone another source brought stays first:
// what the register says of it then stands among the claims.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { PartialDate } from '#domain/provenance.ts';
import {
  createTouchedClaims,
  decideTouched,
  recordStanding,
} from '#seeds/derived/decide-claims.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { dayOf } from '#seeds/sources/rpps/day.ts';

/** Columns of rows, and where they come from; `kept`: the table of those that were there before. */
type Said = { columns: Readonly<Record<string, SQL>>; from: (kept: SQL) => SQL };

export const PHONES_SAID: Said = {
  columns: {
    entry_id: sql`s.practice_id`,
    position: sql`said.position + coalesce(taken.next, 0)`,
    kind: sql`'phone'`,
    value: sql`said.phone ->> 'display'`,
    phone: sql`said.phone`,
  },
  from: (kept) => sql`staged_rpps s
    cross join lateral (values (0, s.phone), (1, s.phone_2)) said(position, phone)
    left join (select entry_id, max(position) + 1 as next, bool_or(kind = 'phone') as has_phone
      from ${kept} group by entry_id) taken on taken.entry_id = s.practice_id
    where said.phone is not null and taken.has_phone is not true`,
};

export const NEEDS_SAID: Said = {
  columns: {
    entry_id: sql`s.practice_id`,
    position: sql`coalesce(taken.next, 0) + said.position - 1`,
    need_id: sql`n.id`,
    name: sql`case when said.position = 1 then s.title else n.label ->> 'fr' end`,
  },
  from: (kept) => sql`staged_rpps s
    cross join lateral string_to_table(s.need_id, ' ') with ordinality as said(need_id, position)
    join need n on n.id = said.need_id
    left join (select entry_id, max(position) + 1 as next from ${kept} group by entry_id) taken
      on taken.entry_id = s.practice_id`,
};

export async function writePhones(tx: Database, asOf: PartialDate | null): Promise<number> {
  await tx.execute(sql`delete from contact_point c using staged_rpps s
    where c.entry_id = s.practice_id and c.source_id = 'rpps' and c.kind = 'phone'`);
  await tx.execute(sql`update claim c set value = s.phone || '{"label": null}', as_of = ${asOf}::text
    from staged_rpps s where c.entry_id = s.practice_id and c.field = 'phone' and c.source_id = 'rpps'
      and s.phone is not null`);
  await tx.execute(sql`delete from claim c using staged_rpps s
    where c.entry_id = s.practice_id and c.field = 'phone' and c.source_id = 'rpps' and s.phone is null`);
  const { rowCount } = await tx.execute(insertOf(sql`contact_point`, PHONES_SAID, asOf));
  return rowCount ?? 0;
}

export async function writeNeeds(tx: Database, asOf: PartialDate | null): Promise<number> {
  await tx.execute(sql`delete from service v using staged_rpps s
    where v.entry_id = s.practice_id and v.source_id = 'rpps'`);
  const { rowCount } = await tx.execute(insertOf(sql`service`, NEEDS_SAID, asOf));
  return rowCount ?? 0;
}

function insertOf(table: SQL, { columns, from }: Said, asOf: PartialDate | null): SQL {
  const names = sql.raw(Object.keys(columns).join(', '));
  return sql`insert into ${table} (${names}, source_id, as_of, confidence)
    select ${sql.join(Object.values(columns), sql`, `)}, 'rpps', ${asOf}::text, 'high'
    from ${from(table)}`;
}

/** Where a person or another source spoke of a practice that changed, what stands is decided again. */
export async function decideAgain({ tx, incoming, now }: ImportContext): Promise<void> {
  await createTouchedClaims(tx);
  const { rowCount } = await tx.execute(sql`insert into touched_claim
    select distinct c.entry_id, c.field from claim c join staged_rpps s on s.practice_id = c.entry_id`);
  if ((rowCount ?? 0) === 0) return;
  await incoming.within();
  await recordStanding(tx);
  await decideTouched(tx, dayOf(now));
}

// How does the first file of the register become the directory's tables? Whole, beside those of before, with
// the rows other sources brought: several processes make them, and no index is kept up row by row.

import { sql } from 'drizzle-orm';
import type { PartialDate } from '#domain/provenance.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { type Said, withOrigin } from '#seeds/sources/finess/said.ts';
import { PHONES_SAID } from '#seeds/sources/finess/swap-contacts.ts';
import { ORGANIZATIONS_SAID, PLACES_SAID } from '#seeds/sources/finess/swap-places.ts';
import { SERVICE_SOURCES, SERVICES_SAID } from '#seeds/sources/finess/swap-services.ts';

/** What is written whole. */
const FILLED = ['organization', 'place', 'contact_point', 'service'] as const;
/** Tables that refer to these: each of their rows is checked again. */
const REFERRING = 'practice';

/**
 * True before the register wrote anything, when what others wrote is less than what it brings: to copy more
 * than that would cost more than to write one by one. No other writes in these tables from here on.
 */
export async function isFirstLoad({ tx, sourceId }: ImportContext): Promise<boolean> {
  const ours = sql`${sql.param([sourceId, ...SERVICE_SOURCES])}::text[]`;
  await tx.execute(
    sql`lock table ${sql.raw([...FILLED, REFERRING].join(', '))} in share row exclusive mode`,
  );
  const { rows } = await tx.execute<{ wrote: boolean; before: number; brings: number }>(sql`
    select ${sql.join(
      FILLED.map(
        (table) =>
          sql`exists (select from ${sql.identifier(table)} where source_id = any(${ours}))`,
      ),
      sql` or `,
    )} as wrote,
      (${sql.join(
        [...FILLED, REFERRING].map((table) => sql`(select count(*) from ${sql.identifier(table)})`),
        sql` + `,
      )})::int as before,
      (select count(*) from finess_entry where not is_linked)::int as brings`);
  const { wrote = true, before = 0, brings = 0 } = rows[0] ?? {};
  return !wrote && before <= brings;
}

export type Written = { organizations: number; places: number; phones: number; services: number };

/** Rows of another source under the same id, if any, stay as they are. */
export async function fillDirectory(
  { tx, incoming, sourceId }: ImportContext,
  asOf: PartialDate | null,
): Promise<Written> {
  await tx.execute(sql`set local maintenance_work_mem = '128MB'`);
  const fill = async (table: (typeof FILLED)[number], said: Said): Promise<number> => {
    const { columns, from } = withOrigin(said, { sourceId, asOf });
    return await incoming.fillWithMore(table, columns, from);
  };
  const fillNew = async (
    table: (typeof FILLED)[number],
    { columns, from }: Said,
  ): Promise<number> => {
    const isNew = sql`not exists (select from public.${sql.identifier(table)} there where there.id = ${columns['id']})`;
    return await fill(table, { columns, from: sql`${from} and ${isNew}` });
  };
  return {
    organizations: await fillNew('organization', ORGANIZATIONS_SAID),
    places: await fillNew('place', PLACES_SAID),
    phones: await fill('contact_point', PHONES_SAID),
    services: await fill('service', SERVICES_SAID),
  };
}

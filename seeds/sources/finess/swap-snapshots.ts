// The newest file takes the place of the one before in `finess_site` and `finess_legal`: rows that say
// the same are left alone, rows it no longer has go. The first one becomes the tables themselves.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { inScope } from '#seeds/sources/finess/check-sites.ts';

const SITE_COLUMNS = (
  'legal_finess name category_code category_label siret in_service opened_on closed_on street ' +
  'complement postcode city insee departement point point_precision ban_key phones updated_on'
).split(' ');

const LEGAL_COLUMNS =
  'name siren status_code in_service closed_on postcode insee departement updated_on'.split(' ');

const PLACED_SITES = sql`select finess, ${sql.raw(SITE_COLUMNS.join(', '))} from finess_placed`;

/** Those that hold a site kept. */
const PLACED_LEGALS = sql`select distinct on (finess) finess, coalesce(name, finess) as name, siret as siren, status_code,
    in_service, closed_on, postcode, insee, departement, updated_on
  from staged_finess s where kind = 'legal'
    and exists (select from finess_placed p where p.legal_finess = s.finess)
  order by finess, line`;

/** How many sites the file says exactly as before. */
export async function swapSnapshots({
  tx,
  incoming,
  territoryCodes,
}: ImportContext): Promise<number> {
  const isLimited = territoryCodes.length > 0;
  if (await holdsNothing(tx)) {
    await keepPlaced(tx);
    await incoming.finish('finess_site');
    await incoming.fill('finess_legal', PLACED_LEGALS);
    return 0;
  }
  await tx.execute(sql`delete from finess_site s where ${inScope('s', isLimited)}
    and not exists (select from finess_placed p where p.finess = s.finess)`);
  const written = await tx.execute(upsertChanged('finess_site', SITE_COLUMNS, PLACED_SITES));
  await tx.execute(upsertChanged('finess_legal', LEGAL_COLUMNS, PLACED_LEGALS));
  await tx.execute(sql`delete from finess_legal l
    where not exists (select from finess_site s where s.legal_finess = l.finess)`);
  const { rows } = await tx.execute<{ kept: number }>(
    sql`select count(*)::int as kept from finess_placed`,
  );
  return (rows[0]?.kept ?? 0) - (written.rowCount ?? 0);
}

/** What was placed is what is kept of the register; `finess_placed` shows it from here on. */
async function keepPlaced(tx: Database): Promise<void> {
  await tx.execute(sql`drop index finess_placed_key`);
  await tx.execute(sql`alter table finess_placed drop column line, drop column has_point, drop column is_far,
    drop column left_out, drop column fault`);
  await tx.execute(sql`alter table finess_placed rename to finess_site`);
  await tx.execute(sql`create view finess_placed as select * from finess_site`);
}

/** True before the first file. */
export async function holdsNothing(tx: Database): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from (select from finess_site union all select from finess_legal) known limit 1`);
  return rows.length === 0;
}

function upsertChanged(table: string, columns: readonly string[], rows: SQL): SQL {
  const list = columns.join(', ');
  const set = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  const [before, after] = ['kept', 'excluded'].map((alias) =>
    columns.map((column) => `${alias}.${column}`).join(', '),
  );
  return sql`insert into ${sql.raw(`${table} as kept (finess, ${list})`)} ${rows}
    on conflict (finess) do update set ${sql.raw(set)}
    where ${sql.raw(`(${before}) is distinct from (${after})`)}`;
}

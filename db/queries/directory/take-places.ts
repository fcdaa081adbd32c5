// How do tables take the places of those of the same names, for readers that hold them and views that read them?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { inboundReferences } from '#db/queries/directory/table-shape.ts';
import { grantsOn, lockAll, viewsOn } from '#db/queries/directory/table-users.ts';

export const atHome = (name: string): SQL =>
  sql`${sql.identifier('public')}.${sql.identifier(name)}`;

/** Each of `tables` of the schema, in one exclusive lock of all they replace. */
export async function takePlaces(
  db: Database,
  schema: string,
  tables: readonly string[],
): Promise<void> {
  const coming = (name: string) => sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
  const views = await viewsOn(db, tables);
  const inbound = await inboundReferences(db, tables);
  const used = [...tables, ...views.map(({ name }) => name), ...inbound.map(({ table }) => table)];
  await lockAll(db, [...new Set(used)]);
  for (const { name } of views) await db.execute(sql`drop view ${atHome(name)}`);
  for (const { table, name } of inbound) {
    await db.execute(sql`alter table ${atHome(table)} drop constraint ${sql.identifier(name)}`);
  }
  const grants: string[] = [];
  for (const table of tables) grants.push(...(await grantsOn(db, table)));
  await db.execute(sql`drop table ${sql.join(tables.map(atHome), sql`, `)}`);
  for (const table of tables) {
    await db.execute(sql`alter table ${coming(table)} reset (autovacuum_enabled)`);
    await db.execute(sql`alter table ${coming(table)} set schema public`);
  }
  for (const { table, name, definition } of inbound) {
    await db.execute(
      sql`alter table ${atHome(table)} add constraint ${sql.identifier(name)} ${sql.raw(definition)}`,
    );
  }
  for (const { name, definition } of views) {
    await db.execute(sql`create view ${atHome(name)} as ${sql.raw(definition)}`);
  }
  for (const grant of [...grants, ...views.flatMap((view) => view.grants)]) {
    await db.execute(sql.raw(grant));
  }
}

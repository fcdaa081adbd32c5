// How are tables filled whole while their readers keep the rows of before? In a schema of their own, under
// their own names, without indexes; they are built once it is full. At the end all take the places of the
// old ones in one short exclusive lock. The transaction that opens the schema reads its tables first.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import {
  type IndexShape,
  inboundReferences,
  shapeOf,
  type TableShape,
} from '#db/queries/directory/table-shape.ts';
import { grantsOn, lockAll, viewsOn } from '#db/queries/directory/table-users.ts';

const INCOMING = 'incoming';
const SEARCH_FIRST = `${INCOMING}, `;

const incoming = (name: string): SQL => sql`${sql.identifier(INCOMING)}.${sql.identifier(name)}`;
const atHome = (name: string): SQL => sql`${sql.identifier('public')}.${sql.identifier(name)}`;

/** From here on, this transaction creates its tables there, and reads those that stand there. */
export async function openIncoming(tx: Database): Promise<void> {
  const { rows } = await tx.execute<{ path: string }>(
    sql`select current_setting('search_path') as path`,
  );
  const path = rows[0]?.path ?? '';
  if (path.startsWith(SEARCH_FIRST)) return;
  await tx.execute(sql`create schema ${sql.identifier(INCOMING)}`);
  await tx.execute(sql`select set_config('search_path', ${SEARCH_FIRST + path}, true)`);
}

/** A table like the one of this name, of the rows of `query`, which names all its columns. Returns how many. */
export async function fillIncoming(tx: Database, table: string, query: SQL): Promise<number> {
  await openIncoming(tx);
  const { columns } = await shapeOf(tx, table);
  const values = sql.join(
    columns.map(({ name, type }) => sql`${sql.identifier(name)}::${sql.raw(type)}`),
    sql`, `,
  );
  const { rowCount } = await tx.execute(
    sql`create table ${incoming(table)} as select ${values} from (${query}) filled`,
  );
  await finishIncoming(tx, table);
  await tx.execute(sql`analyze ${incoming(table)}`);
  return rowCount ?? 0;
}

/**
 * The rows of before, and one for each row of `from`: `said` of its columns, the others as they are when
 * nothing is said. Returns how many more.
 */
export async function fillWithMore(
  tx: Database,
  table: string,
  said: Readonly<Record<string, SQL>>,
  from: SQL,
): Promise<number> {
  const { columns } = await shapeOf(tx, table);
  const values = columns.map(({ name, type, preset }) => {
    const value = said[name] ?? sql.raw(preset ?? 'null');
    return sql`(${value})::${sql.raw(type)} as ${sql.identifier(name)}`;
  });
  const { rows } = await tx.execute<{ before: number }>(
    sql`select count(*)::int as before from ${atHome(table)}`,
  );
  const all = await fillIncoming(
    tx,
    table,
    sql`select * from (select ${sql.join(
      columns.map(({ name }) => sql.identifier(name)),
      sql`, `,
    )} from ${atHome(table)}) of_before union all select ${sql.join(values, sql`, `)} from ${from}`,
  );
  return all - (rows[0]?.before ?? 0);
}

/** What the table of this name has and the incoming one, full, has not: constraints and indexes. */
export async function finishIncoming(tx: Database, table: string): Promise<void> {
  const shape = await shapeOf(tx, table);
  const altered = alterations(shape);
  if (altered.length > 0) {
    await tx.execute(sql`alter table ${incoming(table)} ${sql.raw(altered.join(', '))}`);
  }
  for (const index of shape.indexes) await buildIndex(tx, table, index);
  for (const { name, definition } of shape.references) {
    await tx.execute(
      sql`alter table ${incoming(table)} add constraint ${sql.identifier(name)} ${sql.raw(definition)}`,
    );
  }
}

/** In one statement: the rows are read once for all. */
function alterations({ columns, checks }: TableShape): string[] {
  return [
    ...columns
      .filter(({ required }) => required)
      .map(({ quoted }) => `alter column ${quoted} set not null`),
    ...columns
      .filter(({ preset }) => preset !== null)
      .map(({ quoted, preset }) => `alter column ${quoted} set default ${preset}`),
    ...checks.map(({ quoted, definition }) => `add constraint ${quoted} ${definition}`),
  ];
}

async function buildIndex(tx: Database, table: string, index: IndexShape): Promise<void> {
  const name = sql.identifier(index.name);
  const unique = sql.raw(index.isUnique ? 'unique ' : '');
  // Put in their places by batches: a third less work than one by one.
  const how = sql.raw(index.isUnsorted ? ' with (buffering = on)' : '');
  const create = sql`create ${unique}index ${name} on ${incoming(table)} using ${sql.raw(index.using)}${how}`;
  if (index.using.startsWith('gin ')) await withMemory(tx, WORDS_MEMORY, create);
  else await tx.execute(create);
  // That is of its building: the index is as the one of before.
  if (index.isUnsorted)
    await tx.execute(sql`alter index ${incoming(index.name)} reset (buffering)`);
  if (!index.isPrimary) return;
  await tx.execute(
    sql`alter table ${incoming(table)} add constraint ${name} primary key using index ${name}`,
  );
}

/** What an index of words is gathered in. With more, the words met so far are beyond the processor's own memory. */
const WORDS_MEMORY = '16MB';

async function withMemory(tx: Database, memory: string, statement: SQL): Promise<void> {
  const { rows } = await tx.execute<{ before: string }>(
    sql`select current_setting('maintenance_work_mem') as before`,
  );
  await tx.execute(sql`select set_config('maintenance_work_mem', ${memory}, true)`);
  await tx.execute(statement);
  await tx.execute(
    sql`select set_config('maintenance_work_mem', ${rows[0]?.before ?? memory}, true)`,
  );
}

/** Every incoming table takes the place of its like; what has none goes. Nothing when none came. */
export async function swapIncoming(tx: Database): Promise<void> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select i.relname as name from pg_class i join pg_class h on h.relname = i.relname
    where i.relnamespace = to_regnamespace(${INCOMING}) and h.relnamespace = 'public'::regnamespace
      and i.relkind = 'r' and h.relkind = 'r' order by i.relname`);
  const tables = rows.map(({ name }) => name);
  if (tables.length > 0) await takePlaces(tx, tables);
  await tx.execute(sql`drop schema if exists ${sql.identifier(INCOMING)} cascade`);
  await tx.execute(sql`select set_config('search_path', substr(path, ${SEARCH_FIRST.length + 1}), true)
    from current_setting('search_path') path where starts_with(path, ${SEARCH_FIRST})`);
}

async function takePlaces(tx: Database, tables: readonly string[]): Promise<void> {
  const views = await viewsOn(tx, tables);
  const inbound = await inboundReferences(tx, tables);
  const used = [...tables, ...views.map(({ name }) => name), ...inbound.map(({ table }) => table)];
  await lockAll(tx, [...new Set(used)]);
  for (const { name } of views) await tx.execute(sql`drop view ${atHome(name)}`);
  for (const { table, name } of inbound) {
    await tx.execute(sql`alter table ${atHome(table)} drop constraint ${sql.identifier(name)}`);
  }
  const grants: string[] = [];
  for (const table of tables) grants.push(...(await grantsOn(tx, table)));
  await tx.execute(sql`drop table ${sql.join(tables.map(atHome), sql`, `)}`);
  for (const table of tables) {
    await tx.execute(sql`alter table ${incoming(table)} set schema public`);
  }
  for (const { table, name, definition } of inbound) {
    await tx.execute(
      sql`alter table ${atHome(table)} add constraint ${sql.identifier(name)} ${sql.raw(definition)}`,
    );
  }
  for (const { name, definition } of views) {
    await tx.execute(sql`create view ${atHome(name)} as ${sql.raw(definition)}`);
  }
  for (const grant of [...grants, ...views.flatMap((view) => view.grants)]) {
    await tx.execute(sql.raw(grant));
  }
}

// How does a table that was filled without them get the constraints and the indexes of another?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { IndexShape, ReferenceShape, TableShape } from '#db/queries/directory/table-shape.ts';

/** What an index of words is gathered in. With more, the words met so far are beyond the processor's own memory. */
const WORDS_MEMORY = '16MB';
/** Those that take the longest to build. */
const BUILT_FIRST = ['gin', 'gist'];

/** The rows of `before`, of this shape, and one for each row of `from`: `said` of its columns, else what is preset. */
export function rowsAndMore(
  before: SQL,
  { columns }: TableShape,
  said: Readonly<Record<string, SQL>>,
  from: SQL,
): SQL {
  const names = columns.map(({ name }) => sql.identifier(name));
  const values = columns.map(({ name, type, preset }) => {
    const value = said[name] ?? sql.raw(preset ?? 'null');
    return sql`(${value})::${sql.raw(type)} as ${sql.identifier(name)}`;
  });
  return sql`select * from (select ${sql.join(names, sql`, `)} from ${before}) of_before
    union all select ${sql.join(values, sql`, `)} from ${from}`;
}

/** What its rows must be, in one statement: they are read once for all. */
export async function constrainRows(
  db: Database,
  table: SQL,
  { columns, checks }: TableShape,
): Promise<void> {
  const altered = [
    ...columns
      .filter(({ required }) => required)
      .map(({ quoted }) => `alter column ${quoted} set not null`),
    ...columns
      .filter(({ preset }) => preset !== null)
      .map(({ quoted, preset }) => `alter column ${quoted} set default ${preset}`),
    ...checks.map(({ quoted, definition }) => `add constraint ${quoted} ${definition}`),
  ];
  if (altered.length === 0) return;
  await db.execute(sql`alter table ${table} ${sql.raw(altered.join(', '))}`);
}

export const longestFirst = (indexes: readonly IndexShape[]): IndexShape[] =>
  [...indexes].sort((a, b) => rankOf(a) - rankOf(b));

function rankOf({ using }: IndexShape): number {
  const rank = BUILT_FIRST.findIndex((kind) => using.startsWith(`${kind} `));
  return rank === -1 ? BUILT_FIRST.length : rank;
}

export async function buildIndex(
  db: Database,
  schema: string,
  table: string,
  index: IndexShape,
): Promise<void> {
  const unique = sql.raw(index.isUnique ? 'unique ' : '');
  // Put in their places by batches: a third less work than one by one.
  const how = sql.raw(index.isUnsorted ? ' with (buffering = on)' : '');
  const create = sql`create ${unique}index ${sql.identifier(index.name)}
    on ${sql.identifier(schema)}.${sql.identifier(table)} using ${sql.raw(index.using)}${how}`;
  if (index.using.startsWith('gin ')) await withMemory(db, WORDS_MEMORY, create);
  else await db.execute(create);
  if (!index.isUnsorted) return;
  // That is of its building: the index is as the one of before.
  await db.execute(
    sql`alter index ${sql.identifier(schema)}.${sql.identifier(index.name)} reset (buffering)`,
  );
}

/** None where there is nothing to add. */
export function addKeyAndReferences(
  table: SQL,
  indexes: readonly IndexShape[],
  references: readonly ReferenceShape[],
): SQL[] {
  const added = [
    ...indexes
      .filter(({ isPrimary }) => isPrimary)
      .map(({ name }) => sql.identifier(name))
      .map((name) => sql`add constraint ${name} primary key using index ${name}`),
    ...references.map(
      ({ name, definition }) => sql`add constraint ${sql.identifier(name)} ${sql.raw(definition)}`,
    ),
  ];
  return added.length === 0 ? [] : [sql`alter table ${table} ${sql.join(added, sql`, `)}`];
}

async function withMemory(db: Database, memory: string, statement: SQL): Promise<void> {
  const { rows } = await db.execute<{ before: string }>(
    sql`select current_setting('maintenance_work_mem') as before`,
  );
  await db.execute(sql`select set_config('maintenance_work_mem', ${memory}, true)`);
  await db.execute(statement);
  await db.execute(
    sql`select set_config('maintenance_work_mem', ${rows[0]?.before ?? memory}, true)`,
  );
}

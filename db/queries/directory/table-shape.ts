// What is a table of the schema `public` made of, as statements that would make another like it?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

export type IndexShape = {
  name: string;
  using: string;
  isUnique: boolean;
  isPrimary: boolean;
  /** It holds boxes that nothing sorts, all of them, and nothing says how it is built. */
  isUnsorted: boolean;
  /** Of which only an analysis after it tells how they spread. */
  isOfExpressions: boolean;
};
/** The support function by which an index of boxes is built sorted, where its kind has one. */
const GIST_SORT = 11;

type ColumnShape = {
  name: string;
  quoted: string;
  /** With its collation: a value brings its own otherwise. */
  type: string;
  required: boolean;
  /** What it holds when nothing is said. */
  preset: string | null;
};
type ConstraintShape = { name: string; quoted: string; definition: string };
/** `target`: the table it refers to. */
export type ReferenceShape = ConstraintShape & { target: string };

/** `columns` in their order. `references`: to other tables, named as the transaction finds them. */
export type TableShape = {
  columns: ColumnShape[];
  checks: ConstraintShape[];
  references: ReferenceShape[];
  indexes: IndexShape[];
};

export async function shapeOf(tx: Database, table: string): Promise<TableShape> {
  const id = sql`('public.' || quote_ident(${table}::text))::regclass`;
  const columns = await tx.execute<ColumnShape>(sql`
    select a.attname as name, quote_ident(a.attname) as quoted,
      format_type(a.atttypid, a.atttypmod) || coalesce(' collate ' || quote_ident(l.collname), '') as type,
      a.attnotnull as required,
      pg_get_expr(d.adbin, d.adrelid) as preset
    from pg_attribute a left join pg_collation l on l.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = ${id} and a.attnum > 0 and not a.attisdropped order by a.attnum`);
  const constraints = await tx.execute<ReferenceShape & { kind: string }>(sql`
    select k.conname as name, quote_ident(k.conname) as quoted, k.contype::text as kind, r.relname as target,
      replace(pg_get_constraintdef(k.oid), ' REFERENCES public.', ' REFERENCES ') as definition
    from pg_constraint k left join pg_class r on r.oid = k.confrelid
    where k.conrelid = ${id} and k.contype in ('c', 'f') order by k.conname`);
  const indexes = await tx.execute<IndexShape>(sql`
    select c.relname as name, substr(x.def, position(' USING ' in x.def) + 7) as using,
      i.indisunique as "isUnique", i.indisprimary as "isPrimary",
      m.amname = 'gist' and c.reloptions is null and i.indpred is null and exists (
        select from unnest(i.indclass) o(id) join pg_opclass k on k.oid = o.id where not exists (
          select from pg_amproc p where p.amprocfamily = k.opcfamily and p.amproclefttype = k.opcintype
            and p.amprocnum = ${GIST_SORT})) as "isUnsorted",
      i.indexprs is not null as "isOfExpressions"
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
    cross join lateral (select pg_get_indexdef(i.indexrelid) as def) x
    where i.indrelid = ${id} order by c.relname`);
  return {
    columns: columns.rows,
    checks: constraints.rows.filter(({ kind }) => kind === 'c'),
    references: constraints.rows.filter(({ kind }) => kind === 'f'),
    indexes: indexes.rows,
  };
}

export type Reference = { table: string; name: string; definition: string };

/** From tables that are not among these. */
export async function inboundReferences(
  tx: Database,
  tables: readonly string[],
): Promise<Reference[]> {
  const among = sql`(select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace
    and c.relname = any(${sql.param([...tables])}::text[]))`;
  const { rows } = await tx.execute<Reference>(sql`
    select r.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class r on r.oid = k.conrelid
    where k.contype = 'f' and k.confrelid in ${among} and k.conrelid not in ${among}
      and r.relnamespace = 'public'::regnamespace
    order by r.relname, k.conname`);
  return rows;
}

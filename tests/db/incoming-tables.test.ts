// Do tables made beside the transaction take the places of the old ones as those it makes itself, or leave nothing?

import { type SQL, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import {
  type IncomingWork,
  withIncomingTables,
} from '#db/queries/directory/with-incoming-tables.ts';
import { need, needCategory } from '#db/schema/need.ts';
import { addCommune, addOrganization, addPlace, addPractice, addSource } from '#tests/db/rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const label = { fr: 'x', en: 'x' };
const FILLED = ['professional', 'place', 'practice', 'contact_point', 'service'];
const PROJECTED = [
  'entry',
  'entry_service_need',
  'entry_spot',
  'entry_word',
  'entry_word_deletion',
];

describeOnBoth('incoming tables', (getDb, getHandle) => {
  const ask = async (query: SQL) => (await getDb().execute(query)).rows;
  const schemas = () => ask(sql`select nspname from pg_namespace where nspname like '%incoming%'`);
  const fillAndSwap = (work: IncomingWork): Promise<void> =>
    withIncomingTables(getHandle(), async (bulk, incoming) => {
      await incoming.open('beside');
      await work(bulk, incoming);
    });

  const of = (tables: readonly string[]) => sql`${sql.param([...tables])}::text[]`;
  /** All a reader or a writer meets: columns, constraints, indexes, rights, figures for the planner. */
  const made = async (tables: readonly string[]) => [
    await ask(sql`select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull,
      a.attcollation::regcollation::text as collation, pg_get_expr(d.adbin, d.adrelid) as preset
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relname = any(${of(tables)}) order by 1, a.attnum`),
    await ask(sql`select c.relname, k.conname, pg_get_constraintdef(k.oid) as definition, k.convalidated
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = 'public'::regnamespace and c.relname = any(${of(tables)}) order by 1, 2`),
    await ask(sql`select indexdef from pg_indexes where schemaname = 'public'
      and tablename = any(${of(tables)}) order by 1`),
    await ask(sql`select c.relname, c.relacl::text, c.reloptions from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relname = any(${of(tables)}) order by 1`),
  ];
  const rowsOf = async (tables: readonly string[]) =>
    await Promise.all(
      tables.map((table) => ask(sql`select t::text from ${sql.identifier(table)} t order by 1`)),
    );

  beforeEach(async () => {
    const db = getDb();
    await clearTables(db);
    await addSource(db);
    await addCommune(db, '16020', 'Aubeterre-sur-Dronne');
    await db
      .insert(need)
      .values({ id: 'medecin', position: 0, group: 'doctor', label, plain: label });
    await db.insert(needCategory).values({ needId: 'medecin', category: 'gp', position: 0 });
    await addOrganization(db, 'o');
    await addPlace(db, 'l', { category: 'pharmacy', title: 'Pharmacie', organizationId: 'o' });
    for (const id of ['a', 'b', 'c']) await addPractice(db, id, { placeId: 'l' });
    await db.execute(sql`insert into contact_point (entry_id, position, kind, value, source_id, confidence)
      values ('a', 0, 'email', 'a@example.org', 'facts', 'high')`);
    await db.execute(sql`insert into service (entry_id, position, need_id, name, source_id, confidence)
      values ('l', 0, 'medecin', 'Dépistage', 'facts', 'high')`);
    await refreshEntryProjection(db);
  });

  it('have the rows, columns, constraints, indexes and rights of those whose places they take', async () => {
    const all = [...FILLED, ...PROJECTED];
    const before = { made: await made(all), rows: await rowsOf(all) };
    const oids = sql`select relname, oid::text from pg_class where relname = any(${of(all)}) order by 1`;
    const known = await ask(oids);
    await getDb().execute(
      sql`truncate entry, entry_service_need, entry_spot, entry_word, entry_word_deletion`,
    );
    await fillAndSwap(async ({ db }, incoming) => {
      for (const table of FILLED) {
        await incoming.fill(table, sql`select * from public.${sql.identifier(table)}`);
      }
      await refreshEntryProjection(db, { few: 0, isSound: true, incoming });
    });
    const now = await ask(oids);
    expect(now.map(({ relname }) => relname)).toEqual(all.toSorted());
    for (const [at, { oid }] of now.entries()) expect(oid).not.toBe(known[at]?.['oid']);
    expect(await made(all)).toEqual(before.made);
    expect(await rowsOf(all)).toEqual(before.rows);
    expect(await schemas()).toEqual([]);
  });

  it('are seen by the transaction once it goes on alone, and see what it writes then', async () => {
    await fillAndSwap(async ({ db }, incoming) => {
      await incoming.fill('place', sql`select * from public.place`);
      await incoming.within();
      await db.execute(sql`update place set name = 'Maison' where id = 'l'`);
      await incoming.fill('practice', sql`select * from public.practice`);
      await refreshEntryProjection(db, { incoming });
    });
    expect(await ask(sql`select distinct place_name from entry where kind = 'practice'`)).toEqual([
      { place_name: 'Maison' },
    ]);
    expect(await schemas()).toEqual([]);
  });

  it.each<[string, string, string, SQL]>([
    [
      'two rows of one key',
      '23505',
      'place',
      sql`select * from public.place union all select * from public.place`,
    ],
    [
      'a row without what it needs',
      '23502',
      'place',
      sql`select n.* from public.place p, jsonb_populate_record(p, '{"name": null}') n`,
    ],
    [
      'a row that refers to none among them',
      '23503',
      'practice',
      sql`select * from public.practice`,
    ],
  ])('leave all as it was: %s', async (_, code, table, query) => {
    const before = await rowsOf([...FILLED, ...PROJECTED]);
    const filled = fillAndSwap(async ({ db }, incoming) => {
      if (table === 'practice') {
        await incoming.fill('place', sql`select * from public.place where false`);
      }
      await incoming.fill(table, query);
      await refreshEntryProjection(db, { few: 0, isSound: true, incoming });
    });
    await expect(filled).rejects.toMatchObject({ cause: { code } });
    expect(await rowsOf([...FILLED, ...PROJECTED])).toEqual(before);
    expect(await schemas()).toEqual([]);
  });

  it('go when the transaction is left after they took their places', async () => {
    const before = await rowsOf(FILLED);
    const left = fillAndSwap(async (_, incoming) => {
      await incoming.fill('service', sql`select * from public.service where false`);
      await incoming.swap();
      throw new Error('on purpose');
    });
    await expect(left).rejects.toThrow('on purpose');
    expect(await rowsOf(FILLED)).toEqual(before);
    expect(await schemas()).toEqual([]);
  });
});

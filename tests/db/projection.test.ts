// Is what the search reads the same, whether it is touched up or made anew, and are its readers left alone?

import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { practice } from '#db/schema/directory.ts';
import { need, needCategory } from '#db/schema/need.ts';
import { addCommune, addPlace, addPractice, addSource } from '#tests/db/rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const label = { fr: 'x', en: 'x' };
/** Every difference counts as many. */
const ANEW = 0;

describeOnBoth('the projection', (getDb, getHandle) => {
  const ask = async (query: ReturnType<typeof sql>) => (await getDb().execute(query)).rows;
  const shape = () =>
    ask(sql`select tablename, indexname, indexdef from pg_indexes
      where tablename in ('entry', 'entry_service_need', 'entry_spot', 'entry_word', 'entry_word_deletion') order by 1, 2`);
  const constraints = () =>
    ask(sql`select conname, contype, pg_get_constraintdef(oid) as definition from pg_constraint
      where conrelid in ('entry'::regclass, 'entry_service_need'::regclass, 'entry_spot'::regclass, 'entry_word'::regclass, 'entry_word_deletion'::regclass) order by 1`);
  const columns = () =>
    ask(sql`select table_name, column_name, is_nullable, generation_expression from information_schema.columns
      where table_name in ('entry', 'entry_service_need', 'entry_spot', 'entry_word', 'entry_word_deletion') order by 1, ordinal_position`);
  const contents = async () => [
    await ask(sql`select * from entry order by id`),
    await ask(sql`select * from entry_need order by entry_id, need_id`),
    await ask(sql`select * from entry_service_need order by entry_id, need_id`),
    await ask(sql`select * from entry_spot order by answers, point`),
    await ask(sql`select * from entry_word order by word`),
    await ask(sql`select * from entry_word_deletion order by word, deletion`),
  ];

  beforeEach(async () => {
    await clearTables(getDb());
    await addSource(getDb());
    await addCommune(getDb(), '16020', 'Aubeterre-sur-Dronne');
    await getDb()
      .insert(need)
      .values({ id: 'medecin', position: 0, group: 'doctor', label, plain: label });
    await getDb().insert(needCategory).values({ needId: 'medecin', category: 'gp', position: 0 });
    for (const id of ['a', 'b', 'c']) await addPractice(getDb(), id);
    await addPlace(getDb(), 'd', { category: 'pharmacy', title: 'Pharmacie' });
  });

  it('made anew has the same rows, columns, indexes and constraints as touched up', async () => {
    const before = [await shape(), await constraints(), await columns()];
    await refreshEntryProjection(getDb());
    const touched = await contents();
    await getDb().execute(
      sql`truncate entry, entry_service_need, entry_spot, entry_word, entry_word_deletion`,
    );
    const [{ oid } = {}] = await ask(sql`select 'entry'::regclass::oid as oid`);
    await refreshEntryProjection(getDb(), { few: ANEW });
    expect(await ask(sql`select 'entry'::regclass::oid as oid`)).not.toEqual([{ oid }]);
    expect(await contents()).toEqual(touched);
    expect([await shape(), await constraints(), await columns()]).toEqual(before);
  });

  it('touches only the rows that differ', async () => {
    await refreshEntryProjection(getDb());
    const versions = () => ask(sql`select id, xmin::text from entry order by id`);
    const before = await versions();
    await getDb().update(practice).set({ title: 'Pédiatre' }).where(sql`id = 'b'`);
    await getDb().update(practice).set({ goneOn: '2026-11-01' }).where(sql`id = 'c'`);
    await refreshEntryProjection(getDb());
    const after = await versions();
    expect(after.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    expect(after.filter((row) => before.some((old) => old['xmin'] === row['xmin']))).toEqual(
      before.filter(({ id }) => id === 'a' || id === 'd'),
    );
    expect(await ask(sql`select entry_id from entry_need order by 1`)).toEqual([
      { entry_id: 'a' },
      { entry_id: 'b' },
    ]);
    expect(await ask(sql`select entry_count from entry_word where word = 'pediatre'`)).toEqual([
      { entry_count: 1 },
    ]);
  });

  it('leaves out the demonstrations of a kind where the real thing stands, and only there', async () => {
    await addCommune(getDb(), '24001', 'Ribérac');
    await addPractice(getDb(), 'elsewhere', { insee: '24001' });
    const shop = { category: 'pharmacy', title: 'Pharmacie', demonstration: true } as const;
    await addPlace(getDb(), 'shown', { ...shop, insee: '24001' });
    await addPlace(getDb(), 'hidden', shop);
    const ids = async () => (await ask(sql`select id from entry order by id`)).map(({ id }) => id);
    await refreshEntryProjection(getDb());
    expect(await ids()).toEqual(['a', 'b', 'c', 'd', 'elsewhere', 'shown']);
    await addPractice(getDb(), 'real', { demonstration: false });
    for (const refresh of [{}, { few: ANEW }]) {
      await refreshEntryProjection(getDb(), refresh);
      expect(await ids()).toEqual(['d', 'elsewhere', 'real', 'shown']);
    }
  });

  it('shows the rows of before until it ends, to statements prepared before', async () => {
    await refreshEntryProjection(getDb());
    if (getHandle().kind === 'embedded') return;
    const reader = await getHandle().pool.connect();
    const read = async () =>
      (await reader.query({ name: 'all', text: 'select id from entry order by id' })).rows;
    try {
      expect(await read()).toHaveLength(4);
      await getDb().execute(
        sql`truncate entry, entry_service_need, entry_spot, entry_word, entry_word_deletion`,
      );
      await getDb().transaction(async (tx) => {
        expect(await read()).toEqual([]);
        await refreshEntryProjection(tx, { few: ANEW });
      });
      expect(await read()).toHaveLength(4);
    } finally {
      reader.release();
    }
  });
});

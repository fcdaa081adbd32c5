// Do the two kinds of database behave alike: types, errors, transactions, loads, messages?

import { setTimeout } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { insertRows } from '#db/insert-rows.ts';
import { source } from '#db/schema/provenance.ts';
import { report } from '#db/schema/report.ts';
import { commune } from '#db/schema/territory.ts';
import { serviceArea } from '#db/schema/transport.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const aSource = { id: 'insee', name: 'INSEE', publisher: 'INSEE' };
const aSquare = [
  [
    [
      [0, 45],
      [0, 46],
      [1, 46],
      [0, 45],
    ],
  ],
] as const;

function communeRow(insee: string, name: string) {
  return {
    insee,
    name,
    departement: '16',
    point: [0.1234567, 45.5] as const,
    pointKind: 'bourg' as const,
    shape: aSquare,
    shapeKind: 'official' as const,
    population: 120,
    population75Plus: 20,
    populationYear: 2022,
    sourceId: 'insee',
    asOf: null,
    confirmedOn: null,
    confidence: 'high' as const,
  };
}

const codeOf = (error: unknown): unknown =>
  (error as { cause?: { code?: string }; code?: string }).cause?.code ??
  (error as { code?: string }).code;

describeOnBoth('a database', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await getDb().insert(source).values(aSource);
  });

  it('gives big integers as text, numbers as numbers and instants as dates', async () => {
    const { rows } = await getDb().execute(
      sql`select 9007199254740993::int8 as big, 1.5::float8 as real, 7::int as small, true as yes, null as none, '2026-11-24'::date as day`,
    );
    expect(rows).toEqual([
      { big: '9007199254740993', real: 1.5, small: 7, yes: true, none: null, day: '2026-11-24' },
    ]);
    const createdAt = new Date('2026-11-24T09:30:00.250Z');
    const row = { id: 'r', entryId: 'e', kind: 'phone', text: 'Faux numéro', createdAt };
    await getDb().insert(report).values(row);
    const [read] = await getDb().select().from(report);
    expect(read?.createdAt).toEqual(createdAt);
  });

  it('compares by their bytes the texts it looks up, names of places apart', async () => {
    const { rows } = await getDb().execute<{ column: string }>(sql`
      select distinct t.relname || '.' || coalesce(a.attname, pg_get_indexdef(i.indexrelid, k.position::int, true)) as column
      from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
      join pg_class t on t.oid = i.indrelid
      cross join lateral unnest(i.indkey::int[], i.indcollation::oid[]) with ordinality k(attribute, collation_id, position)
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attribute and k.attribute > 0
      where m.amname = 'btree' and t.relnamespace = 'public'::regnamespace and t.relname <> 'spatial_ref_sys'
        and k.collation_id not in (0, '"C"'::regcollation)
      order by 1`);
    expect(rows.map(({ column }) => column)).toEqual(['commune_former.name', 'locality.name']);
  });

  it('keeps points, shapes and lists of texts as they were given', async () => {
    await getDb().insert(commune).values(communeRow('16020', "St-Séverin-sur-l'Œil"));
    const [read] = await getDb().select().from(commune);
    expect(read?.point).toEqual([0.1234567, 45.5]);
    expect(read?.shape).toEqual(aSquare);
    expect(read?.searchKey).toBe('saint severin sur l oeil');
    const insees = ['16020', 'a,b', '"c"', 'd\\e', ''];
    await getDb().insert(serviceArea).values({ id: 'a', kind: 'communes', label: 'x', insees });
    const [area] = await getDb().select().from(serviceArea);
    expect(area?.insees).toEqual(insees);
  });

  it.each([
    [
      '23505',
      'a second row of the same key',
      sql`insert into source (id, name, publisher) values ('insee', 'x', 'x')`,
    ],
    [
      '23503',
      'a row of an unknown source',
      sql`insert into feed (id, name, source_id) values ('x', 'x', 'unknown')`,
    ],
    [
      '23514',
      'a code out of its list',
      sql`insert into service_area (id, kind, label) values ('x', 'circle', 'x')`,
    ],
    ['23502', 'an absent value', sql`insert into source (id, name) values ('x', 'x')`],
    ['42601', 'a faulty statement', sql`selec 1`],
    ['22P02', 'a text that is no number', sql`select ${'abc'}::int`],
  ])('refuses with %s: %s', async (code, _title, statement) => {
    const refused = await getDb()
      .execute(statement)
      .then(() => null, codeOf);
    expect(refused).toBe(code);
    expect((await getDb().execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  });

  it('undoes a transaction whole when one of its statements fails', async () => {
    const failed = await getDb()
      .transaction(async (tx) => {
        await tx.update(source).set({ name: 'changed' });
        await tx.execute(sql`select 1 / 0`);
      })
      .then(() => null, codeOf);
    expect(failed).toBe('22012');
    expect(await getDb().select({ name: source.name }).from(source)).toEqual([{ name: 'INSEE' }]);
  });

  it('undoes only the inner part when an inner transaction fails and is caught', async () => {
    await getDb().transaction(async (tx) => {
      await tx.update(source).set({ publisher: 'kept' });
      await tx
        .transaction(async (inner) => {
          await inner.update(source).set({ name: 'undone' });
          throw new Error('no');
        })
        .catch(() => undefined);
    });
    const [read] = await getDb().select().from(source);
    expect([read?.name, read?.publisher]).toEqual(['INSEE', 'kept']);
  });

  it('answers queries sent at once, named statements among them, each with its own rows', async () => {
    const named = getDb()
      .select({ id: source.id })
      .from(source)
      .where(eq(source.id, sql.placeholder('id')))
      .prepare('source_by_id');
    const asked = Array.from({ length: 40 }, (_, i) =>
      i % 2 === 0
        ? named.execute({ id: i % 4 === 0 ? 'insee' : 'other' })
        : getDb().execute<{ i: number }>(sql`select ${i}::int as i`),
    );
    const answers = await Promise.all(asked);
    const texts = answers.map((answer) => JSON.stringify('rows' in answer ? answer.rows : answer));
    expect(texts[0]).toBe('[{"id":"insee"}]');
    expect(texts[2]).toBe('[]');
    expect(texts[3]).toBe('[{"i":3}]');
    expect(texts[39]).toBe('[{"i":39}]');
  });

  it('copies rows of awkward text, and all or none of them', async () => {
    const names = ['tab\tand\nline', 'back\\slash \\N', 'quote " \' €', ''];
    const rows = names.map((name, i) => communeRow(`1600${i}`, name));
    expect(await getHandle().copyRows(commune, rows)).toBe(4);
    const read = await getDb().select().from(commune).orderBy(commune.insee);
    expect(read.map(({ name }) => name)).toEqual(names);
    expect(read[0]?.shape).toEqual(aSquare);
    const again = [communeRow('16010', 'new'), communeRow('16000', 'there already')];
    expect(
      await getHandle()
        .copyRows(commune, again)
        .then(() => null, codeOf),
    ).toBe('23505');
    expect(await getDb().$count(commune)).toBe(4);
  });

  it('gives up a copy whose rows cannot be read, and says why', async () => {
    async function* failing() {
      yield communeRow('16001', 'one');
      throw new Error('line 2 is torn');
    }
    await expect(getHandle().copyRows(commune, failing())).rejects.toThrow('line 2 is torn');
    expect(await getDb().$count(commune)).toBe(0);
    expect(await getHandle().copyRows(commune, [])).toBe(0);
  });

  it('says so when the connection of a long load is lost while it waits, and serves the next', async ({
    skip,
  }) => {
    skip(getHandle().kind === 'embedded', 'the embedded database has no connection to lose');
    const load = getHandle().bulkTransaction(async ({ db }) => {
      const { rows } = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await getDb().execute(sql`select pg_terminate_backend(${rows[0]?.pid}::int)`);
      await setTimeout(100);
      await db.execute(sql`select 1`);
    });
    await expect(load).rejects.toThrow();
    const { rows } = await getHandle().bulkTransaction(({ db }) =>
      db.execute(sql`select 1 as still`),
    );
    expect(rows).toEqual([{ still: 1 }]);
  });

  it('inserts thousands of rows within a transaction, and undoes them with it', async () => {
    const rows = Array.from({ length: 6_000 }, (_, i) => communeRow(String(10_000 + i), `C ${i}`));
    await getDb().transaction((tx) => insertRows(tx, commune, rows));
    expect(await getDb().$count(commune)).toBe(6_000);
    const more = [communeRow('17000', 'one more'), communeRow('10000', 'there already')];
    const failed = await getDb()
      .transaction((tx) => insertRows(tx, commune, more))
      .then(() => null, codeOf);
    expect(failed).toBe('23505');
    expect(await getDb().$count(commune)).toBe(6_000);
  });

  it('names the column a row has and the table lacks', async () => {
    const rows = [{ ...aSource, id: 'x', colour: 'red' }];
    await expect(insertRows(getDb(), source, rows)).rejects.toThrow(
      'Table source: no column for « colour »',
    );
  });

  it('hears what is notified on its channel until it stops listening', async () => {
    const heard: string[] = [];
    const stop = await getHandle().listen('directory_changed', (payload) => heard.push(payload));
    await getHandle().notify('directory_changed', 'première « é »');
    await getHandle().notify('another', 'no');
    await expect.poll(() => heard).toEqual(['première « é »']);
    await stop();
    await getHandle().notify('directory_changed', 'unheard');
    await getDb().execute(sql`select 1`);
    expect(heard).toEqual(['première « é »']);
  });
});

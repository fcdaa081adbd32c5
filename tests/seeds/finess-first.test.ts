import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { fileOf, plusDocument, siteOf } from '#tests/seeds/finess-fixture.ts';
import { finessHarness } from '#tests/seeds/finess-harness.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';
import { writeSmallTerritory } from '#tests/support/small-territory.ts';

/** More than the file brings: what is there is not copied then. */
const MANY = 40;

describeOnBoth('a first file of the register', (getDb, getHandle) => {
  const { run, ask } = finessHarness(getHandle);
  const startAnew = async () => {
    await clearTables(getDb());
    await writeSmallTerritory(getDb());
  };
  beforeEach(startAnew);

  const file = () =>
    fileOf(
      plusDocument([
        siteOf('160999011'),
        siteOf('160999012', { categorieentiteGeographiqueExercice: '141' }),
        siteOf('160999013', { etatObjet: 'I' }),
      ]),
    );
  const all = (table: string, order: string) =>
    ask(
      sql`select * from ${sql.identifier(table)} where source_id <> 'registre' order by ${sql.raw(order)}`,
    );
  const directory = async () => ({
    organizations: await all('organization', 'id'),
    places: await all('place', 'id'),
    phones: await all('contact_point', 'entry_id, position'),
    services: await all('service', 'entry_id, position'),
    entries: await all('entry', 'id'),
    sites: await ask(sql`select * from finess_site order by finess`),
    legals: await ask(sql`select * from finess_legal order by finess`),
  });

  it('fills the directory with the same rows, whether others filled it before or not', async () => {
    expect((await run(file())).status).toBe('done');
    const alone = await directory();
    expect(alone.places).toHaveLength(2);
    expect(alone.organizations).toHaveLength(1);
    expect(alone.phones).toHaveLength(4);
    expect(alone.services).toHaveLength(1);
    expect(alone.entries).toHaveLength(2);
    expect(alone.sites).toHaveLength(3);

    await startAnew();
    await getDb().execute(sql`insert into organization (id, name, source_id, confidence)
      select 'autre-' || n, 'Autre', 'registre', 'high' from generate_series(1, ${MANY}) n`);
    expect((await run(file())).status).toBe('done');
    expect(await directory()).toEqual(alone);
    expect(await ask(sql`select from organization`)).toHaveLength(MANY + 1);
  });

  it('leaves what others wrote as it was, under the same identifier too', async () => {
    await getDb().execute(sql`insert into organization (id, name, source_id, confidence)
      values ('finess-160999001', 'Autre nom', 'registre', 'high')`);
    expect((await run(file())).counts).toMatchObject({ organismes: 0, 'lieux montrés': 2 });
    expect(await ask(sql`select id, name, source_id from organization`)).toEqual([
      { id: 'finess-160999001', name: 'Autre nom', source_id: 'registre' },
    ]);
    expect(
      await ask(sql`select distinct organization_id from place where source_id = 'finess'`),
    ).toEqual([{ organization_id: 'finess-160999001' }]);
  });

  it('leaves the tables as they were made: their keys, their columns, their references', async () => {
    const shape = () =>
      ask(sql`select c.relname, (select jsonb_agg(i.indexdef order by i.indexname) from pg_indexes i
          where i.schemaname = 'public' and i.tablename = c.relname) as indexes,
        (select jsonb_agg(a.attname || format_type(a.atttypid, a.atttypmod) || a.attcollation::regcollation || a.attnotnull
          order by a.attnum)
          from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
        (select jsonb_agg(k.conname || pg_get_constraintdef(k.oid) order by k.conname)
          from pg_constraint k where k.conrelid = c.oid or k.confrelid = c.oid) as constraints, c.relpersistence
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname in
          ('finess_site', 'finess_legal', 'organization', 'place', 'contact_point', 'service') order by c.relname`);
    const before = await shape();
    expect((await run(file())).status).toBe('done');
    expect(await shape()).toEqual(before);
    expect(before).toHaveLength(6);
  });
});

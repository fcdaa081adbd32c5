import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '#db/database.ts';
import { listTerritories } from '#db/queries/territory/list-territories.ts';
import { loadOffers } from '#db/queries/transport/load-offers.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { ALL_NEEDS } from '#seeds/demo/directory/all-needs.ts';
import { demoEntries } from '#seeds/demo/directory/entries.ts';
import { loadDemo } from '#seeds/demo/load.ts';
import { DEMO_TERRITORIES } from '#seeds/demo/territory/territories.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { describeOnBoth } from '#tests/support/database.ts';

describeOnBoth('loadDemo', (_, getHandle) => {
  let handle: DatabaseHandle;
  beforeAll(() => {
    handle = getHandle();
  });

  async function ask(query: ReturnType<typeof sql>): Promise<Record<string, unknown> | undefined> {
    return (await handle.db.execute(query)).rows[0];
  }

  /** A fingerprint of what readers see. */
  async function contents(): Promise<unknown> {
    const tables = [
      'entry',
      'entry_need',
      'commune',
      'offer',
      'travel_pattern',
      'service_area',
      'need',
    ];
    const counts = tables.map(
      (table) =>
        sql`(select md5(string_agg(t::text, '' order by t::text)) from ${sql.identifier(table)} t)`,
    );
    return ask(sql`select ${sql.join(counts, sql`, `)}`);
  }

  it('writes every entry, ready for the search, and says it changed something', async () => {
    const steps: string[] = [];
    const outcome = await loadDemo(handle, { onProgress: (message) => steps.push(message) });
    expect(outcome.changed).toBe(true);
    expect(steps.length).toBeGreaterThan(3);
    expect(await ask(sql`select count(*)::int as entries from entry`)).toEqual({
      entries: demoEntries().length,
    });
    expect(await ask(sql`select count(distinct need_id)::int as needs from entry_need`)).toEqual({
      needs: ALL_NEEDS.length,
    });
  });

  it('gives back every offer and every territory as they were described', async () => {
    const sorted = (offers: readonly Offer[]) =>
      offers.map((offer) => ({ ...offer, territoryCodes: offer.territoryCodes.toSorted() }));
    expect(sorted(await loadOffers(handle.db))).toEqual(sorted(DEMO_OFFERS));
    const byCode = (list: readonly { code: string }[]) =>
      [...list].sort((a, b) => a.code.localeCompare(b.code));
    expect(byCode(await listTerritories(handle.db))).toMatchObject(
      byCode(DEMO_TERRITORIES.map(({ communeInsees: _, epcis: __, ...territory }) => territory)),
    );
  });

  it('draws valid schematic shapes that leave no hole in Sud Charente', async () => {
    const found = await ask(sql`
      select count(*)::int as communes, count(*) filter (where shape_kind = 'schematic')::int as schematic,
        bool_and(ST_IsValid(shape)) as valid, ST_NumGeometries(ST_Union(shape)) as pieces,
        (ST_Area(ST_Union(shape)::geography) / 1e6)::int as km2
      from commune join territory_commune using (insee) where territory_code = 'sud-charente'`);
    expect(found).toMatchObject({ communes: 89, schematic: 89, valid: true, pieces: 1 });
    expect(found?.['km2']).toBeGreaterThan(1_200);
    expect(found?.['km2']).toBeLessThan(1_600);
  });

  it('keeps the timetable of line 13 as one active version', async () => {
    expect(
      await ask(sql`select feed_id, valid_from::text, valid_to::text, active,
        (select count(*)::int from gtfs_trip) as trips from feed_version`),
    ).toEqual({
      feed_id: 'ter-demo',
      valid_from: '2025-01-22',
      valid_to: '2025-04-22',
      active: true,
      trips: 29,
    });
  });

  it('changes nothing the second time', async () => {
    const before = await contents();
    expect(await loadDemo(handle)).toMatchObject({ changed: false });
    expect(await contents()).toEqual(before);
    expect(await ask(sql`select count(*)::int as runs from import_run`)).toEqual({ runs: 1 });
  });

  it('writes the same rows again over an older edition, and keeps official contours', async () => {
    const before = await contents();
    await handle.db.execute(sql`update import_run set fingerprint = 'older edition'`);
    await handle.db.execute(sql`update place set name = 'old name' where id = 'msp-chalais'`);
    await handle.db.execute(sql`update commune set shape_kind = 'official' where insee = '16073'`);
    expect(await loadDemo(handle)).toMatchObject({ changed: true });
    expect(await ask(sql`select shape_kind from commune where insee = '16073'`)).toEqual({
      shape_kind: 'official',
    });
    await handle.db.execute(sql`update commune set shape_kind = 'schematic' where insee = '16073'`);
    expect(await contents()).toEqual(before);
  });

  it('keeps the needs a manager said of an offer, of the demonstration or not', async () => {
    await handle.db.execute(
      sql`insert into source (id, name, publisher) values ('own', 'Notre bus', 'La commune')`,
    );
    await handle.db.execute(sql`insert into offer (id, position, kind, name, summary, status, source_id, confidence)
      select 'own-bus', 99, kind, name, summary, status, 'own', confidence from offer
      where id = 'mosc-transport-solidaire'`);
    await handle.db.execute(sql`insert into offer_need values
      ('own-bus', 'vaccination'), ('mosc-antennes', 'mobilite')`);
    await handle.db.execute(sql`update import_run set fingerprint = 'older edition'`);
    await loadDemo(handle);
    const { rows } = await handle.db.execute(sql`select offer_id, need_id from offer_need
      where offer_id in ('own-bus', 'mosc-antennes') order by 1`);
    expect(rows).toEqual([
      { offer_id: 'mosc-antennes', need_id: 'mobilite' },
      { offer_id: 'own-bus', need_id: 'vaccination' },
    ]);
    await handle.db.execute(sql`delete from offer where id = 'own-bus'`);
    await handle.db.execute(sql`delete from source where id = 'own'`);
    await handle.db.execute(sql`delete from offer_need where offer_id = 'mosc-antennes'`);
  });

  it('lets a newer timetable imported into its feed stay in use', async () => {
    await handle.db.execute(sql`update feed_version set active = false`);
    await handle.db.execute(sql`insert into feed_version
      (feed_id, valid_from, valid_to, sha256, imported_at, active)
      values ('ter-demo', '2026-11-01', '2026-12-12', 'imported', now(), true)`);
    await handle.db.execute(sql`update import_run set fingerprint = 'older edition'`);
    await loadDemo(handle);
    const { rows } = await handle.db.execute(
      sql`select sha256 = 'imported' as imported, active from feed_version order by 1`,
    );
    expect(rows).toEqual([
      { imported: false, active: false },
      { imported: true, active: true },
    ]);
  });

  it('leaves everything as it was when a row is refused', async () => {
    const before = await contents();
    await handle.db.execute(sql`update import_run set fingerprint = 'older edition'`);
    await handle.db.execute(
      sql`alter table offer_condition add constraint refuse_all check (position < 0) not valid`,
    );
    await expect(loadDemo(handle)).rejects.toThrow();
    await handle.db.execute(sql`alter table offer_condition drop constraint refuse_all`);
    expect(await contents()).toEqual(before);
  });
});

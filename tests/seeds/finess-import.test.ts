import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { need } from '#db/schema/need.ts';
import { fileOf, NOMENCLATURE, plusDocument, siteOf } from '#tests/seeds/finess-fixture.ts';
import { finessHarness } from '#tests/seeds/finess-harness.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';
import { TERRITORY, writeSmallTerritory } from '#tests/support/small-territory.ts';

describeOnBoth('the register of establishments', (getDb, getHandle) => {
  const { run, nomenclature, ask, shownPlaces } = finessHarness(getHandle);
  beforeEach(async () => {
    await clearTables(getDb());
    await writeSmallTerritory(getDb());
  });

  it('shows its sites, with their organization, phones, point and services', async () => {
    await getDb()
      .insert(need)
      .values({
        id: 'dialyse',
        position: 9,
        group: 'hospital',
        label: { fr: 'Dialyse', en: 'Dialysis' },
        plain: { fr: 'Dialyse', en: 'Dialysis' },
      });
    const report = await run(
      fileOf(
        plusDocument([
          siteOf('160999011'),
          siteOf('160999012', { categorieentiteGeographiqueExercice: '141' }),
        ]),
      ),
    );
    expect(report).toMatchObject({
      status: 'done',
      rejectedCount: 0,
      read: { asOf: '2026-09-05', readCount: 2, keptCount: 2 },
    });
    expect(
      await ask(sql`select p.id, p.name, p.title, p.category, p.category_code, p.street, p.postcode, p.city, p.insee,
        p.point_precision, round(ST_X(p.point::geometry)::numeric, 3)::float as lon, p.as_of, o.name as organization
        from place p join organization o on o.id = p.organization_id where p.id = 'finess-160999011'`),
    ).toEqual([
      {
        id: 'finess-160999011',
        name: 'Maison de Sante des Pres',
        title: 'Maison de santé',
        category: 'health_house',
        category_code: '603',
        street: '4, avenue des Pres',
        postcode: '16190',
        city: 'Montmoreau',
        insee: '16230',
        point_precision: 'address',
        lon: 0.132,
        as_of: '2026-09-05',
        organization: 'Association des Pres',
      },
    ]);
    expect(
      await ask(
        sql`select position, value from contact_point where entry_id = 'finess-160999011' order by position`,
      ),
    ).toEqual([
      { position: 0, value: '05 36 49 00 10' },
      { position: 1, value: '05 36 49 00 11' },
    ]);
    expect(
      await ask(sql`select entry_id, need_id, name from service where source_id = 'finess'`),
    ).toEqual([{ entry_id: 'finess-160999012', need_id: 'dialyse', name: 'Centre de dialyse' }]);
    expect(await ask(sql`select name from entry where id = 'finess-160999011'`)).toHaveLength(1);
  });

  it('changes nothing the second time, and says how many rows are the same when only the date moves', async () => {
    const sites = [siteOf('160999011'), siteOf('160999012', { etatObjet: 'I' })];
    await run(fileOf(plusDocument(sites)));
    expect((await run(fileOf(plusDocument(sites)))).status).toBe('unchanged');
    const next = await run(fileOf(plusDocument(sites, { generatedAt: '2026-09-06T02:00:00Z' })));
    expect(next).toMatchObject({ status: 'done', unchangedCount: 2 });
    expect(await shownPlaces()).toMatchObject([{ id: 'finess-160999011', gone: null }]);
    expect(
      await ask(sql`select count(*)::int as phones from contact_point where source_id = 'finess'`),
    ).toEqual([{ phones: 2 }]);
  });

  it('marks as gone what closes or leaves the file, and shows it again when it comes back', async () => {
    const both = plusDocument([siteOf('160999011'), siteOf('160999012')]);
    await run(fileOf(both));
    await run(
      fileOf(
        plusDocument([
          siteOf('160999011', { info: { dateFermeture: '2026-09-01' } }),
          siteOf('160999013'),
        ]),
      ),
      {
        accept: ['nombre'],
      },
    );
    expect(await shownPlaces()).toMatchObject([
      { id: 'finess-160999011', gone: '2026-09-05' },
      { id: 'finess-160999012', gone: '2026-09-05' },
      { id: 'finess-160999013', gone: null },
    ]);
    await run(fileOf(both));
    expect((await shownPlaces()).map(({ gone }) => gone)).toEqual([null, null, '2026-09-05']);
  });

  it('refuses what it cannot use, with the place, the column, the value and the reason', async () => {
    const usable = Array.from({ length: 30 }, (_, index) => siteOf(`1609990${index + 30}`));
    const report = await run(
      fileOf(
        plusDocument([
          ...usable,
          siteOf('160999030', { info: { nomEgeLong: 'DOUBLE' } }),
          siteOf('16-bad'),
          siteOf('160999081', { etatObjet: 'Z' }),
          siteOf('160999082', { address: { cogCommune: '1623' } }),
          siteOf('160999083', { address: { cogCommune: '16999' } }),
          siteOf('160999084', { categorieentiteGeographiqueExercice: '219' }),
        ]),
      ),
    );
    expect(report).toMatchObject({
      status: 'done',
      rejectedCount: 6,
      read: { readCount: 36, keptCount: 30 },
    });
    expect(
      report.rejects.map(({ column, value, reason }) => [column, value, reason.split(' :')[0]]),
    ).toEqual([
      ['etatObjet', 'Z', 'État attendu A (actif) ou I (inactif), pour le site 160999081.'],
      ['numéro FINESS', '16-BAD', 'Numéro FINESS attendu'],
      ['numéro FINESS', '160999030', 'Numéro FINESS déjà vu dans ce fichier'],
      ['commune', '1623', 'Code de commune attendu'],
      ['commune', '16999', 'Commune inconnue ici. Site 160999083.'],
      ['catégorie', '219', 'Code sans libellé connu'],
    ]);
  });

  it('keeps categories it does not show, refuses codes absent from the nomenclature, hides closed ones', async () => {
    expect(await nomenclature(fileOf(NOMENCLATURE, 'categories.xml'))).toMatchObject({
      status: 'done',
      read: { asOf: '2025-05-26' },
      counts: { catégories: 4, 'dont closes': 1 },
    });
    const others = Array.from({ length: 6 }, (_, index) => siteOf(`16099906${index}`));
    const report = await run(
      fileOf(
        plusDocument([
          ...others,
          siteOf('160999011', { categorieentiteGeographiqueExercice: '696' }),
          siteOf('160999012', { categorieentiteGeographiqueExercice: '500' }),
          siteOf('160999013', { categorieentiteGeographiqueExercice: '183' }),
        ]),
      ),
    );
    expect(report.counts['sites de catégories non montrées']).toBe(2);
    expect(report.rejects).toMatchObject([{ value: '183' }]);
    expect(
      await ask(
        sql`select finess, category_label from finess_site where category_code in ('696', '500') order by 1`,
      ),
    ).toEqual([
      { finess: '160999011', category_label: 'Groupement de moyens' },
      { finess: '160999012', category_label: 'Maison de retraite' },
    ]);
    expect((await shownPlaces()).map(({ id }) => id)).toEqual(
      others.map((_, index) => `finess-16099906${index}`),
    );
  });

  it('follows merged communes, and leaves out those that are not asked for or not known here', async () => {
    const report = await run(
      fileOf(
        plusDocument([
          siteOf('160999011', { address: { cogCommune: '16004' } }),
          siteOf('240999012', { address: { cogCommune: '24999' } }),
          siteOf('330999013', { address: { cogCommune: '33063' } }),
        ]),
      ),
      { territoryCodes: [TERRITORY] },
    );
    expect(report).toMatchObject({
      status: 'done',
      rejectedCount: 0,
      read: { readCount: 3, keptCount: 1 },
    });
    expect(await ask(sql`select id, insee from place where source_id = 'finess'`)).toEqual([
      { id: 'finess-160999011', insee: '16230' },
    ]);
    await expect(run(fileOf(plusDocument([])), { territoryCodes: ['nulle-part'] })).rejects.toThrow(
      'Territoire inconnu',
    );
  });

  it('says nothing of the départements a file does not speak of', async () => {
    await run(
      fileOf(
        plusDocument([
          siteOf('160999011'),
          siteOf('240999012', { address: { cogCommune: '24999' }, point: {} }),
        ]),
      ),
    );
    await run(fileOf(plusDocument([siteOf('160999011')], { generatedAt: '2026-10-01' })), {
      accept: ['nombre'],
    });
    expect((await shownPlaces()).map(({ gone }) => gone)).toEqual([null, null]);
  });

  it('brings down to its commune a point far from it, and refuses a file of such points', async () => {
    const far = {
      directionLatitude: '48.85',
      directionLongitude: '2.35',
      cleInInteropBAN: '16230_0100_00004',
    };
    const near = Array.from({ length: 30 }, (_, index) => siteOf(`1609990${index + 30}`));
    const report = await run(fileOf(plusDocument([...near, siteOf('160999011', { point: far })])));
    expect(report).toMatchObject({
      status: 'done',
      counts: { 'points trop loin de leur commune': 1 },
    });
    expect(
      await ask(sql`select point, point_precision from place where id = 'finess-160999011'`),
    ).toEqual([{ point: null, point_precision: 'commune' }]);
    const swapped = await run(
      fileOf(
        plusDocument([
          ...near.slice(3),
          siteOf('160999011', { point: far }),
          siteOf('160999012', { point: far }),
        ]),
      ),
    );
    expect(swapped.checks.filter(({ passed }) => !passed).map(({ guard }) => guard)).toEqual([
      'coordonnees',
    ]);
  });

  it('shows under its category what was only the premises of a practice', async () => {
    await getDb().execute(sql`insert into place (id, name, finess, insee, source_id, confidence)
      values ('local', 'Local', '160999011', '16230', 'registre', 'medium')`);
    for (const generatedAt of ['2026-09-05', '2026-09-06']) {
      await run(fileOf(plusDocument([siteOf('160999011')], { generatedAt })));
      const [shown] = await ask(sql`select title from entry where id = 'local'`);
      expect(shown).toEqual({ title: 'Maison de santé' });
    }
  });
});

import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { place } from '#db/schema/directory.ts';
import {
  etalabSite,
  fileOf,
  NOMENCLATURE,
  plusDocument,
  siteOf,
} from '#tests/seeds/finess-fixture.ts';
import { finessHarness } from '#tests/seeds/finess-harness.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';
import { writeSmallTerritory } from '#tests/support/small-territory.ts';

describeOnBoth('the register beside other sources', (getDb, getHandle) => {
  const { run, nomenclature, activities, equipment, ask, shownPlaces } = finessHarness(getHandle);

  beforeEach(async () => {
    await clearTables(getDb());
    await writeSmallTerritory(getDb());
  });

  it('links the entry that already has the number, and lets the register say its name, address and phone', async () => {
    await getDb().insert(place).values({
      id: 'maison-des-pres',
      name: 'La maison',
      category: 'health_house',
      title: 'Maison de santé des Prés',
      finess: '160999011',
      insee: '16230',
      city: 'Montmoreau',
      sourceId: 'registre',
      confidence: 'medium',
    });
    await run(fileOf(plusDocument([siteOf('160999011')])));
    expect(await shownPlaces()).toEqual([]);
    expect(
      await ask(sql`select source_key, entry_id, rule, confidence::float as sure from entity_link`),
    ).toEqual([{ source_key: '160999011', entry_id: 'maison-des-pres', rule: 'finess', sure: 1 }]);
    expect(
      await ask(
        sql`select name, title, street, point_precision, source_id from place where id = 'maison-des-pres'`,
      ),
    ).toEqual([
      {
        name: 'Maison de Sante des Pres',
        title: 'Maison de santé des Prés',
        street: '4, avenue des Pres',
        point_precision: 'address',
        source_id: 'registre',
      },
    ]);
    expect(
      await ask(
        sql`select value from claim where entry_id = 'maison-des-pres' and field = 'name' order by source_id`,
      ),
    ).toEqual([{ value: 'Maison de Sante des Pres' }, { value: 'La maison' }]);
  });

  it('never makes again a link a person rejected: the site has its own entry', async () => {
    await getDb().insert(place).values({
      id: 'autre',
      name: 'Autre',
      finess: '160999011',
      insee: '16230',
      sourceId: 'registre',
      confidence: 'medium',
    });
    await getDb().execute(sql`insert into entity_link (source_id, source_key, entry_id, rule, confidence, status)
      values ('finess', '160999011', 'autre', 'finess', 1, 'rejected')`);
    await run(fileOf(plusDocument([siteOf('160999011')])));
    expect(await shownPlaces()).toMatchObject([{ id: 'finess-160999011' }]);
    expect(await ask(sql`select name from place where id = 'autre'`)).toEqual([{ name: 'Autre' }]);
  });

  it('reads the old headless file, in Windows-1252, with its points in metres', async () => {
    const rows = [
      'finess;etalab;98;2026-05-12',
      etalabSite('160999021', { 3: 'PHARMACIE DU PRÉ' }),
      etalabSite('160999022', {
        3: 'FOYER "LES ROSES"',
        18: '202',
        19: 'Résidences autonomie',
        15: '16190 MONTMOREAU CEDEX 2',
      }),
      'geolocalisation;160999021;475300.0;6481000.0;1,ATLASANTE,96,BAN,EPSG:2154 RGF93;2026-05-12',
      'inconnu;160999023',
    ];
    const report = await run(
      {
        ...fileOf(''),
        ...fileOf(Buffer.from(rows.join('\n'), 'latin1').toString('latin1'), 'etalab.csv'),
      },
      {},
    );
    expect(report).toMatchObject({
      status: 'done',
      read: { asOf: '2026-05-12', readCount: 3, keptCount: 2 },
    });
    expect(report.rejects).toMatchObject([{ line: 5, column: 'section', value: 'inconnu' }]);
    expect(
      await ask(sql`select name, title, postcode, point_precision, round(ST_X(point::geometry)::numeric, 1)::float as lon,
        round(ST_Y(point::geometry)::numeric, 1)::float as lat from place where source_id = 'finess' order by id`),
    ).toEqual([
      {
        name: 'Pharmacie du Pré',
        title: 'Pharmacie',
        postcode: '16190',
        point_precision: 'address',
        lon: 0.1,
        lat: 45.4,
      },
      {
        name: 'Foyer "les Roses"',
        title: 'Résidence autonomie',
        postcode: '16190',
        point_precision: 'commune',
        lon: null,
        lat: null,
      },
    ]);
  });

  it('adds what sites are authorised to do, and keeps it when the sites come again', async () => {
    await run(
      fileOf(plusDocument([siteOf('160999011', { categorieentiteGeographiqueExercice: '355' })])),
    );
    const activity = (codeNature: string, code: object, state = 'A') => ({
      caracteristiquesGeneriques: { etatObjet: state, dateDebutActiviteAutorisee: '2009-06-10' },
      nature: {
        codeNature,
        caracteristiquesSpecifiques: { activiteAeId: null, [`typeActivite${codeNature}`]: code },
      },
      capacite: [{ nombre: '30', statutCapacite: '09' }],
    });
    const document = {
      generatedAt: '2026-09-05T02:06:22Z',
      pmej: [
        {
          numFiness: '160999001',
          activitesAutorisees: [],
          ege: [
            {
              numFinessEge: '160999011',
              activitesExercees: [
                activity('AMF', { activiteAMF: '14', modaliteActivite: '23', formeActivite: '14' }),
                activity(
                  'AMF',
                  { activiteAMF: '02', modaliteActivite: '00', formeActivite: '01' },
                  'I',
                ),
                activity('ASOCR', {
                  activiteSocialeRegulee: '358',
                  modeFonctionnement: '16',
                  public: '700',
                }),
                activity('EML', { typeEmlId: '4' }),
              ],
            },
            {
              numFinessEge: '999999999',
              activitesExercees: [activity('AMF', { activiteAMF: '01' })],
            },
          ],
        },
      ],
    };
    const report = await activities(fileOf(document, 'finess-activites.json'));
    expect(report).toMatchObject({
      status: 'done',
      read: { readCount: 5, keptCount: 3 },
      counts: { 'activités non montrées': 1, 'activités arrêtées, laissées': 1 },
    });
    const services = () =>
      ask(
        sql`select name, source_id from service where entry_id = 'finess-160999011' order by name`,
      );
    const expected = [
      { name: 'Soins infirmiers à domicile', source_id: 'finess-activites' },
      { name: 'Urgences', source_id: 'finess-activites' },
    ];
    expect(await services()).toEqual(expected);
    expect((await activities(fileOf(document, 'finess-activites.json'))).status).toBe('unchanged');
    await run(
      fileOf(
        plusDocument([siteOf('160999011', { categorieentiteGeographiqueExercice: '355' })], {
          generatedAt: '2026-09-07',
        }),
      ),
    );
    expect(await services()).toEqual(expected);
  });

  it('reads the old tables of activities and equipment, by their codes and labels', async () => {
    await run(fileOf(plusDocument([siteOf('160999011')])));
    const care =
      'nofinesset;activite;modalite;forme;libactivite;libmodalite;libforme;datemeo;datefin\n160999011;04;06;01;Psychiatrie;Générale;;2001-08-03;\nbad;04;06;01;a;b;c;;\n160999011;99;06;01;a;b;c;;\n160999011;98;06;01;a;b;c;;\n160999011;97;06;01;a;b;c;;\n';
    expect(await activities(fileOf(care, 'soins.csv'))).toMatchObject({
      status: 'done',
      rejectedCount: 1,
      read: { readCount: 5, keptCount: 4 },
    });
    const tools =
      'nofinesset;libde_equipement;libta_equipement;client;capinstot\n160999011;Soins infirmiers à Domicile;Prestation;Personnes Agées;30\n';
    expect((await equipment(fileOf(tools, 'equipements.csv'))).status).toBe('done');
    expect(
      await ask(
        sql`select name, note from service where entry_id = 'finess-160999011' order by name`,
      ),
    ).toEqual([
      { name: 'Psychiatrie de l’adulte', note: null },
      { name: 'Soins infirmiers à Domicile', note: 'Personnes Agées, 30 places' },
    ]);
  });

  it('writes nothing of a file that is cut, nor when it only tries', async () => {
    const text = JSON.stringify(plusDocument([siteOf('160999011'), siteOf('160999012')]));
    await expect(run(fileOf(text.slice(0, -40)))).rejects.toThrow(
      /finess-structures\.json.*(coupé|JSON illisible)/,
    );
    await expect(nomenclature(fileOf(NOMENCLATURE.slice(0, -30)))).rejects.toThrow(
      'coupé avant sa fin',
    );
    expect((await run(fileOf(text), {}, true)).status).toBe('dry_run');
    expect(await shownPlaces()).toEqual([]);
    expect(await ask(sql`select 1 from finess_site`)).toEqual([]);
  });

  it('refuses a file without a site in the communes asked, and names both', async () => {
    const report = await run(
      fileOf(plusDocument([siteOf('330999013', { address: { cogCommune: '33063' } })])),
    );
    expect(report.status).toBe('failed');
    expect(report.checks[0]?.detail).toBe(
      'aucun dans les 3 communes connues ici (Aubeterre-sur-Dronne, Montmoreau, Loinville ; départements 16, 24) ; le fichier parle de : département 33',
    );
    await clearTables(getDb());
    const empty = await run(fileOf(plusDocument([siteOf('330999014')])));
    expect(empty.checks[0]?.detail).toBe('aucun ; importez d’abord les communes');
  });

  it('refuses to lose many establishments at once, and changes nothing then', async () => {
    const many = Array.from({ length: 60 }, (_, index) => siteOf(`1609990${index + 10}`));
    await run(fileOf(plusDocument(many)));
    const report = await run(fileOf(plusDocument(many.slice(30))));
    expect(report.checks.filter(({ passed }) => !passed).map(({ guard }) => guard)).toContain(
      'baisse',
    );
    expect(
      await ask(
        sql`select count(*)::int as live from place where source_id = 'finess' and gone_on is null`,
      ),
    ).toEqual([{ live: 60 }]);
  });
});

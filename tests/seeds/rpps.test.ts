import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { officialCommune } from '#db/schema/commune-history.ts';
import { practice, professional } from '#db/schema/directory.ts';
import type { ImportFile, ImportOptions } from '#seeds/pipeline/source.ts';
import { addPlace, addPractice, provenance } from '#tests/db/rows.ts';
import { addGround, type RppsRow, runRpps } from '#tests/seeds/rpps-rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

describeOnBoth('the import of the register of professionals', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addGround(getDb());
  });

  const run = (file: readonly RppsRow[] | ImportFile, options: Partial<ImportOptions> = {}) =>
    runRpps(getHandle(), file, options);
  const ask = async (query: ReturnType<typeof sql>) => (await getDb().execute(query)).rows;
  const entries = () =>
    ask(sql`select id, category, name, title, place_name, street, city, insee, phone ->> 'dial' as dial
      from entry order by id`);
  const idsShown = async () => (await entries()).map(({ id }) => id);

  it('makes one practice of the rows of one person and structure: the most telling speciality', async () => {
    const eyes = { 'Code savoir-faire': 'SM38', 'Téléphone 2 (coord. structure)': '0199000002' };
    const report = await run([{}, eyes, { 'Code savoir-faire': 'C12' }]);
    expect(report.rejects).toEqual([]);
    expect(report.read).toMatchObject({ readCount: 3, keptCount: 3, asOf: '2026-11' });
    expect(await entries()).toEqual([
      {
        id: 'rpps-10900000001-R90000000000001',
        category: 'specialist',
        name: 'Dr Camille Claircombe',
        title: 'Ophtalmologue',
        place_name: 'Cabinet de la Source Inventee',
        street: '3, rue du Puits',
        city: 'Aubeterre sur Dronne',
        insee: '16020',
        dial: '+33536490001',
      },
    ]);
    expect(await ask(sql`select need_id from entry_need order by 1`)).toEqual([
      { need_id: 'medecin-ophtalmologue' },
      { need_id: 'ophtalmologue' },
    ]);
    expect(await ask(sql`select position, name from service order by position`)).toEqual([
      { position: 0, name: 'Ophtalmologue' },
      { position: 1, name: 'x' },
    ]);
    expect(await ask(sql`select value from contact_point order by position`)).toEqual([
      { value: '05 36 49 00 01' },
      { value: '01 99 00 00 02' },
    ]);
    expect(await ask(sql`select point_precision from entry`)).toEqual([
      { point_precision: 'commune' },
    ]);
  });

  it('makes one practice of rows that do not follow each other', async () => {
    const other = { 'Identifiant PP': '10900000002' };
    await run([{ 'Code savoir-faire': 'SM38' }, other, {}]);
    expect((await entries()).map(({ id, title }) => [id, title])).toEqual([
      ['rpps-10900000001-R90000000000001', 'Ophtalmologue'],
      ['rpps-10900000002-R90000000000001', 'Médecin généraliste'],
    ]);
    expect(await ask(sql`select count(*)::int as n from place`)).toEqual([{ n: 1 }]);
  });

  it('leaves out hospitals, substitutes and persons without a place, and refuses unknown codes', async () => {
    const report = await run([
      {},
      { "Code secteur d'activité": 'SA01', 'Code mode exercice': 'S' },
      { 'Code genre activité': 'GENR02' },
      { 'Code postal (coord. structure)': '', 'Code commune (coord. structure)': '' },
      { 'Code profession': '97', 'Libellé profession': 'Magnétiseur' },
      { 'Identifiant PP': '123' },
      { 'Code commune (coord. structure)': '33063', 'Code postal (coord. structure)': '33000' },
    ]);
    expect(await idsShown()).toEqual(['rpps-10900000001-R90000000000001']);
    expect(report.read).toMatchObject({ readCount: 7, keptCount: 1 });
    expect(report.rejects.map(({ line, column, value }) => [line, column, value])).toEqual([
      [6, 'Code profession', '97 Magnétiseur'],
      [7, 'Identifiant PP', '123'],
    ]);
  });

  it('with the list of Insee, leaves out the communes of elsewhere and refuses those of nowhere', async () => {
    await getDb()
      .insert(officialCommune)
      .values([
        { insee: '16020', kind: 'COM', name: 'Aubeterre-sur-Dronne' },
        { insee: '33063', kind: 'COM', name: 'Bordeaux' },
      ]);
    const report = await run([
      {},
      { 'Identifiant PP': '10900000002', 'Code commune (coord. structure)': '33063' },
      { 'Identifiant PP': '10900000003', 'Code commune (coord. structure)': '99999' },
    ]);
    expect(report.read).toMatchObject({ readCount: 3, keptCount: 1 });
    expect(report.rejects.map(({ line, column, value }) => [line, column, value])).toEqual([
      [4, 'Code commune (coord. structure)', '99999 16390 AUBETERRE SUR DRONNE'],
    ]);
  });

  it('finds the commune of today by a former code, or by postcode and name', async () => {
    const at = (rpps: string, code: string, postcode: string, name: string): RppsRow => ({
      'Identifiant PP': rpps,
      'Code commune (coord. structure)': code,
      'Code postal (coord. structure)': postcode,
      'Libellé commune (coord. structure)': name,
    });
    await run([
      at('10900000001', '24999', '24410', 'FESTALEMPS'),
      at('10900000002', '', '24410', 'ST PRIVAT CEDEX'),
    ]);
    expect((await entries()).map(({ insee }) => insee)).toEqual(['24001', '24001']);
  });

  it('keeps to the territory asked, and counts the rest neither kept nor refused', async () => {
    const report = await run(
      [
        {},
        { 'Identifiant PP': '10900000002', 'Code commune (coord. structure)': '24001' },
        { 'Identifiant PP': '10900000003', 'Code commune (coord. structure)': '75056' },
      ],
      { territoryCodes: ['sud'] },
    );
    expect(await idsShown()).toEqual(['rpps-10900000001-R90000000000001']);
    expect(report).toMatchObject({ rejectedCount: 0, read: { readCount: 3, keptCount: 1 } });
  });

  it('practises at the site of its FINESS number once that is known', async () => {
    const row = { 'Numéro FINESS site': '160000001' };
    await run([row]);
    expect(await ask(sql`select place_id from practice`)).toEqual([
      { place_id: 'rpps-structure-R90000000000001' },
    ]);
    await addPlace(getDb(), 'finess-160000001', { finess: '160000001', name: 'Maison de santé' });
    await run([row, { ...row, 'Identifiant PP': '10900000002' }]);
    expect(await ask(sql`select place_id from practice order by id`)).toEqual([
      { place_id: 'finess-160000001' },
      { place_id: 'finess-160000001' },
    ]);
  });

  it('changes nothing the second time, marks leavers gone and shows them again when they return', async () => {
    const [first, second] = [{}, { 'Identifiant PP': '10900000002' }];
    await run([first, second]);
    const before = await entries();
    const again = await run([second, first]);
    expect(again).toMatchObject({ status: 'done', unchangedCount: 2 });
    expect(again.counts).toMatchObject({
      'lieux d’exercice nouveaux ou changés': 0,
      professionnels: 0,
      téléphones: 0,
    });
    expect(await entries()).toEqual(before);
    expect((await run([second, first])).status).toBe('unchanged');

    await run([first]);
    expect(await idsShown()).toEqual(['rpps-10900000001-R90000000000001']);
    expect(
      await ask(sql`select id, gone_on::text from practice where gone_on is not null`),
    ).toEqual([{ id: 'rpps-10900000002-R90000000000001', gone_on: '2026-11-22' }]);
    await run([first, second]);
    expect(await entries()).toEqual(before);
  });

  it('follows a change of name and of phone', async () => {
    await run([{}]);
    await run([{ "Nom d'exercice": 'HAUTEVIGNE', 'Téléphone (coord. structure)': '0536490009' }]);
    expect(await entries()).toMatchObject([
      { name: 'Dr Camille Hautevigne', dial: '+33536490009' },
    ]);
    expect(await ask(sql`select count(*)::int as n from contact_point`)).toEqual([{ n: 1 }]);
  });

  it('speaks of the practice another source brought of a professional with this number', async () => {
    await addPractice(getDb(), 'curated', { name: 'Dr Claircombe', demonstration: false });
    await getDb().update(professional).set({ rpps: '10900000001' });
    await run([{}]);
    expect(await idsShown()).toEqual(['curated']);
    expect(
      await ask(sql`select source_key, entry_id, rule from entity_link where source_id = 'rpps'`),
    ).toEqual([
      {
        source_key: 'rpps-10900000001-R90000000000001',
        entry_id: 'curated',
        rule: 'rpps_number',
      },
    ]);
    expect(await ask(sql`select phone ->> 'dial' as dial from entry`)).toEqual([
      { dial: '+33536490001' },
    ]);
  });

  it('lets what a person said of a practice stand, known before the first file came', async () => {
    const id = 'rpps-10900000001-R90000000000001';
    await getDb().execute(sql`insert into claim (entry_id, field, value, source_id, as_of, confirmed_on, confidence)
      values (${id}, 'phone', '{"dial": "+33536490009", "display": "05 36 49 00 09", "label": null}', 'facts',
        '2026-11', '2026-11-01', 'high')`);
    await addPractice(getDb(), 'curated', { name: 'Dr Claircombe', demonstration: false });
    await run([{}, { 'Identifiant PP': '10900000002' }]);
    expect(
      await ask(
        sql`select id, phone ->> 'dial' as dial from entry where source_id = 'rpps' order by id`,
      ),
    ).toEqual([
      { id, dial: '+33536490009' },
      { id: 'rpps-10900000002-R90000000000001', dial: '+33536490001' },
    ]);
    expect(
      await ask(
        sql`select source_id, value ->> 'dial' as dial from claim where entry_id = ${id} order by 1`,
      ),
    ).toEqual([
      { source_id: 'facts', dial: '+33536490009' },
      { source_id: 'rpps', dial: '+33536490001' },
    ]);
    expect(
      await ask(sql`select nspname from pg_namespace where nspname like '%incoming%'`),
    ).toEqual([]);
  });

  it('hides demonstrations of a kind that a commune really has', async () => {
    await addPractice(getDb(), 'invented-gp');
    await addPractice(getDb(), 'invented-nurse', { category: 'nurse', title: 'Infirmier' });
    await addPractice(getDb(), 'invented-far', { insee: '24001' });
    await run([{}]);
    expect(await idsShown()).toEqual([
      'invented-far',
      'invented-nurse',
      'rpps-10900000001-R90000000000001',
    ]);
    expect(await getDb().select({ id: practice.id }).from(practice)).toHaveLength(4);
  });

  it('gives its provenance', async () => {
    await run([{}]);
    expect(
      await ask(sql`select source_id, as_of, confidence from entry where confirmed_on is null`),
    ).toEqual([{ source_id: 'rpps', as_of: '2026-11', confidence: provenance.confidence }]);
  });
});

import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { practice, professional } from '#db/schema/directory.ts';
import { need, needCategory } from '#db/schema/need.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { describeImport } from '#seeds/pipeline/report.ts';
import { type ImportReport, runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportFile, ImportOptions } from '#seeds/pipeline/source.ts';
import { rppsSource } from '#seeds/sources/rpps/source.ts';
import { RPPS_HEADER } from '#tests/bench/rpps-shaped.ts';
import {
  addCommune,
  addPlace,
  addPractice,
  addSource,
  addTerritory,
  provenance,
} from '#tests/db/rows.ts';
import { makeZip } from '#tests/seeds/gtfs-zip.ts';
import { type RppsRow, rppsFile, rppsText } from '#tests/seeds/rpps-rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const OPTIONS: ImportOptions = {
  territoryCodes: [],
  feedId: null,
  asOf: '2026-11',
  now: new Date('2026-11-22T08:00:00Z'),
  accept: ['nombre', 'rejets'],
  onProgress: () => undefined,
};
const label = { fr: 'x', en: 'x' };

async function addGround(db: Database): Promise<void> {
  await addSource(db);
  await addTerritory(db, 'sud');
  await addCommune(db, '16020', 'Aubeterre-sur-Dronne', { postcodes: ['16390'], territory: 'sud' });
  await addCommune(db, '24001', 'Saint-Privat', { postcodes: ['24410'], former: ['Festalemps'] });
  await db.insert(need).values([
    { id: 'medecin-generaliste', position: 0, group: 'doctor', label, plain: label },
    { id: 'ophtalmologue', position: 1, group: 'doctor', label, plain: label },
  ]);
  await db
    .insert(needCategory)
    .values({ needId: 'medecin-generaliste', category: 'gp', position: 0 });
}

describeOnBoth('the import of the register of professionals', (getDb, getHandle) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addGround(getDb());
  });

  const run = (
    file: readonly RppsRow[] | ImportFile,
    options: Partial<ImportOptions> = {},
  ): Promise<ImportReport> =>
    runImport(
      getHandle(),
      rppsSource,
      'open' in file ? file : rppsFile(file),
      { ...OPTIONS, ...options },
      { dryRun: false, clock: Date.now },
    );
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
      { need_id: 'ophtalmologue' },
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
      { 'Code commune (coord. structure)': '99999', 'Code postal (coord. structure)': '99999' },
    ]);
    expect(await idsShown()).toEqual(['rpps-10900000001-R90000000000001']);
    expect(report.read).toMatchObject({ readCount: 7, keptCount: 1 });
    expect(report.rejects.map(({ line, column, value }) => [line, column, value])).toEqual([
      [6, 'Code profession', '97 Magnétiseur'],
      [7, 'Identifiant PP', '123'],
      [8, 'Code commune (coord. structure)', '99999 99999 AUBETERRE SUR DRONNE'],
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

  it('swaps nothing when too many would be gone', async () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      'Identifiant PP': String(10_900_000_000 + i),
    }));
    await run(many);
    const before = await entries();
    const report = await run(many.slice(0, 10));
    expect(report.status).toBe('failed');
    expect(describeImport(report)).toContain('20 sur 30');
    expect(await entries()).toEqual(before);
  });

  it('reads the other spellings of the header, a zip, and lines that are not UTF-8', async () => {
    const drifted = rppsText([{ "Nom d'exercice": 'BRÉHAULT' }], RPPS_HEADER, (name) =>
      name
        .replace("d'exercice", 'exercice')
        .replace('coord. structure', 'coord. Structure')
        .replace('Code fonction', 'Code rôle'),
    );
    const latin = Buffer.from(drifted, 'latin1');
    const path = 'PS_LibreAcces_Personne_activite_202611220800.txt';
    const zip = makeZip([
      { path, content: latin },
      { path: 'PS_LibreAcces_SavoirFaire_202611220800.txt', content: 'a|b|\n' },
    ]);
    const report = await run(memoryFile('PS_LibreAcces.zip', zip));
    expect(report.rejects).toEqual([]);
    expect(await entries()).toMatchObject([{ name: 'Dr Camille Bréhault' }]);
  });

  it('does without the columns of know-how', async () => {
    const header = RPPS_HEADER.filter((name) => !name.includes('savoir-faire'));
    await run(memoryFile('activite.txt', Buffer.from(rppsText([{}], header))));
    expect(await entries()).toMatchObject([{ title: 'Médecin généraliste' }]);
  });

  it.each<[string, string, RegExp]>([
    ['a page instead of the file', '<!DOCTYPE html><html></html>', /activite\.txt/],
    ['another separator', rppsText([{}]).replaceAll('|', ';'), /activite\.txt/],
    ['missing columns', 'Identifiant PP|Nom\n1|2\n', /Code profession/],
  ])('says what is wrong and writes nothing: %s', async (_, text, said) => {
    await run([{}]);
    const before = await entries();
    await expect(run(memoryFile('activite.txt', Buffer.from(text)))).rejects.toThrow(said);
    expect(await entries()).toEqual(before);
  });

  it('refuses a row cut short, and keeps the others', async () => {
    const text = `${rppsText([{}])}8|10900000002|CLAIRCOMBE|\n`;
    const report = await run(memoryFile('activite.txt', Buffer.from(text)));
    expect(report.rejects).toMatchObject([{ line: 3, value: null }]);
    expect(await idsShown()).toHaveLength(1);
  });

  it('gives its provenance', async () => {
    await run([{}]);
    expect(
      await ask(sql`select source_id, as_of, confidence from entry where confirmed_on is null`),
    ).toEqual([{ source_id: 'rpps', as_of: '2026-11', confidence: provenance.confidence }]);
  });
});

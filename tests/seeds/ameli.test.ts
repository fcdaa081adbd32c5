import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { getEntry } from '#db/queries/directory/get-entry.ts';
import { place, practice, professional } from '#db/schema/directory.ts';
import { source } from '#db/schema/provenance.ts';
import { commune, communePostcode, territory, territoryCommune } from '#db/schema/territory.ts';
import type { Category } from '#domain/directory/directory.ts';
import { runLinksCommand } from '#seeds/derived/links-command.ts';
import { nameIdentifier, recordOpposition } from '#seeds/pipeline/opposition.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportOptions } from '#seeds/pipeline/source.ts';
import { ameliCentresSource } from '#seeds/sources/ameli/centres-source.ts';
import { ameliSource } from '#seeds/sources/ameli/source.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
const OPTIONS: ImportOptions = {
  territoryCodes: [],
  feedId: null,
  asOf: null,
  accept: [],
  now: NOW,
  onProgress: () => undefined,
};
const HEADER =
  'ps_activite_nom;ps_activite_prenom;ps_activite_civilite;ps_activite_raison_sociale;specialite_code;specialite_libelle;type_ps_code;type_ps_libelle;coordonnees_voie;coordonnees_complement;coordonnees_lieu_dit;coordonnees_code_postal;coordonnees_ville;coordonnees_num_tel;secteur_conventionnel_code;secteur_conventionnel_libelle;nature_exercice_code;nature_exercice_libelle;option_tarifaire_code;option_tarifaire_libelle;activite_particuliere_code;activite_particuliere_libelle';

type Person = {
  last: string;
  first: string;
  speciality?: [code: string, label: string];
  type?: string;
  street?: string;
  postcode?: string;
  phone?: string;
  sector?: [code: string, label: string];
  option?: [code: string, label: string];
};

/** People and numbers of the tests are invented; the numbers are of a range kept for fiction. */
function line(person: Person): string {
  const [code, label] = person.speciality ?? ['01', 'Médecin généraliste'];
  const [sectorCode, sectorLabel] = person.sector ?? ['1', 'Secteur 1'];
  const [optionCode, optionLabel] = person.option ?? ['', ''];
  return [
    person.last,
    person.first,
    '',
    '',
    code,
    label,
    person.type ?? '1',
    'Médecins',
    person.street ?? '12 AV DU GENERAL TEST',
    '',
    '',
    person.postcode ?? '16390',
    'AUBETERRE SUR DRONNE',
    person.phone ?? '',
    sectorCode,
    sectorLabel,
    '1',
    'Libéral',
    optionCode,
    optionLabel,
    '',
    '',
  ].join(';');
}

const fileOf = (lines: readonly string[], name = 'liste-ps-20261019-073015.csv') =>
  memoryFile(name, new TextEncoder().encode(`\ufeff${[HEADER, ...lines].join('\r\n')}\r\n`));

const PROVENANCE = { sourceId: 'rpps', asOf: '2026-10', confidence: 'high' } as const;

async function writePractice(
  db: Database,
  id: string,
  name: string,
  given: { street?: string; postcode?: string; category?: Category; professionCode?: string } = {},
): Promise<void> {
  await db.insert(professional).values({ id: `${id}-p`, name, ...PROVENANCE });
  await db.insert(practice).values({
    id,
    professionalId: `${id}-p`,
    category: given.category ?? 'gp',
    professionCode: given.professionCode ?? '10',
    title: 'Médecin généraliste',
    street: given.street ?? '12 avenue du Général Test',
    postcode: given.postcode ?? '16390',
    city: 'Aubeterre-sur-Dronne',
    insee: '16020',
    ...PROVENANCE,
  });
}

describeOnBoth('the directory of the Assurance Maladie', (getDb, getHandle) => {
  beforeEach(async () => {
    const db = getDb();
    await clearTables(db);
    await db.insert(source).values({ id: 'rpps', name: 'RPPS', publisher: 'Test' });
    await db.insert(commune).values({
      insee: '16020',
      name: 'Aubeterre-sur-Dronne',
      departement: '16',
      point: [0.17, 45.27],
      pointKind: 'bourg',
      population: 360,
      populationYear: 2022,
      ...PROVENANCE,
    });
  });

  const run = (lines: readonly string[], options: Partial<ImportOptions> = {}, name?: string) =>
    runImport(
      getHandle(),
      ameliSource,
      fileOf(lines, name),
      { ...OPTIONS, ...options },
      { dryRun: false, clock: Date.now },
    );
  const ask = async (query: ReturnType<typeof sql>) => (await getDb().execute(query)).rows;
  const links = () =>
    ask(
      sql`select entry_id, rule, round(confidence::numeric, 2)::float as confidence, status from entity_link order by entry_id`,
    );
  const toReview = () =>
    ask(sql`select entry_id, rule, status from duplicate_candidate order by entry_id, rule`);
  const command = async (...words: string[]) => {
    const said: string[] = [];
    await runLinksCommand(getHandle(), words, { now: NOW, say: (text) => said.push(text) });
    return said.join('\n');
  };

  it('recognises a person by name, profession, postcode and street: phone and fees are shown with their source', async () => {
    await writePractice(getDb(), 'cabinet', 'Anne-Marie de la Source');
    const report = await run([
      line({
        last: 'DE LA SOURCE',
        first: 'ANNE MARIE',
        phone: '0536490021',
        sector: ['3', 'Secteur 2'],
        option: ['3', 'OPTAM'],
      }),
    ]);
    expect(report.status).toBe('done');
    expect(report.counts).toMatchObject({ 'fiches rapprochées': 1, 'lignes sans fiche': 0 });
    expect(await links()).toEqual([
      {
        entry_id: 'cabinet',
        rule: 'name_profession_postcode_street',
        confidence: 0.95,
        status: 'auto',
      },
    ]);
    const entry = await getEntry(getDb(), 'cabinet', null);
    expect(entry.phone?.display).toBe('05 36 49 00 21');
    expect(entry.fees).toEqual({ sector: 'Secteur 2', option: 'OPTAM', vitaleCard: 'unknown' });
    expect(entry.assertions).toEqual(
      ['fees', 'phone'].map((field) => ({
        field,
        provenance: {
          sourceId: 'ameli',
          asOf: '2026-10-19',
          confirmedOn: null,
          confidence: 'high',
        },
      })),
    );
  });

  it('another street is weaker, and enough when nobody else fits', async () => {
    await writePractice(getDb(), 'cabinet', 'Camille Rivière', { street: '3 place du Puits' });
    await run([line({ last: 'RIVIERE', first: 'Camille' })]);
    expect(await links()).toMatchObject([{ rule: 'name_profession_postcode', confidence: 0.85 }]);
  });

  it('two that fit are left to a person, and so is a close name at the same door', async () => {
    await writePractice(getDb(), 'un', 'Camille Rivière', { street: '3 place du Puits' });
    await writePractice(getDb(), 'deux', 'Camille Rivière', { street: '5 place du Puits' });
    await writePractice(getDb(), 'proche', 'Dominique Fontaine-Martin', { street: '9 rue Haute' });
    const report = await run([
      line({ last: 'RIVIERE', first: 'Camille' }),
      line({ last: 'FONTAINE', first: 'Dominique', street: '9 R HAUTE' }),
    ]);
    expect(report.counts).toMatchObject({
      'fiches rapprochées': 0,
      'rapprochements à vérifier': 3,
      'lignes sans fiche': 2,
    });
    expect(await toReview()).toEqual([
      { entry_id: 'deux', rule: 'several_fit', status: 'auto' },
      { entry_id: 'proche', rule: 'street_and_close_name', status: 'auto' },
      { entry_id: 'un', rule: 'several_fit', status: 'auto' },
    ]);
    expect(await command('duplicates')).toContain('RIVIERE Camille, Médecin généraliste, 12 AV');
  });

  it('another profession or another postcode is somebody else', async () => {
    await writePractice(getDb(), 'infirmier', 'Camille Rivière', {
      category: 'nurse',
      professionCode: '60',
    });
    await writePractice(getDb(), 'loin', 'Camille Rivière', { postcode: '24340' });
    await run([line({ last: 'RIVIERE', first: 'Camille' })]);
    expect(await links()).toEqual([]);
    expect(await toReview()).toEqual([]);
  });

  it('leaves out laboratories and pharmacies, refuses unknown codes, keeps one row of two', async () => {
    const report = await run([
      line({ last: 'RIVIERE', first: 'Camille', phone: '0536490021' }),
      line({ last: 'PHARMACIE TEST', first: '', type: '4', speciality: ['50', 'Pharmacien'] }),
      line({ last: 'SOURCE', first: 'Lou', type: '2', speciality: ['77', 'Inconnue'] }),
      line({ last: 'PONT', first: 'Alex', postcode: '1639' }),
      line({ last: 'Rivière', first: 'CAMILLE', phone: '05 36 49 00 21' }),
      line({ last: 'RIVIERE', first: 'Camille', phone: '0536490022' }),
    ]);
    expect(report.read).toMatchObject({ readCount: 6, keptCount: 1 });
    expect(report.rejects.map(({ line: at, column, value }) => [at, column, value])).toEqual([
      [4, 'specialite_code', '77 (type 2)'],
      [5, 'coordonnees_code_postal', '1639'],
      [7, 'ps_activite_nom', 'RIVIERE Camille'],
    ]);
    expect(report.rejects[2]?.reason).toContain('ligne 2');
  });

  it('a link a person undid is not made again, the entry is as before, and a person may link', async () => {
    await writePractice(getDb(), 'cabinet', 'Camille Rivière');
    await writePractice(getDb(), 'autre', 'Camille Rivière-Pont', { street: '7 rue Basse' });
    const before = await getEntryOrNull('cabinet');
    await run([line({ last: 'RIVIERE', first: 'Camille', phone: '0536490021' })]);
    const [linked] = await ask(sql`select source_key from entity_link`);
    const key = String(linked?.['source_key']);
    expect(await command('unlink', 'ameli', key)).toBe('Lien défait : cabinet.');
    expect(await getEntryOrNull('cabinet')).toEqual(before);
    await run(
      [line({ last: 'RIVIERE', first: 'Camille', phone: '0536490022' })],
      {},
      'liste-ps-20261026-073015.csv',
    );
    expect(await links()).toMatchObject([{ entry_id: 'cabinet', status: 'rejected' }]);
    expect(await command('link', 'ameli', key, 'autre')).toBe('Lien décidé : autre.');
    expect((await getEntry(getDb(), 'autre', null)).phone?.display).toBe('05 36 49 00 22');
    expect(await command('links', 'ameli')).toContain('1 décidés par une personne');
    await expect(command('unlink', 'ameli', 'inconnu')).rejects.toThrow('Aucun lien');
    await expect(command('link', 'ameli', key, 'personne')).rejects.toThrow('Aucune fiche');
    await expect(command('link', 'ameli', 'inconnu', 'autre')).rejects.toThrow('pas de ligne');
  });

  it('the same file again is nothing to do, and what the next file leaves out goes', async () => {
    await writePractice(getDb(), 'cabinet', 'Camille Rivière');
    const before = await getEntryOrNull('cabinet');
    const first = [line({ last: 'RIVIERE', first: 'Camille', phone: '0536490021' })];
    await run(first);
    expect((await run(first)).status).toBe('unchanged');
    const again = await run(first, { asOf: '2026-10-20' });
    expect([again.status, again.unchangedCount]).toEqual(['done', 1]);
    await run([line({ last: 'PONT', first: 'Alex' })]);
    expect(await getEntryOrNull('cabinet')).toEqual(before);
    expect(await links()).toEqual([]);
  });

  it('a professional who objects is not read, whatever the spelling', async () => {
    await writePractice(getDb(), 'cabinet', 'Camille Rivière');
    await recordOpposition(getDb(), {
      rpps: null,
      names: [nameIdentifier('Rivière', 'Camille', '16390')],
      declaredOn: '2026-11-01',
      note: null,
    });
    const report = await run([
      line({ last: 'RIVIERE', first: 'CAMILLE' }),
      line({ last: 'PONT', first: 'Alex' }),
    ]);
    expect(report.counts['professionnels qui s’opposent']).toBe(1);
    expect(await ask(sql`select last_name from ameli_practice`)).toEqual([{ last_name: 'PONT' }]);
    expect(await links()).toEqual([]);
  });

  it('reads one territory by its postcodes', async () => {
    const db = getDb();
    await db.insert(communePostcode).values({ insee: '16020', postcode: '16390' });
    await db.insert(territory).values({
      code: 'vallee',
      name: 'La vallée',
      holder: 'Test',
      colours: { main: '#000000', soft: '#ffffff' },
      contacts: [],
      helpNumbers: [],
      coverage: 'full',
      ...PROVENANCE,
    });
    await db.insert(territoryCommune).values({ territoryCode: 'vallee', insee: '16020' });
    const people = [
      line({ last: 'RIVIERE', first: 'Camille' }),
      line({ last: 'PONT', first: 'Alex', postcode: '24340' }),
    ];
    const report = await run(people, { territoryCodes: ['vallee'] });
    expect([report.read.keptCount, report.rejectedCount]).toEqual([1, 0]);
    await expect(run(people, { territoryCodes: ['ailleurs'] })).rejects.toThrow(
      'Territoire inconnu : « ailleurs »',
    );
  });

  it('refuses a file of another kind in one sentence, and changes nothing', async () => {
    await expect(
      runImport(
        getHandle(),
        ameliSource,
        memoryFile('liste.csv', new TextEncoder().encode('etab_finess;etab_raison_sociale\n1;2\n')),
        OPTIONS,
        { dryRun: false, clock: Date.now },
      ),
    ).rejects.toThrow('« liste.csv », ligne 1 : colonnes absentes : ps_activite_nom');
    const moved = await run([
      line({ last: 'RIVIERE', first: 'Camille', sector: ['1', 'Secteur 1'] }),
      line({ last: 'PONT', first: 'Alex', sector: ['1', 'Secteur 2'] }),
    ]);
    expect(moved.status).toBe('failed');
    expect(await ask(sql`select count(*)::int as n from ameli_practice`)).toEqual([{ n: 0 }]);
  });

  it('gives health centres their phone by their FINESS number, zeros kept', async () => {
    await getDb()
      .insert(place)
      .values({
        id: 'centre',
        name: 'Centre de santé des Prés',
        category: 'health_centre',
        title: 'Centre de santé',
        finess: '010000123',
        insee: '16020',
        ...PROVENANCE,
      });
    const header =
      'etab_finess;etab_raison_sociale;etab_carte_vitale;etab_apcv;specialite_code;specialite_libelle;type_etab_code;type_etab_libelle;coordonnees_voie;coordonnees_complement;coordonnees_lieu_dit;coordonnees_code_postal;coordonnees_ville;coordonnees_num_tel';
    const row = (finess: string, speciality: string, phone = '0536490031') =>
      `${finess};CENTRE DES PRES;true;false;01;${speciality};1;Centre de santé;1 rue Basse;;;16390;AUBETERRE;${phone}`;
    const report = await runImport(
      getHandle(),
      ameliCentresSource,
      memoryFile(
        'liste-cds-20261019-073015.csv',
        new TextEncoder().encode(
          [
            header,
            row('010000123', 'Médecin généraliste'),
            row('010000123', 'Infirmier', ''),
            row('10000123', 'Infirmier'),
          ].join('\n'),
        ),
      ),
      OPTIONS,
      { dryRun: false, clock: Date.now },
    );
    expect(report.status).toBe('done');
    expect(report.rejects.map(({ line: at, column }) => [at, column])).toEqual([
      [4, 'etab_finess'],
    ]);
    expect(await ask(sql`select finess, specialities, vitale from ameli_centre`)).toEqual([
      { finess: '010000123', specialities: ['Infirmier', 'Médecin généraliste'], vitale: 'yes' },
    ]);
    expect((await getEntry(getDb(), 'centre', null)).phone?.display).toBe('05 36 49 00 31');
  });

  async function getEntryOrNull(id: string) {
    const { rows } = await getDb().execute(sql`select
      (select jsonb_agg(to_jsonb(c)) from contact_point c where c.entry_id = ${id}) as contacts,
      (select to_jsonb(p) from practice p where p.id = ${id}) as practice,
      (select jsonb_agg(a.field) from assertion a where a.subject_id = ${id}) as assertions,
      (select jsonb_agg(c.field) from claim c where c.entry_id = ${id}) as claims`);
    return rows[0];
  }
});

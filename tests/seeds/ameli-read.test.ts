import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getEntry } from '#db/queries/directory/get-entry.ts';
import { place } from '#db/schema/directory.ts';
import { communePostcode } from '#db/schema/territory.ts';
import { nameIdentifier } from '#seeds/pipeline/opposed-names.ts';
import { recordOpposition } from '#seeds/pipeline/opposition.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import { ameliCentresSource } from '#seeds/sources/ameli/centres-source.ts';
import { ameliSource } from '#seeds/sources/ameli/source.ts';
import {
  createAmeliHarness,
  line,
  OPTIONS,
  PROVENANCE,
  writeGround,
  writePractice,
} from '#tests/seeds/ameli-ground.ts';
import { writeVallee } from '#tests/seeds/aubeterre.ts';
import { describeOnBoth } from '#tests/support/database.ts';

describeOnBoth('the directory of the Assurance Maladie', (getDb, getHandle) => {
  beforeEach(() => writeGround(getDb()));

  const { ask, links, run } = createAmeliHarness(getDb, getHandle);

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
    await writeVallee(db, PROVENANCE);
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
});

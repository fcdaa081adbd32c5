import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadDirectoryPoints } from '#db/queries/directory/load-directory-points.ts';
import { suggestEntries } from '#db/queries/directory/suggest-entries.ts';
import { opposeCommand } from '#seeds/derived/oppose-command.ts';
import { nameIdentifier, normalizeName } from '#seeds/pipeline/opposed-names.ts';
import { forgetOpposition, loadOpposition, recordOpposition } from '#seeds/pipeline/opposition.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportOptions } from '#seeds/pipeline/source.ts';
import { ameliSource } from '#seeds/sources/ameli/source.ts';
import { rppsSource } from '#seeds/sources/rpps/source.ts';
import { addCommune, addPractice, addSource, addTerritory } from '#tests/db/rows.ts';
import { type RppsRow, rppsFile } from '#tests/seeds/rpps-rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const RPPS = '10900000001';
const NAMED = 'CLAIRCOMBE CAMILLE|16390';
const OPTIONS: ImportOptions = {
  territoryCodes: [],
  feedId: null,
  asOf: '2026-11',
  now: new Date('2026-11-22T08:00:00Z'),
  accept: ['nombre', 'rejets'],
  onProgress: () => undefined,
};
const OTHER: RppsRow = { 'Identifiant PP': '10900000002', "Nom d'exercice": 'BOISRIVE' };

describe('a name to compare', () => {
  it.each([
    ["d'Hautevigne-Œuvre", 'D HAUTEVIGNE OEUVRE'],
    ['  Bréhault ', 'BREHAULT'],
    ['LE   GOFF', 'LE GOFF'],
  ])('%s is %s', (text, expected) => {
    expect(normalizeName(text)).toBe(expected);
  });

  it('is the same whether both names come as one or two', () => {
    expect(nameIdentifier('Clair-Combe', 'Camille', '16390')).toBe(
      nameIdentifier('CLAIR COMBE CAMILLE', '', '16 390'),
    );
  });
});

describeOnBoth('opposition', (getDb, getHandle) => {
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  const oppose = (...words: string[]) =>
    opposeCommand(getHandle(), words, { now: OPTIONS.now, say });
  const mode = { dryRun: false, again: true, clock: Date.now };
  const importRpps = (rows: readonly RppsRow[]) =>
    runImport(getHandle(), rppsSource, rppsFile(rows), OPTIONS, mode);
  const importAmeli = () =>
    runImport(getHandle(), ameliSource, memoryFile('liste-ps.csv', ameliBytes()), OPTIONS, mode);
  const ask = async (query: ReturnType<typeof sql>) => (await getDb().execute(query)).rows;
  const names = async () =>
    (await ask(sql`select name from entry order by name`)).map(({ name }) => name);

  beforeEach(async () => {
    said.length = 0;
    await clearTables(getDb());
    await addSource(getDb());
    await addTerritory(getDb(), 'sud');
    await addCommune(getDb(), '16020', 'Aubeterre-sur-Dronne', { postcodes: ['16390'] });
  });

  it('keeps hashes that say nothing without the secret of the deployment', async () => {
    const declared = { rpps: RPPS, names: [NAMED], declaredOn: '2026-11-22', note: null };
    await getDb().transaction((tx) => recordOpposition(tx, declared));
    const kept = JSON.stringify(await ask(sql`select * from opposition`));
    expect(kept).not.toContain(RPPS);
    expect(kept).not.toContain('CLAIRCOMBE');
    const [first] = await ask(sql`select min(hash) as hash from opposition`);
    await clearTables(getDb());
    await getDb().transaction((tx) => recordOpposition(tx, declared));
    expect(await ask(sql`select min(hash) as hash from opposition`)).not.toEqual([first]);
  });

  it('is empty until somebody opposes, then knows the number and the name, and a homonym apart', async () => {
    expect((await loadOpposition(getDb())).isEmpty).toBe(true);
    await recordOpposition(getDb(), {
      rpps: RPPS,
      names: [NAMED],
      declaredOn: '2026-11-22',
      note: null,
    });
    const { isOpposed, isEmpty } = await loadOpposition(getDb());
    expect(isEmpty).toBe(false);
    expect(isOpposed('rpps', RPPS)).toBe(true);
    expect(isOpposed('rpps', '10900000002')).toBe(false);
    expect(isOpposed('name', NAMED)).toBe(true);
    expect(isOpposed('name_alone', NAMED)).toBe(false);
    expect(await forgetOpposition(getDb(), 'rpps', RPPS)).toBe(2);
    expect((await loadOpposition(getDb())).isOpposed('name', NAMED)).toBe(false);
  });

  it('removes the professional from view and from every later import of every source', async () => {
    await importRpps([{}, OTHER]);
    await importAmeli();
    expect(await names()).toEqual(['Dr Camille Boisrive', 'Dr Camille Claircombe']);
    expect(await ask(sql`select count(*)::int as n from ameli_practice`)).toEqual([{ n: 2 }]);

    expect(await oppose(RPPS, '--note', 'courrier du 20 novembre')).toBe(true);
    const absent = async () => {
      expect(await names()).toEqual(['Dr Camille Boisrive']);
      const tables = ['practice', 'professional', 'rpps_activity', 'ameli_practice', 'claim'];
      for (const table of [...tables, 'contact_point', 'entity_link', 'place', 'assertion']) {
        const rows = JSON.stringify(await ask(sql`select * from ${sql.identifier(table)}`));
        expect(rows.toUpperCase(), table).not.toMatch(/CLAIRCOMBE|10900000001/);
      }
      const suggested = await suggestEntries(getDb(), {
        text: 'claircombe',
        near: null,
        limit: 5,
      });
      expect(suggested).toEqual([]);
      for await (const points of loadDirectoryPoints(getDb())) {
        expect(points.map(({ name }) => name)).toEqual(['Dr Camille Boisrive']);
      }
    };
    await absent();
    await importRpps([{}, OTHER]);
    await absent();
    await importAmeli();
    await absent();
    const moved = { 'Code postal (coord. structure)': '16391', 'Code savoir-faire': 'SM26' };
    await importRpps([{}, moved, OTHER]);
    await absent();
    expect((await loadOpposition(getDb())).isOpposed('name', 'CLAIRCOMBE CAMILLE|16391')).toBe(
      true,
    );
  });

  it('holds for somebody not yet imported, and lets a homonym be shown', async () => {
    await oppose(RPPS);
    expect(said.join()).toContain('Personne de ce nom');
    await importRpps([{}, { 'Identifiant PP': '10900000003' }]);
    expect(await ask(sql`select id from entry`)).toEqual([
      { id: 'rpps-10900000003-R90000000000001' },
    ]);
  });

  it('by name and postcode removes whoever bears the name, and holds at the next import', async () => {
    await addPractice(getDb(), 'curated', {
      name: 'Dr Camille Claircombe',
      postcode: '16390',
      demonstration: false,
    });
    await importRpps([{}, OTHER]);
    await oppose('--name', 'Claircombe Camille', '--postcode', '16390');
    expect(await names()).toEqual(['Dr Camille Boisrive']);
    await importRpps([{}, OTHER]);
    expect(await names()).toEqual(['Dr Camille Boisrive']);
  });

  it('may be undone, and the next import shows the person again', async () => {
    await importRpps([{}]);
    await oppose(RPPS);
    expect(await oppose('--undo', RPPS)).toBe(true);
    expect(await oppose('--undo', RPPS)).toBe(false);
    await importRpps([{}]);
    expect(await names()).toEqual(['Dr Camille Claircombe']);
  });

  it('is listed by dates and counts, names and numbers aside', async () => {
    await importRpps([{}]);
    await oppose(RPPS);
    await oppose('--name', 'BOISRIVE Camille', '--postcode', '16390');
    said.length = 0;
    await oppose('--list');
    expect(said).toEqual(['2 opposition(s)\n  2026-11-22  2']);
  });

  it.each<[string[], RegExp]>([
    [[], /un numéro RPPS ou un nom est attendu/],
    [['123'], /onze chiffres/],
    [['--name', 'CLAIRCOMBE'], /--postcode attend cinq chiffres/],
    [[RPPS, '--name', 'X', '--postcode', '16390'], /pas les deux/],
    [['--frobnicate'], /Opposition/],
  ])('says what it expects of %j', async (words, message) => {
    await expect(oppose(...words)).rejects.toThrow(message);
  });
});

/** Invented, with numbers kept for fiction. */
function ameliBytes(): Buffer {
  const columns =
    'ps_activite_nom;ps_activite_prenom;ps_activite_civilite;ps_activite_raison_sociale;specialite_code;specialite_libelle;type_ps_code;type_ps_libelle;coordonnees_voie;coordonnees_complement;coordonnees_lieu_dit;coordonnees_code_postal;coordonnees_ville;coordonnees_num_tel;secteur_conventionnel_code;secteur_conventionnel_libelle;nature_exercice_code;nature_exercice_libelle;option_tarifaire_code;option_tarifaire_libelle;activite_particuliere_code;activite_particuliere_libelle';
  const row = (name: string) =>
    `${name};CAMILLE;Mme;;01;Médecin généraliste;1;Médecins;3 RUE DU PUITS;;;16390;AUBETERRE SUR DRONNE;0536490007;1;Secteur 1;1;Libéral intégral;;;;`;
  return Buffer.from(`\uFEFF${columns}\n${row('CLAIRCOMBE')}\n${row('BOISRIVE')}\n`);
}

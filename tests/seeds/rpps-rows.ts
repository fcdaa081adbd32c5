// Rows of the register of invented persons, with only what a test is about spelled out by it.

import type { Database, DatabaseHandle } from '#db/database.ts';
import { need, needCategory } from '#db/schema/need.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { type ImportReport, runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportFile, ImportOptions } from '#seeds/pipeline/source.ts';
import { rppsSource } from '#seeds/sources/rpps/source.ts';
import { RPPS_HEADER } from '#tests/bench/rpps-shaped.ts';
import { addCommune, addSource, addTerritory } from '#tests/db/rows.ts';

/** By a piece of the column's name that no other has. */
export type RppsRow = Readonly<Record<string, string>>;

const USUAL: RppsRow = {
  "Type d'identifiant PP": '8',
  'Identifiant PP': '10900000001',
  "Code civilité d'exercice": 'DR',
  "Nom d'exercice": 'CLAIRCOMBE',
  "Prénom d'exercice": 'CAMILLE',
  'Code profession': '10',
  'Libellé profession': 'Médecin',
  'Code catégorie professionnelle': 'C',
  'Code type savoir-faire': 'S',
  'Code savoir-faire': 'SM54',
  'Code mode exercice': 'L',
  'Identifiant technique de la structure': 'R90000000000001',
  'Raison sociale site': 'CABINET DE LA SOURCE INVENTEE',
  'Numéro Voie (coord. structure)': '3',
  'Libellé type de voie (coord. structure)': 'RUE',
  'Libellé Voie (coord. structure)': 'DU PUITS',
  'Code postal (coord. structure)': '16390',
  'Code commune (coord. structure)': '16020',
  'Libellé commune (coord. structure)': 'AUBETERRE SUR DRONNE',
  'Téléphone (coord. structure)': '0536490001',
  "Code secteur d'activité": 'SA07',
  'Code fonction': 'FON-01',
  'Code genre activité': 'GENR01',
};

export function rppsText(
  rows: readonly RppsRow[],
  header: readonly string[] = RPPS_HEADER,
  rename: (name: string) => string = (name) => name,
): string {
  const lines = rows.map((row) => {
    const values = { ...USUAL, ...row };
    return `${header.map((name) => values[name] ?? '').join('|')}|`;
  });
  return `${header.map(rename).join('|')}|\n${lines.join('\n')}\n`;
}

export const rppsFile = (rows: readonly RppsRow[], name = 'personne-activite.txt'): ImportFile =>
  memoryFile(name, Buffer.from(rppsText(rows)));

const OPTIONS: ImportOptions = {
  territoryCodes: [],
  feedId: null,
  asOf: '2026-11',
  now: new Date('2026-11-22T08:00:00Z'),
  accept: ['nombre', 'rejets'],
  onProgress: () => undefined,
};
const label = { fr: 'x', en: 'x' };

/** Two communes, one in a territory, and three needs. */
export async function addGround(db: Database): Promise<void> {
  await addSource(db);
  await addTerritory(db, 'sud');
  await addCommune(db, '16020', 'Aubeterre-sur-Dronne', { postcodes: ['16390'], territory: 'sud' });
  await addCommune(db, '24001', 'Saint-Privat', { postcodes: ['24410'], former: ['Festalemps'] });
  await db.insert(need).values([
    { id: 'medecin-generaliste', position: 0, group: 'doctor', label, plain: label },
    { id: 'ophtalmologue', position: 1, group: 'doctor', label, plain: label },
    { id: 'medecin-ophtalmologue', position: 2, group: 'doctor', label, plain: label },
  ]);
  await db
    .insert(needCategory)
    .values({ needId: 'medecin-generaliste', category: 'gp', position: 0 });
}

export const runRpps = (
  handle: DatabaseHandle,
  file: readonly RppsRow[] | ImportFile,
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> =>
  runImport(
    handle,
    rppsSource,
    'open' in file ? file : rppsFile(file),
    { ...OPTIONS, ...options },
    { dryRun: false, clock: Date.now },
  );

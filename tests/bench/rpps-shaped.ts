// A national extract of the register that names nobody: 2.2 million activities of invented persons, as
// many columns and about as many bytes a row as the real one. A bit less than half are shown.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type NationalTown, nationalDrawer } from '#tests/bench/national-towns.ts';
import { numbersFrom, zipfDrawer } from '#tests/bench/synthetic-practices.ts';

/** Fewer to try things out: `IMPORT_BENCH_ROWS=200000`. */
export const ROW_COUNT = Number(process.env['IMPORT_BENCH_ROWS'] ?? 2_200_000);

export const RPPS_HEADER = [
  "Type d'identifiant PP",
  'Identifiant PP',
  'Identification nationale PP',
  "Code civilité d'exercice",
  "Libellé civilité d'exercice",
  'Code civilité',
  'Libellé civilité',
  "Nom d'exercice",
  "Prénom d'exercice",
  'Code profession',
  'Libellé profession',
  'Code catégorie professionnelle',
  'Libellé catégorie professionnelle',
  'Code type savoir-faire',
  'Libellé type savoir-faire',
  'Code savoir-faire',
  'Libellé savoir-faire',
  'Code mode exercice',
  'Libellé mode exercice',
  'Numéro SIRET site',
  'Numéro SIREN site',
  'Numéro FINESS site',
  'Numéro FINESS établissement juridique',
  'Identifiant technique de la structure',
  'Raison sociale site',
  'Enseigne commerciale site',
  'Complément destinataire (coord. structure)',
  'Complément point géographique (coord. structure)',
  'Numéro Voie (coord. structure)',
  'Indice répétition voie (coord. structure)',
  'Code type de voie (coord. structure)',
  'Libellé type de voie (coord. structure)',
  'Libellé Voie (coord. structure)',
  'Mention distribution (coord. structure)',
  'Bureau cedex (coord. structure)',
  'Code postal (coord. structure)',
  'Code commune (coord. structure)',
  'Libellé commune (coord. structure)',
  'Code pays (coord. structure)',
  'Libellé pays (coord. structure)',
  'Téléphone (coord. structure)',
  'Téléphone 2 (coord. structure)',
  'Télécopie (coord. structure)',
  'Adresse e-mail (coord. structure)',
  'Code Département (structure)',
  'Libellé Département (structure)',
  'Ancien identifiant de la structure',
  "Autorité d'enregistrement",
  "Code secteur d'activité",
  "Libellé secteur d'activité",
  'Code section tableau pharmaciens',
  'Libellé section tableau pharmaciens',
  'Code fonction',
  'Libellé fonction',
  'Code genre activité',
  'Libellé genre activité',
] as const;

type Profession = readonly [code: string, label: string, specialities: readonly string[]];

const PROFESSIONS: readonly Profession[] = [
  ['60', 'Infirmier', ['']],
  ['10', 'Médecin', ['SM54', 'SM26', 'SM04', 'SM38', 'SM42', 'SM74', 'SM15', 'SM20']],
  ['70', 'Masseur-Kinésithérapeute', ['']],
  ['21', 'Pharmacien', ['']],
  ['93', 'Psychologue', ['']],
  ['40', 'Chirurgien-Dentiste', ['', 'SCD01']],
  ['91', 'Orthophoniste', ['']],
  ['50', 'Sage-Femme', ['']],
  ['80', 'Pédicure-Podologue', ['']],
];
const SYLLABLES =
  'BA BE BO CA CHE CO DA DO DU FA FE GI GRA JO LA LE LI LU MA ME MO NA NI NO PA PE RI RO SA SO TA TO VA VI ZE'.split(
    ' ',
  );
/** Among a million professionals, a surname is borne by three or four. */
const SURNAME_COUNT = 300_000;
const FIRST_NAME_COUNT = 3_000;
/** Names of two syllables come after those of one. */
const SHORTEST = SYLLABLES.length;
const ROWS_A_PERSON = 1.7;

/** Returns how many bytes. */
export async function writeRppsShaped(
  path: string,
  towns: readonly NationalTown[],
  rowCount: number = ROW_COUNT,
): Promise<number> {
  const out = createWriteStream(path);
  let bytes = 0;
  let text = `${RPPS_HEADER.join('|')}|\n`;
  for (const row of shapedRows(towns, rowCount)) {
    text += `${row.join('|')}|\n`;
    if (text.length < 1_000_000) continue;
    bytes += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  bytes += Buffer.byteLength(text);
  out.end(text);
  await once(out, 'finish');
  return bytes;
}

export function* shapedRows(
  towns: readonly NationalTown[],
  rowCount: number,
): Generator<readonly string[]> {
  const draw = numbersFrom(41);
  const drawTown = nationalDrawer(towns, draw);
  const professionRank = zipfDrawer(PROFESSIONS.length, draw);
  let person = 0;
  let rest = 0;
  let who: readonly string[] = [];
  let profession: Profession = ['60', 'Infirmier', ['']];
  for (let row = 0; row < rowCount; row++) {
    if (rest <= 0) {
      person += 1;
      rest = 1 + Math.floor(draw() * 2 * (ROWS_A_PERSON - 0.5));
      profession = PROFESSIONS[professionRank()] ?? profession;
      const rpps = String(10_900_000_000 + person);
      const isDoctor = profession[0] === '10';
      who = [
        '8',
        rpps,
        `8${rpps}`,
        isDoctor ? 'DR' : '',
        isDoctor ? 'Docteur' : '',
        'MME',
        'Madame',
        nameOf(SHORTEST + Math.floor(draw() * SURNAME_COUNT)),
        nameOf(SHORTEST + Math.floor(draw() * FIRST_NAME_COUNT)),
        profession[0],
        profession[1],
        'C',
        'Civil',
      ];
    }
    rest -= 1;
    yield [...who, ...placeColumns(profession, who[7] ?? '', drawTown(), row, draw)];
  }
}

/** As few syllables as tell this number from the others. */
function nameOf(rank: number): string {
  const rest = Math.floor(rank / SYLLABLES.length);
  return (rest === 0 ? '' : nameOf(rest - 1)) + (SYLLABLES[rank % SYLLABLES.length] ?? '');
}

function placeColumns(
  [, , specialities]: Profession,
  surname: string,
  town: NationalTown,
  row: number,
  draw: () => number,
): string[] {
  const speciality = specialities[Math.floor(draw() * specialities.length)] ?? '';
  const isHospital = draw() < 0.45;
  const structure = isHospital ? Math.floor(draw() * 5_000) : Math.floor(row * 0.7);
  const finess = isHospital ? `99${String(structure).padStart(7, '0')}` : '';
  const siret = `${String(300_000_000 + structure)}00017`;
  const end = String(row % 10_000).padStart(4, '0');
  return [
    speciality === '' ? '' : 'S',
    speciality === '' ? '' : 'Spécialité ordinale',
    speciality,
    speciality === '' ? '' : 'Savoir-faire inventé (SM)',
    isHospital ? 'S' : 'L',
    isHospital ? 'Salarié' : 'Libéral, indépendant, artisan, commerçant',
    siret,
    siret.slice(0, 9),
    finess,
    finess === '' ? '' : '990000001',
    `${isHospital ? 'F' : 'R'}9${String(structure).padStart(13, '0')}`,
    isHospital ? `CENTRE HOSPITALIER DE ${town.name.toUpperCase()}` : `CABINET DE ${surname}`,
    '',
    '',
    '',
    String(1 + (row % 90)),
    '',
    'R',
    'Rue',
    'DE LA SOURCE INVENTEE',
    '',
    `${town.postcode} ${town.name.toUpperCase()}`,
    town.postcode,
    town.insee,
    town.name,
    '',
    '',
    `053649${end}`,
    '',
    '',
    '',
    town.insee.slice(0, 2),
    'Département inventé',
    String(1_000_000_000 + structure),
    'ARS/CPAM/CNOM',
    isHospital ? 'SA01' : 'SA07',
    isHospital ? 'Etablissement public de santé' : 'Cabinet individuel',
    '',
    '',
    isHospital ? 'FON-33' : 'FON-01',
    isHospital ? 'Salarié en poste fixe' : 'Titulaire de cabinet',
    'GENR01',
    'Activité de soin et de pharmacie',
  ];
}

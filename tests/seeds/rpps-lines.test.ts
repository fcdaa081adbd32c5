// The reading threads write lines from the bytes of the file: what they say is what the domain says of its texts.

import { describe, expect, it } from 'vitest';
import { readableText, streetText } from '#domain/directory/finess-words.ts';
import { phonesOf } from '#domain/directory/phone.ts';
import { personName, professionalName } from '#domain/directory/rpps-words.ts';
import { openPlainTable } from '#seeds/pipeline/plain-blocks.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { STAGED_COLUMNS } from '#seeds/sources/rpps/activity.ts';
import { readActivityLines } from '#seeds/sources/rpps/activity-lines.ts';
import { DELIMITER, OPTIONAL_COLUMNS, RPPS_COLUMNS } from '#seeds/sources/rpps/columns.ts';
import { type RppsRow, rppsText } from '#tests/seeds/rpps-rows.ts';

type Line = Readonly<Record<(typeof STAGED_COLUMNS)[number], string>>;

/** The columns of each line kept. Each row is somebody's, unless it says whose. */
async function linesOf(rows: readonly RppsRow[]): Promise<Line[]> {
  const numbered = rows.map((row, at) => ({
    'Identifiant PP': String(10_900_000_000 + at),
    ...row,
  }));
  const bytes = Buffer.from(rppsText(numbered));
  const { header, blocks } = await openPlainTable(
    memoryFile('personne-activite.txt', bytes),
    { delimiter: DELIMITER, columns: RPPS_COLUMNS, optional: OPTIONAL_COLUMNS },
    () => undefined,
  );
  const read = readActivityLines({
    header,
    communes: {
      codes: new Map([['16020', { kind: 'here', insee: '16020' }]]),
      otherCodes: 'unknown',
      byName: new Map(),
      byPostcode: new Map(),
    },
    wanted: null,
    opposition: null,
  });
  const lines: string[] = [];
  for await (const block of blocks) {
    const { first, last, lines: between } = read(block);
    const ends = [first, last].map((person) => person?.activities.map(({ line }) => line) ?? []);
    lines.push(...(ends[0] ?? []), Buffer.from(between).toString(), ...(ends[1] ?? []));
  }
  const names = STAGED_COLUMNS;
  return lines
    .join('')
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const values = line.split('\t');
      return Object.fromEntries(names.map((name, at) => [name, values[at]])) as Line;
    });
}

/** As COPY reads it. */
const copied = (text: string | null): string =>
  text === null ? '\\N' : text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t');

const NAMES = [
  ...['CLAIRCOMBE', "D'AUBETERRE", 'SAINT-AULAYE', 'DE LA TOUR', 'LE  GRAND', 'ÉLAN', 'Mac Dowell'],
  ...[
    '\u00a0CLAIRE\u00a0',
    '\ufeffCLAIRE',
    'O`BRIAN',
    'A\\B',
    'A\tB',
    'JEAN2',
    '-',
    "'",
    'ŒUVRARD',
  ],
];

describe('lines of the register', () => {
  it('name persons as the domain does, whatever their letters', async () => {
    const rows = NAMES.flatMap((lastName) =>
      ['CAMILLE', "M'BA", 'Zoé', '', '\u3000'].map((firstName, at) => ({
        "Nom d'exercice": lastName,
        "Prénom d'exercice": firstName,
        "Code civilité d'exercice": ['DR', '', 'PR', 'M'][at % 4] ?? '',
      })),
    );
    const lines = await linesOf(rows);
    expect(lines.map(({ last_name, first_name, name }) => [last_name, first_name, name])).toEqual(
      rows.map((row) => {
        // The blanks around a field are not of it.
        const [last, first] = [row["Nom d'exercice"], row["Prénom d'exercice"]].map((text) =>
          text.replace(/^[\s\ufeff]+|[\s\ufeff]+$/g, ''),
        );
        const [lastName = '', firstName = ''] = [last, first];
        const civility = row["Code civilité d'exercice"];
        return [
          copied(personName(lastName)),
          copied(personName(firstName)),
          copied(professionalName(civility, firstName, lastName)),
        ];
      }),
    );
  });

  it('write streets as the domain does, with and without a number', async () => {
    const said = ['12', '', '0', '00', '012', '7 B', '12-14'].flatMap((number) =>
      ['', 'BIS'].flatMap((repetition) =>
        ['RUE', '', 'Avenue', 'CHE'].flatMap((type) =>
          ['DU PUITS', '', 'BIS AVENUE DU PARC', "D'ALSACE", 'l’Église'].map((street) => ({
            ...{ number, repetition, type, street },
          })),
        ),
      ),
    );
    const lines = await linesOf(
      said.map(({ number, repetition, type, street }) => ({
        'Numéro Voie (coord. structure)': number,
        'Indice répétition voie (coord. structure)': repetition,
        'Libellé type de voie (coord. structure)': type,
        'Libellé Voie (coord. structure)': street,
      })),
    );
    expect(lines.map(({ street }) => street)).toEqual(
      said.map(({ number, repetition, type, street }) =>
        copied(streetText(`${number} ${repetition.toLowerCase()}`, type, street)),
      ),
    );
  });

  it('know structures by their key, else by their numbers, else by their address', async () => {
    const without = { 'Identifiant technique de la structure': '' };
    const lines = await linesOf([
      { 'Identifiant technique de la structure': 'R-90 01é' },
      { ...without, 'Numéro FINESS site': '2A0000015', 'Numéro SIRET site': '12345678901234' },
      { ...without, 'Numéro FINESS site': '16000001', 'Numéro SIRET site': '123 456 789' },
      { ...without, 'Libellé Voie (coord. structure)': 'DES ÉCOLES' },
    ]);
    expect(lines.map((line) => [line.structure_key, line.finess, line.siret])).toEqual([
      ['R9001', '\\N', '\\N'],
      ['F2A0000015', '2A0000015', '12345678901234'],
      ['S123456789', '\\N', '\\N'],
      ['A3ruedesecoles16020', '\\N', '\\N'],
    ]);
    expect(lines.map((line) => line.practice_id)).toEqual(
      lines.map((line) => `rpps-${line.rpps}-${line.structure_key}`),
    );
  });

  it('name structures as the domain does, word by word', async () => {
    const names = [
      ...[
        'MAISON DE SANTE',
        "MAISON DE SANTE D'AUBETERRE",
        "L'EHPAD DE L`ETANG",
        "D'",
        'DE',
        'A LA MER',
      ],
      ...[
        'CHU ST JEAN',
        'STE-ANNE',
        'DR. DUPONT',
        'S.C.M. DU PARC',
        'CABINET 2',
        '3E & 4E',
        'SCM HJKL',
      ],
      ...[
        'Cabinet de Clairac',
        'MAISON  DOUBLE',
        'ÉCOLE DE PARIS',
        '(SITE) NORD/SUD',
        'DES DES',
        "QU'A",
      ],
      ...['A\\B', 'A\tB', 'MSP', 'LA', 'CLAIRCOMBE', '&', '...', "''", 'SAINT'],
    ];
    // Twice: what was found for a word is said of it again.
    const rows = [...names, ...names].map((name, at) =>
      at % 2 === 0 ? { 'Raison sociale site': name } : { 'Enseigne commerciale site': name },
    );
    const lines = await linesOf(rows);
    expect(lines.map((line) => line.structure_name)).toEqual(
      [...names, ...names].map((name) => copied(readableText(name))),
    );
  });

  it('name structures and dial phones as the domain does', async () => {
    const names = ['SCM LES ACACIAS', "MAISON DE SANTE D'AUBETERRE", 'Cabinet', '', 'A\\B'];
    const phones = [
      '0536490001',
      '05 36 49 00 01 / 06 39 98 00 02',
      '0810000001',
      '12',
      '',
      '3114',
    ];
    const lines = await linesOf(
      phones.map((phone, at) => ({
        'Raison sociale site': names[at % names.length] ?? '',
        'Téléphone (coord. structure)': phone,
        'Téléphone 2 (coord. structure)': '0536490001',
      })),
    );
    expect(lines.map((line) => line.structure_name)).toEqual(
      phones.map((_, at) => copied(readableText(names[at % names.length] ?? '') || null)),
    );
    expect(lines.map((line) => [line.phone, line.phone_2])).toEqual(
      phones.map((phone) => {
        const all = [...phonesOf(phone), ...phonesOf('0536490001')];
        const [one, two] = all.filter(
          ({ dial }, at) => all.findIndex((each) => each.dial === dial) === at,
        );
        return [one, two].map((each) => (each === undefined ? '\\N' : JSON.stringify(each)));
      }),
    );
  });

  it('keep one activity a structure, the most telling, wherever the person is in the file', async () => {
    const twins = (number: string): RppsRow[] =>
      ['SM54', 'SM04', 'SM26'].map((speciality) => ({
        'Identifiant PP': number,
        'Code savoir-faire': speciality,
      }));
    const lines = await linesOf([{}, ...twins('10900000901'), {}]);
    expect(lines.map((line) => line.speciality_code)).toEqual(['SM54', 'SM04', 'SM54']);
  });
});

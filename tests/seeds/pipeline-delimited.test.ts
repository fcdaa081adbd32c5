import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import {
  type DelimitedOptions,
  readDelimited,
  readDelimitedBatches,
} from '#seeds/pipeline/read-delimited.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import type { Reject } from '#seeds/pipeline/source.ts';

const OPTIONS: DelimitedOptions = {
  delimiter: ';',
  quoted: false,
  columns: { id: ['Identifiant'], name: ["Nom d'exercice", 'Nom'], town: ['Commune'] },
  optional: ['town'],
};

const file = (content: string | Uint8Array) =>
  memoryFile('table.csv', typeof content === 'string' ? Buffer.from(content) : content);

async function read(content: string | Uint8Array, options: Partial<DelimitedOptions> = {}) {
  const given = { ...OPTIONS, ...options };
  const names = given.headless ?? Object.keys(given.columns);
  const faults: Reject[] = [];
  const rows: (string | number)[][] = [];
  for await (const row of readDelimited(file(content), given, (fault) => faults.push(fault))) {
    rows.push([row.line, ...names.map((name) => row.get(name))]);
  }
  return { rows, faults };
}

describe('the rows of a delimited table', () => {
  it('are found by the names of the header, whatever their accents, case, order and blanks', async () => {
    const { rows, faults } = await read(
      '\uFEFFCOMMUNE; nom  d’éxercice ;identifiant\r\nChalais; Durand ;1\r\n\r\n;Lucas;2',
    );
    expect(rows).toEqual([
      [2, '1', 'Durand', 'Chalais'],
      [4, '2', 'Lucas', ''],
    ]);
    expect(faults).toEqual([]);
  });

  it('may do without a column that is optional, not without another', async () => {
    expect((await read('nom;identifiant\nDurand;1')).rows).toEqual([[2, '1', 'Durand', '']]);
    await expect(read('commune;prenom\nChalais;Anne')).rejects.toThrow(
      "« table.csv », ligne 1 : colonnes absentes : Identifiant, Nom d'exercice. Colonnes trouvées : commune, prenom.",
    );
  });

  it('may end with a separator more than the header, and not with a value more', async () => {
    const { rows, faults } = await read('identifiant;nom\n1;Durand;\n2;Lucas;Chalais\n3;Petit');
    expect(rows).toEqual([
      [2, '1', 'Durand', ''],
      [4, '3', 'Petit', ''],
    ]);
    expect(faults).toEqual([
      {
        line: 3,
        column: null,
        value: '2;Lucas;Chalais',
        reason: '3 champs, 2 attendus : un séparateur est de trop.',
      },
    ]);
  });

  it('are refused one by one when cut, and kept when the table is said to be ragged', async () => {
    const content = 'identifiant;nom;commune\n1;Durand;Chalais\n2;Luc';
    const { rows, faults } = await read(content);
    expect(rows).toEqual([[2, '1', 'Durand', 'Chalais']]);
    expect(faults).toMatchObject([
      { line: 3, value: '2;Luc', reason: expect.stringContaining('coupée') },
    ]);
    expect((await read(content, { ragged: true })).rows[1]).toEqual([3, '2', 'Luc', '']);
  });

  it('are refused when they hold a null character', async () => {
    for (const quoted of [false, true]) {
      const { rows, faults } = await read('identifiant;nom\n1;Du\0rand\n2;Lucas\n', { quoted });
      expect(rows).toEqual([[3, '2', 'Lucas', '']]);
      expect(faults).toMatchObject([
        { line: 2, value: '1;Durand', reason: expect.stringContaining('nul') },
      ]);
    }
  });

  it('are in UTF-8, and in Windows-1252 line by line where they are not', async () => {
    const old = Buffer.from([...Buffer.from('2;H'), 0xe9, ...Buffer.from('l'), 0xe8, 0x92, 10]);
    const content = Buffer.concat([
      Buffer.from('identifiant;nom\n1;Hélène\n'),
      old,
      Buffer.from('3;Zoé\n'),
    ]);
    expect((await read(content)).rows).toEqual([
      [2, '1', 'Hélène', ''],
      [3, '2', 'Hélè’', ''],
      [4, '3', 'Zoé', ''],
    ]);
  });

  it('have no header when their order is known', async () => {
    const { rows } = await read('1|x|Durand|\n', {
      delimiter: '|',
      headless: ['id', '', 'name'],
    });
    expect(rows).toEqual([[1, '1', '', 'Durand']]);
  });

  it('keep quotes as characters unless they are told to mean something', async () => {
    const content = 'identifiant;nom\n"1";"Le ""Bourg"""\n';
    expect((await read(content)).rows).toEqual([[2, '"1"', '"Le ""Bourg"""', '']]);
    expect((await read(content, { quoted: true })).rows).toEqual([[2, '1', 'Le "Bourg"', '']]);
  });

  it('may hold separators and line ends in quotes, and lines still count', async () => {
    const { rows } = await read(
      '"identifiant";"nom"\r\n"1";"rue du Pont ; bât. A\r\n2e étage"\r\n2;"Lucas"\r\n3;""',
      { quoted: true },
    );
    expect(rows).toEqual([
      [2, '1', 'rue du Pont ; bât. A\r\n2e étage', ''],
      [4, '2', 'Lucas', ''],
      [5, '3', '', ''],
    ]);
  });

  it('are refused for a quote out of place or, at the end, never closed', async () => {
    const { rows, faults } = await read('identifiant;nom\n1;"Le "Bourg""\n2;Lucas\n3;"coupé ici', {
      quoted: true,
    });
    expect(rows).toEqual([[3, '2', 'Lucas', '']]);
    expect(faults).toMatchObject([
      { line: 2, reason: 'Guillemet mal placé.' },
      { line: 4, reason: 'Guillemet jamais fermé : la ligne est coupée.' },
    ]);
  });

  it('are not lost in silence behind a quote that nobody closes', async () => {
    const rest = Array.from({ length: 500 }, (_, i) => `${i};nom ${i}\n`).join('');
    await expect(read(`identifiant;nom\n1;"ouvert\n${rest}`, { quoted: true })).rejects.toThrow(
      '« table.csv », ligne 2 : un guillemet est ouvert et jamais fermé.',
    );
  });

  it('are the same whatever the pieces the file comes in', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => `${i};"Zoé ""${i}""\n${i}"`);
    const whole = Buffer.from(`identifiant;nom\n${lines.join('\n')}\n`);
    const expected = lines.map((_, i) => [2 * i + 2, `${i}`, `Zoé "${i}"\n${i}`]);
    for (const size of [1, 7, 64, 1000]) {
      const pieces = { ...file(whole), open: () => inPieces(whole, size) };
      const rows: unknown[] = [];
      const batches = readDelimitedBatches(pieces, { ...OPTIONS, quoted: true }, () => undefined);
      for await (const batch of batches) {
        rows.push(...Array.from(batch, (row) => [row.line, row.get('id'), row.get('name')]));
      }
      expect(rows).toEqual(expected);
    }
  });
});

describe('a file that is no such table', () => {
  it.each([
    ['a web page', '<!DOCTYPE html><html>', 'reçu une page web (HTML)'],
    ['JSON', '{"a": 1}', 'reçu du JSON'],
    ['XML', '<?xml version="1.0"?>', 'reçu un document XML'],
    ['PDF', '%PDF-1.7\n', 'reçu un document PDF'],
    ['another separator', 'identifiant,nom\n1,Durand', 'celui du fichier semble être « , »'],
    ['nothing', '', 'le fichier est vide'],
    ['blank lines', '\n\n', 'le fichier est vide'],
    ['a header alone', 'identifiant;nom\n', 'aucune ligne après celle des colonnes'],
    ['UTF-16', Buffer.from('\uFEFFidentifiant;nom\n1;Durand', 'utf16le'), 'UTF-16'],
  ])('is refused in one sentence: %s', async (_, content, said) => {
    await expect(read(content)).rejects.toMatchObject({
      code: 'bad_import',
      message: expect.stringContaining(said),
    });
    await expect(read(content)).rejects.toThrow('« table.csv »');
  });

  it('may be a header alone where that is allowed', async () => {
    expect((await read('identifiant;nom\n', { mayBeEmpty: true })).rows).toEqual([]);
  });

  it('is refused for a line of more than ten million bytes, with its number', async () => {
    const content = Buffer.concat([
      Buffer.from('identifiant;nom\n1;a\n'),
      Buffer.alloc(10_000_001, 'x'),
    ]);
    for (const quoted of [false, true]) {
      await expect(read(content, { quoted })).rejects.toThrow(
        '« table.csv », ligne 3, colonne 1 : plus de 10000000 octets sans fin de ligne',
      );
    }
  });
});

function inPieces(whole: Buffer, size: number) {
  const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
    whole.subarray(i * size, (i + 1) * size),
  );
  return Readable.from(pieces);
}

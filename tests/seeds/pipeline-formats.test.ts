import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openZip } from '#seeds/pipeline/open-zip.ts';
import { memoryFile, readImportFile } from '#seeds/pipeline/read-file.ts';
import { readWorkbook } from '#seeds/pipeline/read-workbook.ts';
import { communesFiles } from '#seeds/sources/communes/source.ts';
import { placesFiles } from '#seeds/sources/places/source.ts';
import { populationFiles } from '#seeds/sources/population/source.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { makeZip } from '#tests/seeds/gtfs-zip.ts';

const textFile = (text: string, encoding: BufferEncoding = 'utf8') =>
  memoryFile('fichier.csv', Buffer.from(text, encoding));

const PAGE = '<!DOCTYPE html>\n<html><body>Page introuvable</body></html>';

describe('a file of another kind than expected', () => {
  it.each([communesFiles, populationFiles, placesFiles])(
    'is named for what it is: $name',
    async (source) => {
      const start = '« fichier.csv », ligne 1, colonne 1 : ';
      await expect(source.shapeOf(textFile(PAGE))).rejects.toThrow(
        `${start}reçu une page web (HTML) ; attendu`,
      );
      await expect(source.shapeOf(textFile('%PDF-1.7 …'))).rejects.toThrow(
        'reçu un document PDF ; attendu',
      );
      await expect(source.shapeOf(textFile('a;b\n1;2'))).rejects.toThrow(
        `${start}reçu un fichier qui commence par « a;b » ; attendu`,
      );
      await expect(source.shapeOf(textFile('\uFEFFDEPCOM;COM;PMUN\n', 'utf16le'))).rejects.toThrow(
        `${start}le texte est en UTF-16 ; enregistrez-le en UTF-8.`,
      );
    },
  );

  it('is not taken for an archive that is damaged', async () => {
    await expect(openZip(textFile(PAGE))).rejects.toThrow(
      '« fichier.csv » : une archive .zip est attendue, reçu une page web (HTML).',
    );
    const gzip = memoryFile('fichier.csv', gzipSync('a;b'));
    await expect(openZip(gzip)).rejects.toThrow('reçu un fichier .gz');
    const cut = makeZip([{ path: 'a.txt', content: 'a'.repeat(100) }]).subarray(0, 60);
    await expect(openZip(memoryFile('fichier.csv', cut))).rejects.toThrow(
      'archive .zip illisible ou incomplète.',
    );
  });

  it('is said to be empty when it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'voisoin-empty-'));
    const path = join(folder, 'vide.csv');
    await writeFile(path, '');
    await expect(readImportFile(path, 'une table')).rejects.toThrow(
      `« ${path} » est vide. Attendu : une table.`,
    );
    await rm(folder, { recursive: true });
  });
});

describe('a spreadsheet', () => {
  const path = sharedFile('data/apl/ponderations-2021.xlsx', 'a workbook of a usual program');

  it.skipIf(path === null)(
    'of a usual program is read: texts, numbers, results of formulas',
    async () => {
      const workbook = await readWorkbook(await readImportFile(path ?? '', 'un classeur'));
      expect([...workbook.keys()]).toEqual(['Généraliste', 'Pédiatre', 'Ophtalmo', 'Gynéco']);
      const rows = workbook.get('Généraliste') ?? [];
      expect(rows[0]).toMatchObject({ line: 1 });
      expect(rows[0]?.cells[0]).toBe('Utilisation des soins');
      const fourth = rows.find(({ line }) => line === 4)?.cells ?? [];
      expect(Number(fourth[9])).toBeCloseTo(0.7592, 4);
      expect(fourth.slice(5, 8)).toEqual(['', '', '']);
    },
  );

  it('is refused when it is another kind of archive', async () => {
    const zip = memoryFile('x.xlsx', makeZip([{ path: 'a.txt', content: 'a' }]));
    await expect(readWorkbook(zip)).rejects.toThrow('« x.xlsx » : classeur .xlsx illisible.');
  });
});

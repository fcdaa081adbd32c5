import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#domain/error.ts';
import { parseJson } from '#seeds/pipeline/parse-json.ts';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { loadSources } from '#seeds/sources/registry.ts';
import { makeZip } from '#tests/seeds/gtfs-zip.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';

const SOURCES = await loadSources();

const SEVERAL_MEGABYTES = Buffer.alloc(8_000_000, 'a');
/** Numbers that do not compress away. */
const NUMBERS = Array.from({ length: 9_000 }, (_, i) => `${(i * 7_919) % 99_991}`).join(';\n');

/** What each file is, and the words of which one at least is in the sentence. */
const BAD_FILES: readonly [name: string, content: Buffer, said: RegExp][] = [
  ['page.html', Buffer.from('<!DOCTYPE html>\n<html><body>503</body></html>'), /page web/],
  ['blanc.csv', Buffer.from('\n \n'), /vide|illisible|coupé/],
  ['bombe.zip', makeZip([{ path: 'a.csv', content: SEVERAL_MEGABYTES }]), /RATIO|archive zip/],
  ['bombe.gz', gzipSync(SEVERAL_MEGABYTES), /RATIO|gzip|\.gz|commence par/],
  ['piege.zip', makeZip([{ path: '../../a.csv', content: 'a' }]), /sort de l’archive|archive zip/],
  ['coupe.zip', makeZip([{ path: 'a.csv', content: NUMBERS }]).subarray(0, 900), /incompl|zip/],
  ['coupe.gz', gzipSync(NUMBERS).subarray(0, 9_000), /coupé|archive gzip|\.gz/],
  ['utf16.csv', Buffer.from('\uFEFFa;b\n1;2', 'utf16le'), /UTF-16|illisible|commence par/],
  ['separateur.csv', Buffer.from('a\tb\tc\n1\t2\t3\n'), /séparateur|commence par|illisible/],
  ['longue.csv', Buffer.alloc(11_000_000, 'x'), /sans fin de ligne|commence par|illisible/],
  ['coupe.json', Buffer.from('{"type":"FeatureCollection","features":[{"type":"F'), /./],
  ['document.pdf', Buffer.from('%PDF-1.7\n'), /PDF/],
];
/** Nothing of a table can be named in these. */
const HAS_LINES = /\.(html|csv|json)$/;
const WITHOUT_LINES = ['gtfs', 'gtfs-flex', 'osm'];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('embedded');
});
afterAll(() => database.remove());

/** Rows of every table but the ledger, and temporary tables left behind. */
async function countRows(): Promise<unknown> {
  const { db } = database.handle;
  const { rows } = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables where table_type <> 'VIEW'
      and (table_schema = 'public' or table_schema like 'pg_temp%')
      and table_name not in ('import_run', 'spatial_ref_sys') order by 1`);
  const counts = rows.map(
    ({ name }) =>
      sql`select ${name}::text as name, count(*)::int as n from ${sql.identifier(name)}`,
  );
  return (await db.execute(sql.join(counts, sql` union all `))).rows;
}

describe.each(SOURCES.map((source) => [source.name, source] as const))('%s', (word, source) => {
  it.each(BAD_FILES)(
    'refuses %s in one sentence that names it, and writes nothing',
    async (name, content, said) => {
      const before = await countRows();
      const options = {
        ...{ territoryCodes: [], feedId: null, asOf: '2024', accept: [] },
        now: new Date('2026-11-27T08:00:00Z'),
        onProgress: () => undefined,
      };
      const error: unknown = await source
        .run(database.handle, memoryFile(name, content), options, {
          dryRun: false,
          clock: Date.now,
        })
        .catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(AppError);
      const { code, message } = error as AppError;
      expect(code).toBe('bad_import');
      expect(message).toContain(`« ${name} »`);
      expect(message).toMatch(said);
      expect(message).toMatch(/^[^\n]+[.]$/);
      if (HAS_LINES.test(name) && !WITHOUT_LINES.includes(word)) {
        expect(message).toMatch(/, ligne \d+/);
      }
      expect(await countRows()).toEqual(before);
    },
  );
});

describe('JSON', () => {
  it.each([
    ['{"a": nope}', 'ligne 1, colonne 7 : JSON illisible.'],
    ['[1,\n 2,\n ]', 'ligne 3, colonne 2 : JSON illisible.'],
    ['{"a": [1, {"b": "c', 'ligne 1, colonne 17 : le JSON est coupé avant sa fin.'],
    ['{"a":\n1', 'ligne 2, colonne 2 : le JSON est coupé avant sa fin.'],
    ['', 'ligne 1, colonne 1 : le JSON est coupé avant sa fin.'],
    ['{"a" 1}', 'ligne 1, colonne 6 : JSON illisible.'],
    ['{,}', 'ligne 1, colonne 2 : JSON illisible.'],
    ['[1] 2', 'ligne 1, colonne 5 : JSON illisible.'],
    ['["\u0001"]', 'ligne 1, colonne 2 : JSON illisible.'],
    ['[01]', 'ligne 1, colonne 3 : JSON illisible.'],
  ])('says at which line and column it stops: %s', (text, said) => {
    expect(() => parseJson('a.json', Buffer.from(text))).toThrow(`« a.json », ${said}`);
  });

  it('is in UTF-8, or the place of the first other character is named', () => {
    expect(() => parseJson('a.json', Buffer.from('["a",\n"é"]', 'latin1'))).toThrow(
      '« a.json », ligne 2, colonne 2 : le texte n’est pas en UTF-8.',
    );
    expect(parseJson('a.json', Buffer.from('{"é": [1, -2.5e3, null, "\\u00e9\\n"]}'))).toEqual({
      é: [1, -2500, null, 'é\n'],
    });
  });
});

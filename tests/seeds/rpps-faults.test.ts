import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { describeImport } from '#seeds/pipeline/report.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';
import { RPPS_HEADER } from '#tests/bench/rpps-shaped.ts';
import { makeZip } from '#tests/seeds/gtfs-zip.ts';
import { addGround, type RppsRow, rppsText, runRpps } from '#tests/seeds/rpps-rows.ts';
import { clearTables, createTestDatabase, type TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('embedded');
});
afterAll(() => database.remove());
beforeEach(async () => {
  await clearTables(database.handle.db);
  await addGround(database.handle.db);
});

const run = (file: readonly RppsRow[] | ImportFile) => runRpps(database.handle, file);
const entries = async () =>
  (
    await database.handle.db.execute(
      sql`select id, name, title, phone ->> 'dial' as dial from entry order by id`,
    )
  ).rows;
const idsShown = async () => (await entries()).map(({ id }) => id);

describe('the register of professionals as it comes', () => {
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
});

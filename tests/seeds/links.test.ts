import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { place, practice, professional } from '#db/schema/directory.ts';
import { contactPoint } from '#db/schema/directory-details.ts';
import { claim, entityLink } from '#db/schema/links.ts';
import { importRun, source } from '#db/schema/provenance.ts';
import type { Category } from '#domain/directory/directory.ts';
import { phoneOf } from '#domain/directory/phone.ts';
import type { LonLat } from '#domain/geo.ts';
import { LINKS_USAGE, runLinksCommand } from '#seeds/derived/links-command.ts';
import { writeAubeterre } from '#tests/seeds/aubeterre.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
const PROVENANCE = { sourceId: 'finess', asOf: '2026-10', confidence: 'high' } as const;

describeOnBoth('links and probable duplicates', (getDb, getHandle) => {
  beforeEach(async () => {
    const db = getDb();
    await clearTables(db);
    await db.insert(source).values([
      { id: 'finess', name: 'FINESS', publisher: 'Test' },
      { id: 'mairie', name: 'Mairie', publisher: 'Test' },
    ]);
    await writeAubeterre(db, PROVENANCE);
  });

  const ask = async (query: ReturnType<typeof sql>) => (await getDb().execute(query)).rows;
  const command = async (...words: string[]) => {
    const said: string[] = [];
    await runLinksCommand(getHandle(), words, { now: NOW, say: (text) => said.push(text) });
    return said.join('\n');
  };
  const pairs = async () =>
    (
      JSON.parse(await command('duplicates', '--json')) as {
        key: string;
        entryId: string;
        rule: string;
      }[]
    ).map(({ key, entryId, rule }) => [key, entryId, rule]);

  it('close names within 100 m in one group of categories are probable duplicates, never merged', async () => {
    const db = getDb();
    await addPlace(db, 'a', 'Maison de santé des Prés', { point: [0.17, 45.27] });
    await addPlace(db, 'b', 'Maison de Santé Les Prés', {
      point: [0.1705, 45.27],
      category: 'health_centre',
    });
    await addPlace(db, 'c', 'Maison de santé des Prés', { point: [0.18, 45.27] });
    await addPlace(db, 'd', 'Pharmacie des Prés', { point: [0.17, 45.27], category: 'pharmacy' });
    await addPlace(db, 'e', 'Maison de santé des Prés', { point: null });
    await refreshEntryProjection(db);
    expect(await pairs()).toEqual([['a', 'b', 'close_name_within_100_m']]);
    expect(await command('duplicates')).toContain(
      'Maison de santé des Prés  ≟  Maison de Santé Les Prés',
    );
    expect(await ask(sql`select count(*)::int as n from entry`)).toEqual([{ n: 5 }]);
  });

  it('the same phone in the same commune is one, except for colleagues of one surgery', async () => {
    const db = getDb();
    await addPlace(db, 'a', 'EHPAD Les Tilleuls', { category: 'elderly', phone: '05 36 49 00 41' });
    await addPlace(db, 'b', 'Résidence communale', {
      category: 'elderly',
      phone: '05 36 49 00 41',
    });
    for (const [id, name] of [
      ['p', 'Camille Rivière'],
      ['q', 'Dominique Source'],
    ] as const) {
      await addPractice(db, id, name, `${id}-person`);
      await addPhone(db, id, '05 36 49 00 42');
    }
    await refreshEntryProjection(db);
    expect(await pairs()).toEqual([['a', 'b', 'same_phone_same_commune']]);
  });

  it('two surgeries of one person are no duplicates, two records of one name are', async () => {
    const db = getDb();
    await addPractice(db, 'p', 'Camille Rivière', 'person');
    await db.insert(practice).values({ ...practiceRow('q', 'person') });
    await addPractice(db, 'r', 'Camille RIVIERE', 'other');
    await refreshEntryProjection(db);
    expect(await pairs()).toEqual([
      ['p', 'r', 'close_name_within_100_m'],
      ['q', 'r', 'close_name_within_100_m'],
    ]);
  });

  it('a pair a person put aside is not listed again', async () => {
    const db = getDb();
    await addPlace(db, 'a', 'Maison de santé des Prés', { point: [0.17, 45.27] });
    await addPlace(db, 'b', 'Maison de santé des Prés', { point: [0.17, 45.27] });
    await refreshEntryProjection(db);
    expect(await pairs()).toHaveLength(1);
    await command('unlink', 'fiches', 'a', 'b');
    expect(await pairs()).toEqual([]);
    expect(await command('duplicates')).toBe('Aucun doublon probable.');
  });

  it('undoing a link of a register gives the entry back its own words, and its file may be read again', async () => {
    const db = getDb();
    await addPlace(db, 'mairie-a', 'Maison des Prés', { sourceId: 'mairie' });
    await db.insert(entityLink).values({
      sourceId: 'finess',
      sourceKey: '160000001',
      entryId: 'mairie-a',
      rule: 'finess',
      confidence: 1,
    });
    await db.insert(claim).values([
      { entryId: 'mairie-a', field: 'name', value: 'MAISON DES PRES', ...PROVENANCE },
      {
        entryId: 'mairie-a',
        field: 'name',
        value: 'Maison des Prés',
        ...PROVENANCE,
        sourceId: 'mairie',
      },
    ]);
    await ask(sql`update place set name = 'MAISON DES PRES'`);
    await ask(
      sql`insert into assertion values ('entry', 'mairie-a', 'name', 'finess', '2026-10', null, 'high')`,
    );
    await db.insert(importRun).values({
      importer: 'finess',
      sourceId: 'finess',
      sha256: 'abc',
      status: 'done',
      startedAt: NOW,
    });
    await refreshEntryProjection(db);
    expect(await command('links')).toBe('finess  1 par une règle  finess  (confiance 1.00)');
    expect(await command('unlink', 'finess', '160000001', 'mairie-a')).toContain(
      'Le prochain import de finess',
    );
    expect(await ask(sql`select name from entry`)).toEqual([{ name: 'Maison des Prés' }]);
    expect(await ask(sql`select from claim`)).toEqual([]);
    expect(await ask(sql`select from assertion`)).toEqual([]);
    expect(await ask(sql`select sha256 from import_run`)).toEqual([{ sha256: null }]);
    expect(await ask(sql`select status, decided_at is not null as dated from entity_link`)).toEqual(
      [{ status: 'rejected', dated: true }],
    );
  });

  it('words that are not understood are answered by the usage', async () => {
    for (const words of [
      ['link', 'ameli'],
      ['unlink'],
      ['duplicates', 'tout'],
      ['links', 'a', 'b'],
      ['link', 'a', 'b', 'c', 'd'],
    ]) {
      await expect(command(...words)).rejects.toThrow(LINKS_USAGE);
    }
  });
});

type Given = { category?: Category; point?: LonLat | null; phone?: string; sourceId?: string };

async function addPlace(db: Database, id: string, name: string, given: Given): Promise<void> {
  await db.insert(place).values({
    id,
    name,
    category: given.category ?? 'health_house',
    title: 'Lieu',
    insee: '16020',
    point: given.point ?? null,
    pointPrecision: given.point == null ? null : 'site',
    ...PROVENANCE,
    sourceId: given.sourceId ?? 'finess',
  });
  if (given.phone !== undefined) await addPhone(db, id, given.phone);
}

const practiceRow = (id: string, professionalId: string) => ({
  id,
  professionalId,
  category: 'gp' as const,
  title: 'Médecin généraliste',
  insee: '16020',
  point: [0.17, 45.27] as const,
  pointPrecision: 'address' as const,
  ...PROVENANCE,
});

async function addPractice(db: Database, id: string, name: string, person: string): Promise<void> {
  await db.insert(professional).values({ id: person, name, ...PROVENANCE });
  await db.insert(practice).values(practiceRow(id, person));
}

async function addPhone(db: Database, entryId: string, text: string): Promise<void> {
  await db.insert(contactPoint).values({
    entryId,
    position: 0,
    kind: 'phone',
    value: text,
    phone: phoneOf(text),
    ...PROVENANCE,
  });
}

import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { listNeeds } from '#db/queries/directory/list-needs.ts';
import { need, needSynonym } from '#db/schema/need.ts';
import { matchNeeds } from '#domain/directory/match-needs.ts';
import { ALL_NEEDS } from '#seeds/demo/directory/all-needs.ts';
import { ensureNeeds } from '#seeds/derived/ensure-needs.ts';
import { addCommune, addSource } from '#tests/db/rows.ts';
import { runRpps } from '#tests/seeds/rpps-rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

describeOnBoth('what people may ask for', (getDb, getHandle) => {
  beforeEach(() => clearTables(getDb()));

  it('comes whole to an instance without the demonstration, once', async () => {
    expect(await ensureNeeds(getDb())).toBeGreaterThan(ALL_NEEDS.length);
    expect(await listNeeds(getDb())).toEqual(ALL_NEEDS);
    expect(await ensureNeeds(getDb())).toBe(0);
  });

  it('is completed without touching what somebody wrote', async () => {
    await ensureNeeds(getDb());
    await getDb().delete(need).where(eq(need.id, 'cardiologue'));
    await getDb().delete(needSynonym).where(eq(needSynonym.needId, 'dentiste'));
    expect(await ensureNeeds(getDb())).toBe(1);
    const needs = await listNeeds(getDb());
    expect(needs.find(({ id }) => id === 'cardiologue')?.synonyms).toContain('cardio');
    expect(needs.find(({ id }) => id === 'dentiste')?.synonyms).toEqual([]);
  });

  it('leads to the specialists of the register', async () => {
    await ensureNeeds(getDb());
    await addSource(getDb());
    await addCommune(getDb(), '16020', 'Aubeterre-sur-Dronne', { postcodes: ['16390'] });
    await runRpps(getHandle(), [
      { 'Code savoir-faire': 'SM73' },
      { 'Identifiant PP': '10900000002', 'Code savoir-faire': 'SM38' },
      { 'Identifiant PP': '10900000003', 'Code savoir-faire': 'SM20' },
      { 'Identifiant PP': '10900000004', 'Code savoir-faire': 'SM42' },
      { 'Identifiant PP': '10900000005' },
    ]);
    const needs = await listNeeds(getDb());
    const found = async (words: string) => {
      const id = matchNeeds(words, needs)[0]?.need.id ?? '';
      const { rows } = await getDb().execute(sql`select distinct e.title from entry_need n
        join entry e on e.id = n.entry_id where n.need_id = ${id} order by 1`);
      return rows.map(({ title }) => title);
    };
    expect(await found('cardiologue')).toEqual(['Cardiologue']);
    expect(await found('ophtalmo')).toEqual(['Ophtalmologue']);
    expect(await found('gynécologue')).toEqual(['Gynécologue obstétricien']);
    expect(await found('psychiatre')).toEqual(['Psychiatre']);
    expect(await found('grossesse')).toEqual(['Gynécologue obstétricien']);
    expect(await found('spécialiste')).toHaveLength(3);
  });
});

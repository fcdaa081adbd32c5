// Does the directory answer by need, category, words and distance, whole and in a fixed order?

import { PgDialect } from 'drizzle-orm/pg-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { countDirectory } from '#db/queries/directory/count-directory.ts';
import { type DirectoryFilter, EVERY_ENTRY } from '#db/queries/directory/directory-filter.ts';
import { listEntriesByIds } from '#db/queries/directory/list-entries-by-ids.ts';
import { listEntryPoints } from '#db/queries/directory/list-entry-points.ts';
import {
  type DirectoryPoint,
  loadDirectoryPoints,
} from '#db/queries/directory/load-directory-points.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { searchDirectory, searchDirectoryQuery } from '#db/queries/directory/search-directory.ts';
import { suggestEntries } from '#db/queries/directory/suggest-entries.ts';
import { accessibility, entryTheme, service } from '#db/schema/directory-details.ts';
import { clsTheme, need, needCategory } from '#db/schema/need.ts';
import { distanceMeters } from '#domain/geo.ts';
import {
  AUBETERRE,
  addCommune,
  addPlace,
  addPractice,
  addSource,
  addTerritory,
  eastOf,
  provenance,
} from '#tests/db/rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

const label = { fr: 'x', en: 'x' };
const at = (kilometres: number) => ({ point: eastOf(AUBETERRE, kilometres) });

async function addDirectory(db: Database): Promise<void> {
  await addSource(db);
  await addTerritory(db, 'sud');
  await addCommune(db, '16020', 'Aubeterre-sur-Dronne', { territory: 'sud' });
  await addCommune(db, '24001', 'Ribérac', { point: eastOf(AUBETERRE, 20) });
  await db.insert(need).values([
    { id: 'medecin', position: 0, group: 'doctor', label, plain: label },
    { id: 'vaccin', position: 1, group: 'doctor', label, plain: label },
    { id: 'radiologie', position: 2, group: 'hospital', label, plain: label },
  ]);
  await db.insert(needCategory).values([
    { needId: 'medecin', category: 'gp', position: 0 },
    { needId: 'vaccin', category: 'gp', position: 0 },
    { needId: 'vaccin', category: 'pharmacy', position: 1 },
  ]);
  await addPractice(db, 'gp-far', { name: 'Anne Dupuis', insee: '24001', ...at(20) });
  await addPractice(db, 'gp-near', { name: 'Émile Lœuvre', ...at(1) });
  await addPractice(db, 'gp-mid', { name: 'Zoé Martin', ...at(5) });
  const shop = { category: 'pharmacy', title: 'Pharmacie' } as const;
  await addPlace(db, 'pharmacy', { name: 'Pharmacie du Château', ...shop, ...at(3) });
  const house = { category: 'hospital', title: 'Hôpital local' } as const;
  await addPlace(db, 'hospital', { name: 'Centre hospitalier', ...house, ...at(8) });
  await db.insert(service).values([
    { entryId: 'hospital', position: 0, needId: 'radiologie', name: 'Radiologie', ...provenance },
    { entryId: 'hospital', position: 1, needId: 'medecin', name: 'Consultations', ...provenance },
  ]);
  await db.insert(accessibility).values([
    { entryId: 'hospital', stepFree: 'yes', ...provenance },
    { entryId: 'gp-mid', stepFree: 'no', ...provenance },
  ]);
  await db.insert(clsTheme).values({ id: 'soins', position: 0, label });
  await db.insert(entryTheme).values({ entryId: 'pharmacy', themeId: 'soins' });
  await refreshEntryProjection(db);
}

async function idsOf(db: Database, filter: Partial<DirectoryFilter>, radiusMeters: number | null) {
  const near = radiusMeters === null ? null : { point: AUBETERRE, radiusMeters };
  const all = { ...EVERY_ENTRY, ...filter };
  const { rows } = await searchDirectory(db, { filter: all, near, limit: 50, cursor: null });
  expect(await countDirectory(db, all, near)).toBe(rows.length);
  // As if the words were common: the other way to the same rows.
  const around = await searchDirectory(db, { filter: all, near, limit: 50, cursor: null }, 0);
  expect(around.rows).toEqual(rows);
  return rows.map(({ id }) => id);
}

describeOnBoth('the search of the directory', (getDb) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addDirectory(getDb());
  });

  it.each<[string, Partial<DirectoryFilter>, number | null, string[]]>([
    [
      'everything, nearest first',
      {},
      50_000,
      ['gp-near', 'pharmacy', 'gp-mid', 'hospital', 'gp-far'],
    ],
    ['only what lies within the radius', {}, 5_500, ['gp-near', 'pharmacy', 'gp-mid']],
    [
      'a need by category or by service',
      { needIds: ['medecin'] },
      50_000,
      ['gp-near', 'gp-mid', 'hospital', 'gp-far'],
    ],
    [
      'several needs, each entry once',
      { needIds: ['medecin', 'vaccin'] },
      50_000,
      ['gp-near', 'pharmacy', 'gp-mid', 'hospital', 'gp-far'],
    ],
    [
      'a need and a category',
      { needIds: ['vaccin'], categories: ['pharmacy'] },
      50_000,
      ['pharmacy'],
    ],
    [
      'several categories',
      { categories: ['hospital', 'pharmacy'] },
      50_000,
      ['pharmacy', 'hospital'],
    ],
    ['a theme', { themeId: 'soins' }, 50_000, ['pharmacy']],
    [
      'a territory',
      { territoryCode: 'sud' },
      50_000,
      ['gp-near', 'pharmacy', 'gp-mid', 'hospital'],
    ],
    ['a commune', { insee: '24001' }, 50_000, ['gp-far']],
    ['where one enters without a step', { stepFree: true }, 50_000, ['hospital']],
    ['a name without its accents', { text: 'emile loeuvre' }, 50_000, ['gp-near']],
    ['an unfinished word', { text: 'pharm chat' }, 50_000, []],
    ['words of the name, last unfinished', { text: 'pharmacie chat' }, 50_000, ['pharmacy']],
    ['a title and a commune', { text: 'médecin riberac' }, 50_000, ['gp-far']],
    ['a need and a name', { needIds: ['medecin'], text: 'martin' }, 50_000, ['gp-mid']],
    [
      'a need answered by a service, and words',
      { needIds: ['radiologie'], text: 'hosp' },
      50_000,
      ['hospital'],
    ],
    ['a category and a name', { categories: ['pharmacy'], text: 'martin' }, 50_000, []],
    ['a theme and a name', { themeId: 'soins', text: 'chateau' }, 50_000, ['pharmacy']],
    [
      'words all have',
      { text: 'aubeterre' },
      50_000,
      ['gp-near', 'pharmacy', 'gp-mid', 'hospital'],
    ],
    ['words, within the radius', { text: 'aubeterre' }, 4_000, ['gp-near', 'pharmacy']],
    ['no word at all', { text: ' - ' }, 50_000, []],
    ['an unknown need', { needIds: ['licorne'] }, 50_000, []],
    ['by name without a point', {}, null, ['gp-far', 'hospital', 'gp-near', 'pharmacy', 'gp-mid']],
    ['a need by name', { needIds: ['medecin'], stepFree: true }, null, ['hospital']],
  ])('gives %s', async (_title, filter, radius, ids) => {
    expect(await idsOf(getDb(), filter, radius)).toEqual(ids);
  });

  it.each<[number | null, Partial<DirectoryFilter>, number, number]>([
    [50_000, { needIds: ['medecin', 'vaccin'] }, 50, 12],
    [null, { needIds: ['medecin', 'vaccin'] }, 50, 12],
    [50_000, { text: 'medecin' }, 50, 10],
    [50_000, { text: 'medecin' }, 0, 10],
  ])(
    'pages through equal distances without loss nor repeat, radius %s, %o, few are %s',
    async (radiusMeters, asked, few, count) => {
      for (let i = 0; i < 7; i++)
        await addPractice(getDb(), `same-${i}`, { name: 'Même', ...at(1) });
      await refreshEntryProjection(getDb());
      const near = radiusMeters === null ? null : { point: AUBETERRE, radiusMeters };
      const filter = { ...EVERY_ENTRY, ...asked };
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await searchDirectory(getDb(), { filter, near, limit: 3, cursor }, few);
        expect(page.rows.length).toBeLessThanOrEqual(3);
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      const { rows } = await searchDirectory(getDb(), { filter, near, limit: 50, cursor: null });
      expect(seen).toEqual(rows.map(({ id }) => id));
      expect(seen).toHaveLength(count);
    },
  );

  it('measures distances as the rest of the product does', async () => {
    const near = { point: AUBETERRE, radiusMeters: 50_000 };
    const { rows } = await searchDirectory(getDb(), {
      filter: EVERY_ENTRY,
      near,
      limit: 9,
      cursor: null,
    });
    for (const { point, crowMeters } of rows) {
      expect(crowMeters).toBeCloseTo(distanceMeters(AUBETERRE, point ?? [0, 0]), 0);
    }
    expect(rows).toHaveLength(5);
  });

  it('refuses a cursor that is not its own, naming the field', async () => {
    const near = { point: AUBETERRE, radiusMeters: 1 };
    for (const cursor of ['zzz', 'WyJhIiwiYiJd', '']) {
      await expect(
        searchDirectory(getDb(), { filter: EVERY_ENTRY, near, limit: 9, cursor }),
      ).rejects.toMatchObject({
        code: 'bad_request',
        details: [{ field: 'cursor', received: cursor }],
      });
    }
  });

  it.each([
    ['martin', 'gp-mid'],
    ['martn', 'gp-mid'],
    ['matrin', 'gp-mid'],
    ['martiin', 'gp-mid'],
    ['mertin', 'gp-mid'],
    ['artin', 'gp-mid'],
    ['Louvre', 'gp-near'],
    ['zo mart', 'gp-mid'],
    ['chateau', 'pharmacy'],
    ['pharmassie', 'pharmacy'],
    ['dupuy', 'gp-far'],
  ])('suggests from « %s » first %s', async (text, id) => {
    const found = await suggestEntries(getDb(), { text, near: AUBETERRE, limit: 5 });
    expect(found[0]?.id).toBe(id);
  });

  it('suggests the nearest first when words are common', async () => {
    const question = { text: 'aubeterre', near: eastOf(AUBETERRE, 6), limit: 3 };
    for (const lookedUp of [0, 50]) {
      const found = await suggestEntries(getDb(), question, { ranked: 0, lookedUp });
      expect(found.map(({ id }) => id)).toEqual(['gp-mid', 'hospital', 'pharmacy']);
    }
    const common = { ranked: 0, lookedUp: 0 };
    const byName = await suggestEntries(getDb(), { ...question, near: null }, common);
    expect(byName.map(({ id }) => id)).toEqual(['hospital', 'gp-near', 'pharmacy']);
  });

  it('suggests nothing from nothing, nor from words nobody has', async () => {
    for (const text of ['', "'", 'qqqqqq', 'martin qqqqqq', '%']) {
      expect(await suggestEntries(getDb(), { text, near: null, limit: 5 })).toEqual([]);
    }
  });

  it('lists entries in the order asked, unknown ones absent', async () => {
    const rows = await listEntriesByIds(getDb(), ['pharmacy', 'nobody', 'gp-near'], AUBETERRE);
    expect(rows.map(({ id }) => id)).toEqual(['pharmacy', 'gp-near']);
    expect(rows[0]?.crowMeters).toBeCloseTo(3_000, -1);
    expect((await listEntriesByIds(getDb(), ['pharmacy'], null))[0]?.crowMeters).toBeNull();
    expect(await listEntriesByIds(getDb(), [], null)).toEqual([]);
    const points = await listEntryPoints(getDb(), ['pharmacy', 'nobody']);
    expect(points).toEqual([
      { id: 'pharmacy', name: 'Pharmacie du Château', point: at(3).point, insee: '16020' },
    ]);
    expect(await listEntryPoints(getDb(), [])).toEqual([]);
  });

  it('streams every point once, in chunks of any size', async () => {
    for (const size of [1, 2, 5, 100]) {
      const chunks: DirectoryPoint[][] = [];
      for await (const chunk of loadDirectoryPoints(getDb(), size)) chunks.push(chunk);
      expect(chunks.flat().map(({ id }) => id)).toEqual([
        'gp-far',
        'gp-mid',
        'gp-near',
        'hospital',
        'pharmacy',
      ]);
      expect(chunks.every((chunk) => chunk.length <= size)).toBe(true);
      expect(chunks.flat()[4]).toEqual({
        id: 'pharmacy',
        name: 'Pharmacie du Château',
        category: 'pharmacy',
        demonstration: false,
        lon: at(3).point[0],
        lat: at(3).point[1],
        needIds: ['vaccin'],
        themes: ['soins'],
      });
    }
  });
});

describe('the statement of the search', () => {
  const text = (search: Parameters<typeof searchDirectoryQuery>[0]) =>
    new PgDialect().sqlToQuery(searchDirectoryQuery(search)).sql;

  it('is this one for needs near a point', () => {
    const near = { point: AUBETERRE, radiusMeters: 20_000 };
    const filter = { ...EVERY_ENTRY, needIds: ['medecin'], stepFree: true };
    expect(text({ filter, near, limit: 20, cursor: null })).toMatchInlineSnapshot(`
      "with answering as (
        select found.id, found.crow_meters from (select found.id, found.crow_meters
        from (select distinct c.category from need_category c where c.need_id in ($1)) as wanted(code) cross join lateral (
          select member.id, spot.meters as crow_meters
          from (select s.point, s.point <-> st_setsrid(st_makepoint($2::float8, $3::float8), 4326)::geography as meters from entry_spot s where hashtext(s.answers) = hashtext('category:' || wanted.code) and s.answers = 'category:' || wanted.code and st_dwithin(s.point, st_setsrid(st_makepoint($4::float8, $5::float8), 4326)::geography, $6::float8, false)
            order by meters ) spot
          cross join lateral (select e.id as id from entry e where point_key(e.point) = point_key(spot.point) and e.point = spot.point and e.category = wanted.code and e.step_free
            order by e.id limit 21) member
          order by spot.meters, member.id limit 21) found  union all select found.id, found.crow_meters
        from (values ($7::text)) as wanted(code) cross join lateral (
          select member.id, spot.meters as crow_meters
          from (select s.point, s.point <-> st_setsrid(st_makepoint($8::float8, $9::float8), 4326)::geography as meters from entry_spot s where hashtext(s.answers) = hashtext('need:' || wanted.code) and s.answers = 'need:' || wanted.code and st_dwithin(s.point, st_setsrid(st_makepoint($10::float8, $11::float8), 4326)::geography, $12::float8, false)
            order by meters ) spot
          cross join lateral (select n.entry_id as id from entry_service_need n join entry e on e.id = n.entry_id where point_key(n.point) = point_key(spot.point) and n.point = spot.point and n.need_id = wanted.code and e.step_free
            order by n.entry_id limit 21) member
          order by spot.meters, member.id limit 21) found ) found
        where found.crow_meters <= $13::float8
        group by found.id, found.crow_meters
        order by found.crow_meters, found.id limit 21
      )
      select json_build_object('id', e.id, 'kind', e.kind,
        'category', e.category, 'name', e.name, 'title', e.title, 'demonstration', e.demonstration,
        'placeName', e.place_name, 'address', json_build_object('street', e.street,
          'complement', e.complement, 'postcode', e.postcode, 'city', e.city),
        'insee', e.insee, 'communeName', e.commune_name,
        'point', json_build_array(st_x(e.point::geometry), st_y(e.point::geometry)),
        'pointPrecision', e.point_precision, 'phone', e.phone, 'hours', e.hours,
        'newPatients', e.new_patients, 'accessibility', '{"stepFree":"unknown","adaptedParking":"unknown","adaptedToilet":"unknown","hearingLoop":"unknown","homeVisits":"unknown"}'::jsonb || e.accessibility,
        'provenance', json_build_object('sourceId', e.source_id, 'asOf', e.as_of,
          'confirmedOn', e.confirmed_on, 'confidence', e.confidence),
        'crowMeters', answering.crow_meters) as entry, answering.crow_meters as sort_key
      from answering join entry e on e.id = answering.id
      order by answering.crow_meters, e.id"
    `);
  });

  it('is this one for the guide', () => {
    const filter = { ...EVERY_ENTRY, themeId: 'soins', territoryCode: 'sud' };
    expect(text({ filter, near: null, limit: 20, cursor: null })).toMatchInlineSnapshot(`
      "select json_build_object('id', e.id, 'kind', e.kind,
        'category', e.category, 'name', e.name, 'title', e.title, 'demonstration', e.demonstration,
        'placeName', e.place_name, 'address', json_build_object('street', e.street,
          'complement', e.complement, 'postcode', e.postcode, 'city', e.city),
        'insee', e.insee, 'communeName', e.commune_name,
        'point', json_build_array(st_x(e.point::geometry), st_y(e.point::geometry)),
        'pointPrecision', e.point_precision, 'phone', e.phone, 'hours', e.hours,
        'newPatients', e.new_patients, 'accessibility', '{"stepFree":"unknown","adaptedParking":"unknown","adaptedToilet":"unknown","hearingLoop":"unknown","homeVisits":"unknown"}'::jsonb || e.accessibility,
        'provenance', json_build_object('sourceId', e.source_id, 'asOf', e.as_of,
          'confirmedOn', e.confirmed_on, 'confidence', e.confidence),
        'crowMeters', null) as entry, e.search_key as sort_key
      from entry e where exists (select from entry_theme t where t.entry_id = e.id and t.theme_id = $1) and exists (select from territory_commune t where t.insee = e.insee and t.territory_code = $2)
      order by e.search_key, e.id
      limit 21"
    `);
  });
});

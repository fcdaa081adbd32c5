// Is a street found however a person writes it, and does its key lead back to it?

import { sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { findAddressQuery } from '#db/queries/territory/find-address.ts';
import { findPlace } from '#db/queries/territory/find-place.ts';
import {
  knownStreetWordsQuery,
  suggestAddressesQuery,
} from '#db/queries/territory/suggest-addresses.ts';
import { suggestPlaces } from '#db/queries/territory/suggest-places.ts';
import { street } from '#db/schema/address.ts';
import { readAddress } from '#domain/territory/read-address.ts';
import { writeStreetWords } from '#seeds/sources/places/stage-streets.ts';
import { AUBETERRE, addCommune, addSource, addTerritory, eastOf } from '#tests/db/rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

async function addStreet(db: Database, id: string, name: string, commune: string) {
  const [insee = ''] = id.split('_');
  await db.insert(street).values({
    id,
    insee,
    name,
    searchKey: sql`search_key(${`${name} ${commune}`})` as never,
    words:
      sql`setweight(to_tsvector('simple', search_key(${name})), 'A') || setweight(to_tsvector('simple', search_key(${`${commune} 16390`})), 'B')` as never,
    postcode: '16390',
    numbers: ['2', '12', '12bis'],
    lons: [160_000, 161_000, 162_000],
    lats: [45_270_000, 45_271_000, 45_272_000],
    point: AUBETERRE,
    sourceId: 'facts',
  });
}

describeOnBoth('the search of addresses', (getDb) => {
  beforeEach(async () => {
    const db = getDb();
    await clearTables(db);
    await addSource(db);
    await addTerritory(db, 'sud');
    await addCommune(db, '16020', 'Aubeterre-sur-Dronne', { postcodes: ['16390'] });
    await addCommune(db, '16230', 'Montmoreau', { point: eastOf(AUBETERRE, 12), territory: 'sud' });
    await addStreet(db, '16020_0070', 'Rue des Écoles', 'Aubeterre-sur-Dronne');
    await addStreet(db, '16020_0080', 'Route de Montmoreau', 'Aubeterre-sur-Dronne');
    await addStreet(db, '16230_0070', 'Rue des Écoles', 'Montmoreau');
    await addStreet(db, '16230_b01c', 'Le Maine Joli', 'Montmoreau');
    await writeStreetWords(db);
  });

  const keys = async (text: string, territoryCode: string | null = null) =>
    (await suggestPlaces(getDb(), { text, territoryCode, limit: 8 })).map(({ key }) => key);

  it.each([
    ['12 rue des Écoles, Aubeterre-sur-Dronne', '16020_0070_12'],
    ['12 bis rue des ecoles aubeterre', '16020_0070_12bis'],
    ['12B rue des ecoles aubeterre', '16020_0070_12'],
    ['99 rue des ecoles montmoreau', '16230_0070'],
    ['rue des écoles 16390 aubeterre sur dronne', '16020_0070'],
    ['12 rue des ecolles aubetere', '16020_0070_12'],
    ['r des ecol aubet', '16020_0070'],
    ['maine joli', '16230_b01c'],
    ['12 rte montmoreau', '16020_0080_12'],
  ])('finds from « %s » first %s', async (text, key) => {
    expect((await keys(text))[0]).toBe(key);
  });

  it('names the street, its commune and its point', async () => {
    const [found] = await suggestPlaces(getDb(), {
      text: '12 rue des écoles montmoreau',
      territoryCode: null,
      limit: 8,
    });
    expect(found).toEqual({
      key: '16230_0070_12',
      insee: '16230',
      name: '12 Rue des Écoles, Montmoreau',
      postcode: '16390',
      point: [0.161, 45.271],
      matched: 'address',
      matchedText: '12 Rue des Écoles, Montmoreau',
      territoryCode: 'sud',
    });
  });

  it('puts communes before streets, and those of the territory before others', async () => {
    expect(await keys('montmo')).toEqual(['16230', '16020_0080']);
    expect(await keys('montmoreau')).toEqual(['16230']);
    expect(await keys('rue des ecoles')).toEqual(['16020_0070', '16230_0070']);
    expect(await keys('rue des ecoles', 'sud')).toEqual(['16230_0070', '16020_0070']);
  });

  it.each([['12 rue'], ['rue de la'], ['12 rue xyzxyz'], ["12 rue '; drop table street; --"]])(
    'finds nothing from « %s »',
    async (text) => expect(await keys(text)).toEqual([]),
  );

  it('finds an address again by its key, the street when the number is gone', async () => {
    expect(await findPlace(getDb(), '16020_0070_12bis')).toMatchObject({
      name: '12bis Rue des Écoles, Aubeterre-sur-Dronne',
      point: [0.162, 45.272],
    });
    expect(await findPlace(getDb(), '16020_0070_7')).toMatchObject({
      key: '16020_0070',
      name: 'Rue des Écoles, Aubeterre-sur-Dronne',
      point: AUBETERRE,
    });
    expect(await findPlace(getDb(), '16020_9999')).toBeNull();
  });
});

describe('the statements of the search of addresses', () => {
  const textOf = (query: ReturnType<typeof sql>) => new PgDialect().sqlToQuery(query);

  it('hold what was typed as parameters only', () => {
    const asked = readAddress("12 rue des Écoles'; drop, 16390");
    const query = textOf(
      suggestAddressesQuery(asked, [{ candidates: ['ecoles', 'ecole'] }], 'sud', 8),
    );
    expect(query.params).toEqual([
      'sud',
      "('ecoles' | 'ecole') & '16390'",
      "('ecoles':A | 'ecole':A)",
      200,
      '12',
      '12',
      'rue des ecoles drop',
      'rue des ecoles drop',
      0.3,
      8,
    ]);
    expect(query.sql).toMatchInlineSnapshot(`
      "with meant as materialized (
        select s.id, s.insee in (
          select t.insee from "territory_commune" t where t.territory_code = $1) as inside
        from "street" s
        where s.words @@ to_tsquery('simple', $2) and s.words @@ to_tsquery('simple', $3)
        order by inside desc, s.id limit $4
      ),
      near as (
        select meant.inside, s.*, coalesce(array_position(s.numbers, $5::text), array_position(s.numbers, $6::text)) as at, 
          greatest(similarity(s.search_key, $7), word_similarity($8, s.search_key) * 0.8) as alike
        from meant join "street" s on s.id = meant.id
      )
      select concat(s.id, '_' || s.numbers[s.at]) as key, c.insee, concat(s.numbers[s.at] || ' ', s.name, ', ', c.name) as name,
        s.postcode, 'address' as matched, concat(s.numbers[s.at] || ' ', s.name, ', ', c.name) as matched_text,
        coalesce(s.lons[s.at] / 1e6, st_x(s.point::geometry)) as lon,
        coalesce(s.lats[s.at] / 1e6, st_y(s.point::geometry)) as lat,
        (select min(t.territory_code) from "territory_commune" t where t.insee = c.insee) as territory_code
      from near s join "commune" c on c.insee = s.insee
      where s.alike >= $9
      order by round(s.alike::numeric, 1) desc, s.at is null, s.inside desc, s.alike desc, c.population desc,
        s.id
      limit $10"
    `);
  });

  it('are these for words and for a key', () => {
    expect(textOf(knownStreetWordsQuery(['ecoles'])).sql).toMatchInlineSnapshot(`
      "select asked.word as asked,
        case when begun.words <> '{}' then begun.words else near.words end as candidates,
        case when begun.words <> '{}' then begun.total else near.total end as street_count
      from unnest($1::text[]) with ordinality as asked(word, position)
      cross join lateral (
        select coalesce(array_agg(w.word), '{}') as words, coalesce(sum(w.street_count), 0)::int as total
        from (
          select word, street_count from "street_word"
          where word >= asked.word and word < asked.word || '~'
            and (length(asked.word) >= 3 or word = asked.word)
          order by word = asked.word desc, street_count desc, word limit 12
        ) w
      ) begun
      cross join lateral (
        select coalesce(array_agg(w.word), '{}') as words, coalesce(sum(w.street_count), 0)::int as total
        from (
          select word, street_count from "street_word"
          where begun.words = '{}' and word % asked.word and length(asked.word) >= 4
          order by similarity(word, asked.word) desc, street_count desc, word limit 6
        ) w
      ) near
      order by asked.position"
    `);
    expect(textOf(findAddressQuery('16020_0070', '12')).sql).toMatchInlineSnapshot(`
      "select concat(s.id, '_' || s.numbers[asked.at]) as key, c.insee, concat(s.numbers[asked.at] || ' ', s.name, ', ', c.name) as name,
        s.postcode, 'address' as matched, concat(s.numbers[asked.at] || ' ', s.name, ', ', c.name) as matched_text,
        coalesce(s.lons[asked.at] / 1e6, st_x(s.point::geometry)) as lon,
        coalesce(s.lats[asked.at] / 1e6, st_y(s.point::geometry)) as lat,
        (select min(t.territory_code) from "territory_commune" t where t.insee = c.insee) as territory_code
      from "street" s
      join "commune" c on c.insee = s.insee
      cross join lateral (select coalesce(array_position(s.numbers, $1::text), array_position(s.numbers, $2::text)) as at) asked
      where s.id = $3"
    `);
  });
});

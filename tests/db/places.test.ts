// Is a commune found however a person writes it, or stands in it?

import { PgDialect } from 'drizzle-orm/pg-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { findNearestPlace } from '#db/queries/territory/find-nearest-place.ts';
import { findPlace } from '#db/queries/territory/find-place.ts';
import { findTerritory } from '#db/queries/territory/find-territory.ts';
import { getPlace } from '#db/queries/territory/get-place.ts';
import { getTerritory } from '#db/queries/territory/get-territory.ts';
import { listTerritories, listTerritoriesQuery } from '#db/queries/territory/list-territories.ts';
import {
  loadCommuneShapes,
  loadCommuneShapesQuery,
} from '#db/queries/territory/load-commune-shapes.ts';
import { suggestPlaces, suggestPlacesQuery } from '#db/queries/territory/suggest-places.ts';
import { commune, epci, territoryEpci } from '#db/schema/territory.ts';
import { AUBETERRE, addCommune, addSource, addTerritory, eastOf } from '#tests/db/rows.ts';
import { clearTables, describeOnBoth } from '#tests/support/database.ts';

async function addSouthCharente(db: Database): Promise<void> {
  await addSource(db);
  await addTerritory(db, 'sud');
  const territory = 'sud';
  await addCommune(db, '16020', 'Aubeterre-sur-Dronne', { postcodes: ['16390'], territory });
  await addCommune(db, '16230', 'Montmoreau', {
    point: eastOf(AUBETERRE, 12),
    postcodes: ['16190'],
    population: 2_500,
    territory,
    former: ['Montmoreau-Saint-Cybard', 'Aignes-et-Puypéroux'],
  });
  await addCommune(db, '16302', 'Saint-Amant-de-Montmoreau', { postcodes: ['16190'] });
  await addCommune(db, '16357', 'Saint-Séverin', { postcodes: ['16390'], territory });
  await addCommune(db, '24001', 'Saint-Séverin-d’Estissac', { population: 9_000 });
  await addCommune(db, '16015', 'Angoulême', { postcodes: ['16000'], population: 41_000 });
}

async function namesFor(db: Database, text: string, territoryCode: string | null = null) {
  const places = await suggestPlaces(db, { text, territoryCode, limit: 5 });
  return places.map(({ name }) => name);
}

describeOnBoth('the search of places', (getDb) => {
  beforeEach(async () => {
    await clearTables(getDb());
    await addSouthCharente(getDb());
  });

  it.each([
    ['aubeterre', 'Aubeterre-sur-Dronne'],
    ['AUBETERRE SUR DRONNE', 'Aubeterre-sur-Dronne'],
    ['aubetere', 'Aubeterre-sur-Dronne'],
    ['Aubeterre sur Drone', 'Aubeterre-sur-Dronne'],
    ['dronne', 'Aubeterre-sur-Dronne'],
    ['st severin', 'Saint-Séverin'],
    ['Saint-Severin', 'Saint-Séverin'],
    ['angouleme', 'Angoulême'],
    ['Angouléme', 'Angoulême'],
    ['engoulême', 'Angoulême'],
    ['mont', 'Montmoreau'],
    ['montmorau', 'Montmoreau'],
    ['16190 montmoreau', 'Montmoreau'],
    ['montmoreau (16190)', 'Montmoreau'],
    ['a', 'Angoulême'],
  ])('finds from « %s » first %s', async (text, name) => {
    expect((await namesFor(getDb(), text))[0]).toBe(name);
  });

  it('puts communes of the territory first among those that match as well', async () => {
    expect((await namesFor(getDb(), 'saint sev')).slice(0, 2)).toEqual([
      'Saint-Séverin-d’Estissac',
      'Saint-Séverin',
    ]);
    expect((await namesFor(getDb(), 'saint sev', 'sud')).slice(0, 2)).toEqual([
      'Saint-Séverin',
      'Saint-Séverin-d’Estissac',
    ]);
  });

  it('finds a merged commune by its former name, and says which name matched', async () => {
    const [found] = await suggestPlaces(getDb(), {
      text: 'aignes et puyperoux',
      territoryCode: null,
      limit: 5,
    });
    expect(found).toEqual({
      key: '16230',
      insee: '16230',
      name: 'Montmoreau',
      postcode: '16190',
      point: [expect.closeTo(0.3221, 3), 45.2711],
      matched: 'former_name',
      matchedText: 'Aignes-et-Puypéroux',
      territoryCode: 'sud',
    });
  });

  it('lists each commune of a postcode once, and a commune once however many names match', async () => {
    expect(await namesFor(getDb(), '16190')).toEqual(['Montmoreau', 'Saint-Amant-de-Montmoreau']);
    expect(await namesFor(getDb(), '163')).toEqual(['Aubeterre-sur-Dronne', 'Saint-Séverin']);
    const names = await namesFor(getDb(), 'montmoreau');
    expect(names).toEqual(['Montmoreau', 'Saint-Amant-de-Montmoreau']);
  });

  it.each([[''], ['   '], ['%'], ["'; drop table commune; --"], ['xyzxyz'], ['99999'], ['_']])(
    'finds nothing from « %s »',
    async (text) => {
      expect(await namesFor(getDb(), text)).toEqual([]);
    },
  );

  it('finds a place by its code, even a former one, and names the unknown code', async () => {
    expect(await findPlace(getDb(), '16020')).toMatchObject({ name: 'Aubeterre-sur-Dronne' });
    expect(await findPlace(getDb(), '16999')).toMatchObject({
      insee: '16230',
      matched: 'former_name',
      matchedText: 'Aignes-et-Puypéroux',
    });
    expect(await findPlace(getDb(), '00000')).toBeNull();
    await expect(getPlace(getDb(), '00000')).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('00000'),
    });
  });

  it('finds the nearest commune, the one whose contour holds the point first, none far away', async () => {
    const near = eastOf(AUBETERRE, 9);
    expect(await findNearestPlace(getDb(), near)).toMatchObject({ name: 'Montmoreau' });
    const shape = [
      [
        [
          [0.1, 45.2],
          [0.1, 45.3],
          [0.3, 45.3],
          [0.3, 45.2],
          [0.1, 45.2],
        ],
      ],
    ] as const;
    await getDb().delete(commune);
    await addCommune(getDb(), '16230', 'Montmoreau', { point: eastOf(AUBETERRE, 12) });
    await addCommune(getDb(), '16020', 'Aubeterre-sur-Dronne');
    await getDb().update(commune).set({ shape, shapeKind: 'official' });
    expect(await findNearestPlace(getDb(), near)).toMatchObject({ name: 'Montmoreau' });
    expect(await findNearestPlace(getDb(), [2.35, 48.85])).toBeNull();
  });

  it('lists territories in their order with their communes and groups of communes', async () => {
    await addTerritory(getDb(), 'before', -1);
    await getDb().insert(epci).values({ siren: '200', name: 'CC Lavalette' });
    await getDb().insert(territoryEpci).values({ territoryCode: 'sud', siren: '200' });
    const territories = await listTerritories(getDb());
    expect(territories.map(({ code }) => code)).toEqual(['before', 'sud']);
    expect(territories[0]).toMatchObject({ epcis: [], communeInsees: [] });
    expect(await findTerritory(getDb(), 'sud')).toEqual({
      code: 'sud',
      name: 'Territoire sud',
      holder: 'Pays',
      epcis: [{ siren: '200', name: 'CC Lavalette' }],
      communeInsees: ['16020', '16230', '16357'],
      colours: { main: '#035', soft: '#eef' },
      contacts: [{ label: 'Accueil', phone: null, email: null, url: null }],
      helpNumbers: [{ number: '15', label: 'SAMU', when: 'En urgence', kind: 'emergency' }],
      coverage: 'full',
      provenance: { sourceId: 'facts', asOf: '2026-10', confirmedOn: null, confidence: 'high' },
    });
    expect(await findTerritory(getDb(), 'nord')).toBeNull();
    await expect(getTerritory(getDb(), 'nord')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('gives the shapes of a territory in order of code, null where there is none', async () => {
    const shape = [
      [
        [
          [0, 45],
          [0, 46],
          [1, 46],
          [0, 45],
        ],
      ],
    ] as const;
    await getDb().update(commune).set({ shape, shapeKind: 'schematic' });
    await addCommune(getDb(), '16400', 'Yviers', { territory: 'sud' });
    const shapes = await loadCommuneShapes(getDb(), 'sud');
    expect(shapes.map(({ insee }) => insee)).toEqual(['16020', '16230', '16357', '16400']);
    expect(shapes[0]).toMatchObject({
      name: 'Aubeterre-sur-Dronne',
      shape,
      shapeKind: 'schematic',
    });
    expect(shapes[3]).toMatchObject({ shape: null, shapeKind: null, population: 500 });
  });

  it('reads territories and shapes by these statements', () => {
    expect(listTerritoriesQuery(getDb()).toSQL().sql).toMatchInlineSnapshot(`
      "select "code", "name", "holder", coalesce((
        select jsonb_agg(jsonb_build_object('siren', g.siren, 'name', g.name) order by g.name, g.siren)
        from territory_epci t join epci g on g.siren = t.siren
        where t.territory_code = territory.code), '[]') as "epcis", array(
        select t.insee from territory_commune t
        where t.territory_code = territory.code order by t.insee) as "commune_insees", "colours", "contacts", "help_numbers", "coverage", "source_id", "as_of", "confirmed_on", "confidence" from "territory" order by "territory"."position", "territory"."code""
    `);
    expect(loadCommuneShapesQuery(getDb(), 'sud').toSQL().sql).toMatchInlineSnapshot(
      `"select "commune"."insee", "commune"."name", "commune"."population", "commune"."epci_siren", "commune"."point", "commune"."shape", "commune"."shape_kind" from "territory_commune" inner join "commune" on "commune"."insee" = "territory_commune"."insee" where "territory_commune"."territory_code" = $1 order by "commune"."insee""`,
    );
  });
});

describe('the statement of the search of places', () => {
  it('asks for nothing without a letter or a digit', () => {
    expect(suggestPlacesQuery({ text: ' -%', territoryCode: null, limit: 5 })).toBeNull();
  });

  it('is this one for a postcode', () => {
    const query = suggestPlacesQuery({ text: '16', territoryCode: 'sud', limit: 5 });
    const text = query === null ? null : new PgDialect().sqlToQuery(query).sql;
    expect(text).toMatchInlineSnapshot(`
      "with candidate as (select insee, postcode as matched_text, 'postcode' as matched, 0 as rank, 1::real as similarity
      from "commune_postcode"
      where postcode >= $1 and postcode < $2),
      best as (
        select distinct on (insee) * from candidate
        order by insee, rank, similarity desc, matched = 'name' desc, matched desc, matched_text
      )
      select best.matched, best.matched_text, null as key, c.insee, c.name,
        st_x(c.point::geometry) as lon, st_y(c.point::geometry) as lat,
        coalesce((select min(p.postcode) from "commune_postcode" p where p.insee = c.insee), '') as postcode,
        (select min(t.territory_code) from "territory_commune" t where t.insee = c.insee) as territory_code
      from best join "commune" c on c.insee = best.insee
      order by best.rank,
        exists (select from "territory_commune" t where t.insee = c.insee and t.territory_code = $3) desc,
        (best.matched <> 'name'), best.similarity desc, c.population desc, c.insee
      limit $4"
    `);
  });
});

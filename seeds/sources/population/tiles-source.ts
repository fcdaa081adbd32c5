// Squares of 200 metres of INSEE's Filosofi: who lives in each, and which figures were imputed.

import { sql } from 'drizzle-orm';
import { populationTile } from '#db/schema/population.ts';
import { commune } from '#db/schema/territory.ts';
import type { ImportSource } from '#seeds/pipeline/source.ts';
import { loadKnownCodes, loadWanted } from '#seeds/sources/communes/known-codes.ts';
import { checkNone } from '#seeds/sources/communes/shapes.ts';
import { censusYear } from '#seeds/sources/population/census-year.ts';
import { readTiles, TILE_COLUMNS } from '#seeds/sources/population/read-tiles.ts';

export const TILES_EXPECTS =
  'les carreaux de 200 m de l’Insee (Filosofi, colonnes idcar_200m, ind, i_est_200…)';

/** Arles, the largest commune of mainland France, is 40 km long. */
const FARTHEST_METERS = 40_000;
const FARTHEST_GUYANE_METERS = 250_000;

export const tilesSource: ImportSource = {
  name: 'population',
  version: 1,
  expects: TILES_EXPECTS,
  feedOf: (_, { feedId }) => feedId ?? 'carreaux',

  source: (file) => ({
    id: 'population-carreaux',
    name: 'Données carroyées à 200 mètres (Filosofi)',
    publisher: 'Insee, DGFiP, Cnaf, Cnav, CCMSA',
    url: 'https://www.insee.fr/fr/statistiques/7655475',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { tx, bulk, territoryCodes } = context;
    const year = censusYear(context);
    await tx.execute(sql`
      create temporary table staged_tile (id text primary key, insee text, other_insees text, epsg int,
        east int, north int, population real, households real, aged_65_plus real, aged_80_plus real,
        imputed boolean, point geography) on commit drop`);
    const counts = { read: 0 };
    const known = await loadKnownCodes(tx, null);
    const wanted = await loadWanted(tx, territoryCodes);
    const keptCount = await bulk.copyValues(
      'staged_tile',
      TILE_COLUMNS,
      readTiles(context, known, wanted, counts),
    );
    await tx.execute(sql`
      update staged_tile set point =
        ST_Transform(ST_SetSRID(ST_MakePoint(east + 100, north + 100), epsg), 4326)::geography`);
    await tx.execute(sql`
      update staged_tile t set insee = c.insee from ${commune} c
      where t.other_insees <> '' and c.insee = any(string_to_array(t.other_insees, ' '))
        and c.shape_kind = 'official' and ST_Intersects(c.shape, t.point::geometry)`);
    return {
      read: null,
      readCount: counts.read,
      keptCount,
      asOf: `${year}`,
      validFrom: null,
      validTo: null,
    };
  },

  check: async ({ tx }, { keptCount, asOf }) => [
    {
      guard: 'carreaux',
      label: 'Des carreaux de communes connues',
      passed: keptCount > 0,
      detail: `${keptCount}`,
    },
    await checkNone(
      tx,
      'coordonnees',
      'Chaque carreau près de sa commune',
      sql`select t.id || ' (' || t.insee || ')' as said from staged_tile t
        join ${commune} c on c.insee = t.insee
        where ST_Distance(t.point, c.point) > case when t.insee like '973%'
          then ${FARTHEST_GUYANE_METERS}::float8 else ${FARTHEST_METERS}::float8 end limit 100`,
    ),
    await checkNone(
      tx,
      'annee',
      'Des carreaux au moins aussi récents que ceux d’ici',
      sql`select distinct p.insee as said from ${populationTile} p
        where p.year > ${Number(asOf)} and p.insee in (select insee from staged_tile)`,
    ),
  ],

  swap: async ({ tx, sourceId }, { keptCount, asOf }) => {
    const year = Number(asOf);
    const columns = sql`id, insee, population, households, aged_65_plus, aged_80_plus, imputed`;
    await tx.execute(sql`
      create temporary table same_tile on commit drop as
      select ${columns} from staged_tile intersect
      select ${columns} from ${populationTile} where year = ${year}`);
    const { rows: removed } = await tx.execute(sql`
      delete from ${populationTile} t where (t.insee in (select insee from staged_tile)
        or t.id in (select id from staged_tile)) and t.id not in (select id from same_tile)
      returning t.id in (select id from staged_tile) as stays`);
    await tx.execute(sql`
      insert into ${populationTile} (${columns}, point, year, source_id)
      select ${columns}, point, ${year}, ${sourceId} from staged_tile
      where id not in (select id from same_tile)`);
    const { rows } = await tx.execute<{ same: number }>(
      sql`select count(*)::int as same from same_tile`,
    );
    const unchangedCount = rows[0]?.same ?? 0;
    const gone = removed.filter((row) => row['stays'] === false).length;
    return {
      counts: { carreaux: keptCount - unchangedCount, 'carreaux disparus': gone },
      unchangedCount,
    };
  },
};

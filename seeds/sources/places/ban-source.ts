// Streets and numbers of the Base Adresse Nationale, one file a département.

import { sql } from 'drizzle-orm';
import { street } from '#db/schema/address.ts';
import { commune } from '#db/schema/territory.ts';
import type { ImportSource } from '#seeds/pipeline/source.ts';
import { loadKnownCodes, loadWanted } from '#seeds/sources/communes/known-codes.ts';
import { checkNone } from '#seeds/sources/communes/shapes.ts';
import {
  ADDRESS_COLUMNS,
  type AddressCounts,
  readAddresses,
} from '#seeds/sources/places/read-addresses.ts';
import { stageStreets, writeStreetWords } from '#seeds/sources/places/stage-streets.ts';

export const BAN_EXPECTS =
  'un fichier d’adresses de la BAN (adresses-XX.csv.gz, colonnes id, numero, nom_voie, lon, lat…)';

const FARTHEST_METERS = 40_000;
/** Of addresses that lie elsewhere than in France. */
const MOST_MISPLACED = 0.01;

/** `area`: the département, or 'FRANCE'; each keeps its own streets. */
export function banSource(area: string): ImportSource {
  const misplaced: AddressCounts = { read: 0, misplaced: 0 };
  return {
    name: 'places',
    version: 1,
    expects: BAN_EXPECTS,
    feedOf: (_, { feedId }) => feedId ?? `ban-${area.toLowerCase()}`,

    source: (file) => ({
      id: `ban-${area.toLowerCase()}`,
      name: `Base Adresse Nationale, ${area}`,
      publisher: 'DINUM, IGN',
      url: 'https://adresse.data.gouv.fr/data/ban/adresses/latest/csv/',
      licence: 'Licence Ouverte 2.0',
      note: `Fichier ${file.name}`,
    }),

    stage: async (context) => {
      const { tx, bulk, asOf, territoryCodes } = context;
      Object.assign(misplaced, { read: 0, misplaced: 0 });
      await tx.execute(sql`
        create temporary table staged_address (street text collate "C", insee text collate "C",
          name text collate "C", number text collate "C", digits int, postcode text collate "C",
          former_commune text collate "C", lon int, lat int) on commit drop`);
      const known = await loadKnownCodes(tx, null);
      const wanted = await loadWanted(tx, territoryCodes);
      const keptCount = await bulk.copyValues(
        'staged_address',
        ADDRESS_COLUMNS,
        readAddresses(context, known, wanted, misplaced),
      );
      await stageStreets(tx);
      return {
        read: null,
        readCount: misplaced.read,
        keptCount,
        asOf,
        validFrom: null,
        validTo: null,
      };
    },

    check: async ({ tx }, { keptCount }) => [
      {
        guard: 'adresses',
        label: 'Des adresses de communes connues',
        passed: keptCount > 0,
        detail: `${keptCount}`,
      },
      {
        guard: 'coordonnees',
        label: 'Adresses en France',
        passed: misplaced.misplaced <= misplaced.read * MOST_MISPLACED,
        detail: misplaced.misplaced === 0 ? 'oui' : `${misplaced.misplaced} ailleurs, ou inversées`,
      },
      await checkNone(
        tx,
        'communes',
        'Chaque rue près de sa commune',
        sql`select s.name || ' (' || s.insee || ')' as said from staged_street s
          join ${commune} c on c.insee = s.insee
          where ST_Distance(c.point, s.point) > ${FARTHEST_METERS} and s.insee not like '973%' limit 100`,
      ),
    ],

    swap: async ({ tx, sourceId }, { asOf }) => {
      const columns = sql.raw(
        'id, insee, name, search_key, words, postcode, former_commune, numbers, lons, lats',
      );
      await tx.execute(sql`
        create temporary table same_street on commit drop as
        select id, cardinality(numbers) as address_count from (
          select ${columns} from staged_street intersect
          select ${columns} from ${street} where source_id = ${sourceId}) same`);
      const { rows: removed } = await tx.execute(sql`
        delete from ${street} s where (s.source_id = ${sourceId} or s.id in (select id from staged_street))
          and s.id not in (select id from same_street)
        returning s.id in (select id from staged_street) as stays`);
      const { rows: written } = await tx.execute<{ count: number }>(sql`
        with written as (
          insert into ${street} (${columns}, point, source_id, as_of)
          select ${columns}, point, ${sourceId}, ${asOf}::text from staged_street
          where id not in (select id from same_street) returning id)
        select count(*)::int as count from written`);
      await tx.execute(
        sql`update ${street} set as_of = ${asOf}::text where source_id = ${sourceId} and as_of is distinct from ${asOf}::text`,
      );
      await writeStreetWords(tx);
      const { rows: same } = await tx.execute<{ addresses: number }>(
        sql`select coalesce(sum(address_count), 0)::int as addresses from same_street`,
      );
      return {
        counts: {
          rues: written[0]?.count ?? 0,
          'rues disparues': removed.filter((row) => row['stays'] === false).length,
        },
        unchangedCount: same[0]?.addresses ?? 0,
      };
    },
  };
}

// La Poste's « base officielle des codes postaux »: postcodes and localities of each commune.

import { sql } from 'drizzle-orm';
import type { CopyValue } from '#db/database.ts';
import { locality } from '#db/schema/address.ts';
import { commune, communeFormer, communePostcode } from '#db/schema/territory.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { readCounted } from '#seeds/pipeline/read-counted.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import { yearOfName } from '#seeds/sources/communes/code-source.ts';
import {
  type KnownCodes,
  loadKnownCodes,
  loadWanted,
} from '#seeds/sources/communes/known-codes.ts';
import { checkNone } from '#seeds/sources/communes/shapes.ts';
import { localityName, readLatLon } from '#seeds/sources/places/postcode-row.ts';

export const POSTCODES_EXPECTS =
  'la base des codes postaux de La Poste (colonnes code_commune_insee, code_postal, ligne_5…)';

/** From a commune's village to the middle of its area, or of the one it merged with. */
const FARTHEST_METERS = 30_000;
const COLUMNS = ['insee', 'postcode', 'locality', 'lon', 'lat', 'fault'];

export const postcodesSource: ImportSource = {
  name: 'places',
  version: 1,
  expects: POSTCODES_EXPECTS,
  feedOf: (_, { feedId }) => feedId ?? 'laposte',

  source: (file) => ({
    id: 'laposte-hexasmal',
    name: 'Base officielle des codes postaux',
    publisher: 'La Poste',
    url: 'https://datanova.laposte.fr/datasets/laposte-hexasmal',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { file, tx, bulk, asOf, territoryCodes } = context;
    await tx.execute(sql`
      create temporary table staged_postcode_row (insee text, postcode text, locality text,
        lon float8, lat float8, fault text) on commit drop`);
    const counts = { read: 0 };
    const known = await loadKnownCodes(tx, null);
    const wanted = await loadWanted(tx, territoryCodes);
    const keptCount = await bulk.copyValues(
      'staged_postcode_row',
      COLUMNS,
      rowsOf(context, known, wanted, counts),
    );
    return {
      read: null,
      readCount: counts.read,
      keptCount,
      asOf: asOf ?? yearOfName(file.name),
      validFrom: null,
      validTo: null,
    };
  },

  check: async ({ tx }, { keptCount }) => [
    {
      guard: 'communes',
      label: 'Des communes connues',
      passed: keptCount > 0,
      detail: `${keptCount} lignes`,
    },
    await checkNone(
      tx,
      'coordonnees',
      'Coordonnées près de chaque commune',
      sql`select distinct s.insee || coalesce(' (' || s.fault || ')', '') as said
        from staged_postcode_row s join ${commune} c on c.insee = s.insee
        where s.lon is not null and (s.fault is not null or ST_Distance(c.point,
          ST_SetSRID(ST_MakePoint(s.lon, s.lat), 4326)::geography) > ${FARTHEST_METERS})`,
    ),
  ],

  swap: async ({ tx, sourceId }, { asOf, keptCount }) => {
    // A locality that is a name of the commune already says nothing new.
    await tx.execute(sql`
      create temporary table staged_locality on commit drop as
      select s.insee, s.locality as name, min(s.postcode) as postcode
      from staged_postcode_row s join ${commune} c on c.insee = s.insee
      where s.locality is not null and search_key(s.locality) <> c.search_key
        and not exists (select from ${communeFormer} f
          where f.current_insee = s.insee and f.search_key = search_key(s.locality))
      group by s.insee, s.locality`);
    const { rows: postcodes } = await tx.execute(sql`
      insert into ${communePostcode} (insee, postcode, source_id, as_of)
      select distinct insee, postcode, ${sourceId}, ${asOf}::text from staged_postcode_row
      on conflict do nothing returning insee`);
    const { rows: gone } = await tx.execute(sql`
      delete from ${communePostcode} p where p.source_id = ${sourceId}
        and p.insee in (select insee from staged_postcode_row)
        and not exists (select from staged_postcode_row s where s.insee = p.insee and s.postcode = p.postcode)
      returning p.insee`);
    await tx.execute(sql`
      delete from ${locality} l where l.insee in (select insee from staged_postcode_row)
        and not exists (select from staged_locality s where s.insee = l.insee and s.name = l.name)`);
    const { rows: localities } = await tx.execute(sql`
      insert into ${locality} (insee, name, search_key, postcode, source_id, as_of)
      select insee, name, search_key(name), postcode, ${sourceId}, ${asOf}::text from staged_locality
      on conflict (insee, name) do update set postcode = excluded.postcode, as_of = excluded.as_of
        where ${locality.postcode} <> excluded.postcode returning insee`);
    const written = postcodes.length + localities.length;
    return {
      counts: {
        'codes postaux': postcodes.length,
        'codes postaux disparus': gone.length,
        localités: localities.length,
      },
      unchangedCount: Math.max(0, keptCount - written),
    };
  },
};

async function* rowsOf(
  context: ImportContext,
  known: KnownCodes,
  wanted: ReadonlySet<Insee> | null,
  counts: { read: number },
): AsyncGenerator<CopyValue[]> {
  const { reject } = context;
  const seen = new Set<string>();
  const table = readCounted(
    context,
    {
      delimiter: ';',
      quoted: true,
      columns: {
        insee: ['code_commune_insee'],
        postcode: ['code_postal'],
        locality: ['ligne_5'],
        point: ['coordonnees_geographiques', 'coordonnees_gps', '_geopoint'],
      },
      optional: ['locality', 'point'],
    },
    counts,
  );
  for await (const row of table) {
    const [code, postcode] = [row.get('insee'), row.get('postcode')];
    const said = row.get('locality');
    const point = readLatLon(row.get('point'));
    const refuse = (column: string, value: string, reason: string) =>
      reject({ line: row.line, column, value, reason });
    const key = `${code} ${postcode} ${said}`;
    const verdict = known.judge(code);
    if (!/^\d{5}$/.test(postcode)) {
      refuse('code_postal', postcode, 'Code postal attendu : cinq chiffres.');
    } else if (point === 'unreadable') {
      refuse('coordonnees_geographiques', row.get('point'), '« latitude,longitude » attendu.');
    } else if (verdict.kind === 'unknown' || verdict.kind === 'split') {
      refuse('code_commune_insee', code, 'Commune inconnue de l’Insee et d’ici.');
    } else if (seen.has(key)) {
      refuse('code_commune_insee', code, 'Ligne déjà lue plus haut dans le fichier.');
    } else if (verdict.kind !== 'elsewhere' && (wanted === null || wanted.has(verdict.insee))) {
      seen.add(key);
      const locality = said === '' ? null : localityName(said);
      yield [verdict.insee, postcode, locality, ...(point ?? [null, null, null])];
    }
  }
}

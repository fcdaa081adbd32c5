// `npm run import -- communes FILE`: official contours take the place of the schematic ones.

import { inArray, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { commune, communeFormer, territory, territoryCommune } from '#db/schema/territory.ts';
import { AppError } from '#domain/error.ts';
import { readWhole } from '#seeds/pipeline/read-file.ts';
import type { Check, ImportSource } from '#seeds/pipeline/source.ts';
import { type KnownCodes, mapContours } from '#seeds/sources/communes/map.ts';
import { COMMUNES_EXPECTS, readContours } from '#seeds/sources/communes/row.ts';

const SOURCE_ID = 'communes-contours';
/** A commune's main village may lie outside a simplified contour, never this far. */
const FARTHEST_POINT_METERS = 5_000;
/** The largest commune of mainland France covers 759 km². */
const LARGEST_SQUARE_KM = 1_000;

export const communesSource: ImportSource = {
  name: 'communes',
  version: 1,
  expects: COMMUNES_EXPECTS,

  source: (file) => ({
    id: SOURCE_ID,
    name: 'Contours des communes',
    publisher: 'IGN, Insee',
    url: 'https://geo.api.gouv.fr',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async ({ file, tx, territoryCodes, asOf, reject }) => {
    const read = readContours({ name: file.name, bytes: await readWhole(file) });
    const { contours, rejects } = mapContours(read.rows, await loadKnownCodes(tx, territoryCodes));
    for (const refused of [...read.rejects, ...rejects].sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0),
    )) {
      reject(refused);
    }
    await tx.execute(sql`
      create temporary table staged_commune_shape on commit drop as
      select piece.insee, ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Union(ST_MakeValid(
        ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(piece.geometry)), 4326)))), 3)) as shape
      from unnest(${sql.param(contours.map(({ insee }) => insee))}::text[],
        ${sql.param(contours.map(({ geometry }) => geometry))}::text[]) as piece(insee, geometry)
      group by piece.insee`);
    return {
      read: null,
      readCount: read.readCount,
      keptCount: contours.length,
      asOf,
      validFrom: null,
      validTo: null,
    };
  },

  check: async ({ tx }, { keptCount }) => [
    {
      guard: 'contours',
      label: 'Des contours connus',
      passed: keptCount > 0,
      detail: keptCount > 0 ? `${keptCount} dans le fichier` : 'aucun contour ne correspond',
    },
    await checkNone(
      tx,
      'surface',
      'Contours dessinables',
      sql`select insee as said from staged_commune_shape
        where ST_IsEmpty(shape) or ST_Area(shape::geography) > ${LARGEST_SQUARE_KM * 1e6}`,
    ),
    await checkNone(
      tx,
      'bourg',
      'Chaque contour près de son bourg',
      sql`select staged.insee as said from staged_commune_shape staged
        join ${commune} on ${commune.insee} = staged.insee
        where ST_Distance(staged.shape::geography, ${commune.point}) > ${FARTHEST_POINT_METERS}`,
    ),
  ],

  swap: async ({ tx }, { asOf }) => {
    await tx.execute(sql`
      update ${commune} set shape = staged.shape, shape_kind = 'official'
      from staged_commune_shape staged where ${commune.insee} = staged.insee`);
    await tx.execute(sql`
      insert into assertion (subject_kind, subject_id, field, source_id, as_of, confirmed_on, confidence)
      select 'commune', insee, 'shape', ${SOURCE_ID}, ${asOf}::text, null, 'high'
      from staged_commune_shape
      on conflict (subject_kind, subject_id, field) do update
        set source_id = excluded.source_id, as_of = excluded.as_of,
          confirmed_on = excluded.confirmed_on, confidence = excluded.confidence`);
    const [counted] = (
      await tx.execute<{ official: string; schematic: string }>(sql`
        select count(*) filter (where ${commune.insee} in (select insee from staged_commune_shape)) as official,
          count(*) filter (where ${commune.shapeKind} = 'schematic') as schematic from ${commune}`)
    ).rows;
    const counts = {
      'contours officiels': Number(counted?.official ?? 0),
      'contours encore schématiques': Number(counted?.schematic ?? 0),
    };
    return { counts, unchangedCount: 0 };
  },
};

async function checkNone(
  tx: Database,
  guard: string,
  label: string,
  faults: ReturnType<typeof sql>,
): Promise<Check> {
  const { rows } = await tx.execute<{ said: string }>(faults);
  const named = rows.map(({ said }) => said).sort();
  const shown = named.slice(0, 5).join(', ');
  return {
    guard,
    label,
    passed: named.length === 0,
    detail:
      named.length === 0
        ? 'oui'
        : `non : ${shown}${named.length > 5 ? `, et ${named.length - 5} autres` : ''}`,
  };
}

async function loadKnownCodes(
  db: Database,
  territoryCodes: readonly string[],
): Promise<KnownCodes> {
  const communes = await db.select({ insee: commune.insee }).from(commune);
  const formers = await db
    .select({ insee: communeFormer.insee, currentInsee: communeFormer.currentInsee })
    .from(communeFormer);
  const former = new Map<string, string[]>();
  for (const { insee, currentInsee } of formers) {
    const successors = former.get(insee) ?? [];
    if (!successors.includes(currentInsee)) former.set(insee, [...successors, currentInsee]);
  }
  return {
    current: new Set(communes.map(({ insee }) => insee)),
    former,
    wanted: territoryCodes.length === 0 ? null : await loadWanted(db, territoryCodes),
  };
}

async function loadWanted(db: Database, codes: readonly string[]): Promise<Set<string>> {
  const known = (await db.select({ code: territory.code }).from(territory)).map(({ code }) => code);
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown !== undefined) {
    throw new AppError(
      'bad_import',
      `Territoire inconnu : « ${unknown} ». Attendu : ${known.sort().join(', ') || 'aucun n’est chargé'}.`,
    );
  }
  const members = await db
    .select({ insee: territoryCommune.insee })
    .from(territoryCommune)
    .where(inArray(territoryCommune.territoryCode, [...codes]));
  return new Set(members.map(({ insee }) => insee));
}

// An answer of geo.api.gouv.fr makes the communes themselves: where they are, how many live there.

import { inArray, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { territoryCommune } from '#db/schema/territory.ts';
import type { ImportSource } from '#seeds/pipeline/source.ts';
import { CONTOURS_EXPECTS, inOrder, notContours } from '#seeds/sources/communes/contours-source.ts';
import { deriveFormerCommunes } from '#seeds/sources/communes/derive-former.ts';
import { placeFault } from '#seeds/sources/communes/geometry.ts';
import { readJson } from '#seeds/sources/communes/read-json.ts';
import { type CommuneRow, elementsOf, readCommunes } from '#seeds/sources/communes/row.ts';
import { fileStem } from '#seeds/sources/communes/shaped-source.ts';
import { checkNone, checkShapes, stageShapes, swapShapes } from '#seeds/sources/communes/shapes.ts';
import { swapCommunes } from '#seeds/sources/communes/swap-communes.ts';

/** Populations in force on the first of January are those of the census three years before. */
const CENSUS_LAG_YEARS = 3;

export const geoApiSource: ImportSource = {
  name: 'communes',
  version: 1,
  expects: CONTOURS_EXPECTS,
  feedOf: (file, { feedId }) => feedId ?? `geo-api-${fileStem(file).replace(/^communes-/, '')}`,

  source: (file) => ({
    id: 'communes-geo-api',
    name: 'Communes de France',
    publisher: 'Etalab, Insee, IGN, La Poste',
    url: 'https://geo.api.gouv.fr',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { file, tx, bulk, territoryCodes, asOf, now, reject } = context;
    const content = await readJson(file);
    const elements = elementsOf(content);
    if (elements === null) throw notContours(file.name, content);
    const read = readCommunes(elements, { described: true });
    for (const refused of inOrder(read.rejects)) reject(refused);
    const wants = await wantedRows(tx, territoryCodes);
    const communes = read.communes.filter(wants);
    const kept = new Set(communes.map(({ code }) => code));
    await tx.execute(sql`
      create temporary table staged_commune (
        insee text primary key, name text, departement text, epci_siren text, epci_name text,
        lon float8, lat float8, point_kind text, population int, population_year int, fault text
      ) on commit drop`);
    await tx.execute(sql`
      create temporary table staged_postcode (insee text, postcode text) on commit drop`);
    const year = Number((asOf ?? now.toISOString()).slice(0, 4)) - CENSUS_LAG_YEARS;
    await bulk.copyValues(
      'staged_commune',
      STAGED_COLUMNS,
      communes.map((row) => [
        row.code,
        row.name,
        row.departement,
        row.epciSiren,
        row.epciName,
        row.point[0],
        row.point[1],
        row.pointKind,
        row.population,
        year,
        placeFault([row.point[0], row.point[1]]),
      ]),
    );
    await bulk.copyValues(
      'staged_postcode',
      ['insee', 'postcode'],
      communes.flatMap(({ code, postcodes }) => postcodes.map((postcode) => [code, postcode])),
    );
    await stageShapes(
      context,
      read.contours
        .filter(({ code }) => kept.has(code))
        .map((contour) => ({ ...contour, insee: contour.code })),
    );
    return {
      read: null,
      readCount: read.readCount,
      keptCount: communes.length,
      asOf: asOf ?? null,
      validFrom: null,
      validTo: null,
    };
  },

  check: async ({ tx }, { keptCount }) => [
    {
      guard: 'communes',
      label: 'Des communes à garder',
      passed: keptCount > 0,
      detail: keptCount > 0 ? `${keptCount} dans la réponse` : 'aucune commune ne correspond',
    },
    await checkNone(
      tx,
      'centres',
      'Centres en France',
      sql`select insee || ' (' || fault || ')' as said from staged_commune where fault is not null`,
    ),
    ...(await checkShapes(
      tx,
      sql`select insee, ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography as point from staged_commune`,
    )),
  ],

  swap: async ({ tx, sourceId }, { asOf }) => {
    const communes = await swapCommunes(tx, sourceId, asOf);
    const shapes = await swapShapes(tx, sourceId, asOf);
    const formers = await deriveFormerCommunes(tx);
    return {
      counts: { ...communes.counts, 'contours officiels': shapes.written, 'anciens noms': formers },
      unchangedCount: communes.unchangedCount,
    };
  },
};

const STAGED_COLUMNS = [
  'insee',
  'name',
  'departement',
  'epci_siren',
  'epci_name',
  'lon',
  'lat',
  'point_kind',
  'population',
  'population_year',
  'fault',
];

/** A territory is named by its own code, an EPCI, a département or a commune, known here or not yet. */
async function wantedRows(
  db: Database,
  codes: readonly string[],
): Promise<(row: CommuneRow) => boolean> {
  if (codes.length === 0) return () => true;
  const members = await db
    .select({ insee: territoryCommune.insee })
    .from(territoryCommune)
    .where(inArray(territoryCommune.territoryCode, [...codes]));
  const wanted = new Set([...codes, ...members.map(({ insee }) => insee)]);
  return ({ code, epciSiren, departement }) =>
    wanted.has(code) || wanted.has(departement) || (epciSiren !== null && wanted.has(epciSiren));
}

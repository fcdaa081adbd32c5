// Official contours take the place of the schematic ones: GeoJSON, or answers with « contour ».

import { sql } from 'drizzle-orm';
import { commune } from '#db/schema/territory.ts';
import { AppError } from '#domain/error.ts';
import type { ImportSource, Reject } from '#seeds/pipeline/source.ts';
import { loadKnownCodes, loadWanted } from '#seeds/sources/communes/known-codes.ts';
import { mapContours } from '#seeds/sources/communes/map.ts';
import { isObject, readJson } from '#seeds/sources/communes/read-json.ts';
import { elementsOf, readCommunes } from '#seeds/sources/communes/row.ts';
import { fileStem } from '#seeds/sources/communes/shaped-source.ts';
import { checkShapes, stageShapes, swapShapes } from '#seeds/sources/communes/shapes.ts';

export const CONTOURS_SOURCE_ID = 'communes-contours';

export const CONTOURS_EXPECTS =
  'un fichier GeoJSON de communes : une FeatureCollection dont chaque élément a les propriétés « code » (Insee) et « nom », ou une réponse de geo.api.gouv.fr avec « contour »';

export const contoursSource: ImportSource = {
  name: 'communes',
  version: 2,
  expects: CONTOURS_EXPECTS,
  feedOf: (file, { feedId }) => feedId ?? `contours-${fileStem(file).replace(/^communes-/, '')}`,

  source: (file) => ({
    id: CONTOURS_SOURCE_ID,
    name: 'Contours des communes',
    publisher: 'IGN, Insee',
    url: 'https://geo.api.gouv.fr',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { file, tx, territoryCodes, asOf, reject } = context;
    const content = await readJson(file);
    const elements = elementsOf(content);
    if (elements === null) throw notContours(file.name, content);
    const read = readCommunes(elements, { described: false });
    const { contours, rejects } = mapContours(
      read.contours,
      await loadKnownCodes(tx, asOf),
      await loadWanted(tx, territoryCodes),
    );
    for (const refused of inOrder([...read.rejects, ...rejects])) reject(refused);
    await stageShapes(context, contours);
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
    ...(await checkShapes(tx)),
  ],

  swap: async ({ tx, sourceId }, { asOf }) => {
    const { written, unchanged } = await swapShapes(tx, sourceId, asOf);
    const [counted] = (
      await tx.execute<{ schematic: number }>(sql`
        select count(*) filter (where ${commune.shapeKind} = 'schematic')::int as schematic
        from ${commune}`)
    ).rows;
    return {
      counts: {
        'contours officiels': written,
        'contours encore schématiques': counted?.schematic ?? 0,
      },
      unchangedCount: unchanged,
    };
  },
};

export function inOrder(rejects: readonly Reject[]): Reject[] {
  return rejects.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

export function notContours(fileName: string, content: unknown): AppError {
  const type = isObject(content) ? content['type'] : undefined;
  const came =
    type === 'Feature'
      ? 'une seule « Feature »'
      : type === 'FeatureCollection'
        ? 'une FeatureCollection sans liste « features »'
        : typeof type === 'string'
          ? `un objet de type « ${type} »`
          : isObject(content)
            ? 'un objet sans « type »'
            : `une valeur (${typeof content})`;
  return new AppError(
    'bad_import',
    `« ${fileName} », ligne 1, colonne 1 : reçu ${came} ; attendu ${CONTOURS_EXPECTS}.`,
  );
}

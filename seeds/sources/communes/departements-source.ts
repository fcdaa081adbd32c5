// Outlines of départements: a GeoJSON collection, or one bare Feature a file.

import { sql } from 'drizzle-orm';
import { departement } from '#db/schema/territory.ts';
import type { ImportSource } from '#seeds/pipeline/source.ts';
import { readAreas } from '#seeds/sources/communes/area-rows.ts';
import { fileStem } from '#seeds/sources/communes/shaped-source.ts';
import { checkAreas, stageAreas } from '#seeds/sources/communes/stage-areas.ts';

export const DEPARTEMENTS_EXPECTS =
  'des départements en GeoJSON (propriétés « code », comme 16 ou 2A, et « nom »)';

export const departementsSource: ImportSource = {
  name: 'communes',
  version: 1,
  expects: DEPARTEMENTS_EXPECTS,
  feedOf: (file, { feedId }) => feedId ?? `contours-${fileStem(file)}`,

  source: (file) => ({
    id: 'departements-contours',
    name: 'Contours des départements',
    publisher: 'IGN, Insee',
    url: 'https://geo.api.gouv.fr',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { areas, readCount } = await readAreas(context, {
      expects: DEPARTEMENTS_EXPECTS,
      code: ['code'],
      name: ['nom'],
      codePattern: /^(\d[\dAB]|97\d|98\d)$/,
      codeExpected: 'Code de département attendu, comme 16, 2A ou 974.',
    });
    await stageAreas(context, areas);
    const keptCount = areas.length;
    return { read: null, readCount, keptCount, asOf: context.asOf, validFrom: null, validTo: null };
  },

  check: (context, { keptCount }) => checkAreas(context, keptCount),

  swap: async ({ tx, sourceId }, { asOf, keptCount }) => {
    const { rows } = await tx.execute(sql`
      insert into ${departement} (code, name, shape, source_id, as_of, confidence)
      select code, name, shape, ${sourceId}, ${asOf}::text, 'high' from staged_area
      on conflict (code) do update set name = excluded.name, shape = excluded.shape,
        source_id = excluded.source_id, as_of = excluded.as_of
      where (${departement.name}, ${departement.shape}, ${departement.asOf})
        is distinct from (excluded.name, excluded.shape, excluded.as_of)
      returning code`);
    return { counts: { départements: rows.length }, unchangedCount: keptCount - rows.length };
  },
};

// Groups of communes: their names and shapes, and the communes that lie in them.

import { sql } from 'drizzle-orm';
import { commune, epci } from '#db/schema/territory.ts';
import type { ImportSource } from '#seeds/pipeline/source.ts';
import { readAreas } from '#seeds/sources/communes/area-rows.ts';
import { checkAreas, stageAreas } from '#seeds/sources/communes/stage-areas.ts';

export const EPCI_EXPECTS =
  'des EPCI en GeoJSON (propriétés « epci_code » et « epci_name », ou « code » et « nom »)';

export const epciSource: ImportSource = {
  name: 'communes',
  version: 1,
  expects: EPCI_EXPECTS,
  feedOf: (_, { feedId }) => feedId ?? 'epci',

  source: (file) => ({
    id: 'epci-contours',
    name: 'Intercommunalités',
    publisher: 'IGN, Insee',
    url: 'https://geo.api.gouv.fr/epcis',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const { areas, readCount, properties } = await readAreas(context, {
      expects: EPCI_EXPECTS,
      code: ['epci_code', 'code'],
      name: ['epci_name', 'nom'],
      codePattern: /^\d{9}$/,
      codeExpected: 'SIREN d’EPCI attendu : neuf chiffres.',
    });
    await stageAreas(context, areas);
    const year = properties['year'];
    return {
      read: null,
      readCount,
      keptCount: areas.length,
      asOf: context.asOf ?? (typeof year === 'string' && /^20\d\d$/.test(year) ? year : null),
      validFrom: null,
      validTo: null,
    };
  },

  check: (context, { keptCount }) => checkAreas(context, keptCount),

  swap: async ({ tx, sourceId }, { asOf, keptCount }) => {
    const { rows: written } = await tx.execute(sql`
      insert into ${epci} (siren, name, shape, source_id, as_of)
      select code, name, shape, ${sourceId}, ${asOf}::text from staged_area
      on conflict (siren) do update set name = excluded.name, shape = excluded.shape,
        source_id = excluded.source_id, as_of = excluded.as_of
      where (${epci.name}, ${epci.shape}, ${epci.asOf})
        is distinct from (excluded.name, excluded.shape, excluded.as_of)
      returning siren`);
    // Only those whose group nobody said: a newer list is right against an older drawing.
    const { rows: members } = await tx.execute<{ insee: string }>(sql`
      update ${commune} set epci_siren = staged.code from staged_area staged
      where ${commune.epciSiren} is null and ST_Intersects(staged.shape, ${commune.point}::geometry)
      returning ${commune.insee}`);
    await tx.execute(sql`
      insert into assertion (subject_kind, subject_id, field, source_id, as_of, confirmed_on, confidence)
      select 'commune', insee, 'epci', ${sourceId}, ${asOf}::text, null, 'medium'
      from unnest(${sql.param(members.map(({ insee }) => insee))}::text[]) as member(insee)
      on conflict (subject_kind, subject_id, field) do nothing`);
    return {
      counts: { intercommunalités: written.length, 'communes rattachées': members.length },
      unchangedCount: keptCount - written.length,
    };
  },
};

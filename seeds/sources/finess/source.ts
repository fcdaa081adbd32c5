// `npm run import -- finess FILE`: the national register of establishments of care.

import { sql } from 'drizzle-orm';
import type { PartialDate } from '#domain/provenance.ts';
import { checkReferences, skipRowChecks } from '#seeds/pipeline/skip-row-checks.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import { checkSites, createScope } from '#seeds/sources/finess/check-sites.ts';
import { fillDirectory, isFirstLoad, type Written } from '#seeds/sources/finess/first-load.ts';
import { type PlacedCounts, placeSites } from '#seeds/sources/finess/place-sites.ts';
import { STRUCTURES_EXPECT, stageStructures } from '#seeds/sources/finess/read-structures.ts';
import { claimLinked, writeContacts } from '#seeds/sources/finess/swap-contacts.ts';
import {
  createEntries,
  markGone,
  writeLinks,
  writePlaces,
} from '#seeds/sources/finess/swap-places.ts';
import { writeServices } from '#seeds/sources/finess/swap-services.ts';
import { swapSnapshots } from '#seeds/sources/finess/swap-snapshots.ts';

export const finessSource: ImportSource<PlacedCounts> = {
  name: 'finess',
  version: 1,
  expects: STRUCTURES_EXPECT,
  changesDirectory: true,

  source: (file) => ({
    id: 'finess',
    name: 'FINESS, établissements',
    publisher: 'Agence du numérique en santé',
    url: 'https://www.data.gouv.fr/datasets/finess-structures-1',
    licence: 'Licence Ouverte 2.0',
    note: `Fichier ${file.name}`,
  }),

  stage: async (context) => {
    const read = await stageStructures(context);
    context.onProgress({ step: 'communes et points' });
    const placed = await placeSites(context);
    await createScope(context);
    return {
      read: placed,
      readCount: read.siteCount,
      keptCount: placed.kept,
      asOf: read.generatedOn ?? context.asOf,
      validFrom: null,
      validTo: null,
    };
  },

  check: (context, { read }) => checkSites(context, read),

  swap: async (context, { read, asOf }) => {
    const unchangedCount = await swapSnapshots(context);
    await createEntries(context);
    const isFirst = await isFirstLoad(context);
    const written = await (isFirst ? fillDirectory : writeDirectory)(context, asOf);
    const linked = await writeLinks(context);
    const gone = isFirst ? 0 : await markGone(context, asOf);
    const { won } = await claimLinked(context, asOf);
    const counted = await context.tx.execute<{ closed: number; hidden: number }>(sql`
      select count(*) filter (where not in_service)::int as closed,
        count(*) filter (where in_service and category_code not in (select code from finess_shown))::int as hidden
      from finess_placed`);
    const { closed = 0, hidden = 0 } = counted.rows[0] ?? {};
    return {
      counts: {
        'lieux montrés': written.places,
        organismes: written.organizations,
        téléphones: written.phones,
        services: written.services,
        'sites fermés, gardés hors de vue': closed,
        'sites de catégories non montrées': hidden,
        'points trop loin de leur commune': read.farPoints,
        'liens nouveaux vers des fiches': linked,
        'champs de fiches liées mis à jour': won,
        'lieux disparus': gone,
      },
      unchangedCount,
      isSound: isFirst,
    };
  },
};

async function writeDirectory(context: ImportContext, asOf: PartialDate | null): Promise<Written> {
  const { tx, sourceId } = context;
  const written = await skipRowChecks(tx, async () => ({
    ...(await writePlaces(context, asOf)),
    phones: await writeContacts(context, asOf),
    services: await writeServices(tx),
  }));
  await checkReferences(tx, {
    table: 'place',
    column: 'organization_id',
    target: 'organization',
    sourceId,
  });
  return written;
}

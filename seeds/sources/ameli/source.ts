// `npm run import -- ameli FILE`: phone numbers and fees of the professionals of the directory.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { ameliPractice } from '#db/schema/ameli.ts';
import { applyClaims, createStagedClaims } from '#seeds/derived/apply-claims.ts';
import { dateInName } from '#seeds/derived/date-in-name.ts';
import { replaceSnapshot } from '#seeds/derived/replace-snapshot.ts';
import type { ImportSource } from '#seeds/pipeline/source.ts';
import { AMELI_SOURCE_ID, stageAmeliClaims } from '#seeds/sources/ameli/claim-ameli.ts';
import { linkAmeli } from '#seeds/sources/ameli/link-ameli.ts';
import { AMELI_EXPECTS } from '#seeds/sources/ameli/row.ts';
import { type AmeliRead, stageAmeli } from '#seeds/sources/ameli/stage-ameli.ts';

export const ameliSource: ImportSource<AmeliRead> = {
  name: 'ameli',
  version: 1,
  expects: AMELI_EXPECTS,
  changesDirectory: true,

  source: () => ({
    id: AMELI_SOURCE_ID,
    name: 'Annuaire santé de l’Assurance Maladie',
    publisher: 'Caisse nationale de l’Assurance Maladie',
    url: 'https://www.data.gouv.fr/datasets/annuaire-sante-ameli',
    licence: 'Licence Ouverte 2.0',
    note: 'Téléphones et tarifs ; rapprochés par le nom, la profession et l’adresse',
  }),

  stage: async (context) => {
    const { readCount, keptCount, ...read } = await stageAmeli(context);
    const asOf = context.asOf ?? dateInName(context.file.name);
    return { read, readCount, keptCount, asOf, validFrom: null, validTo: null };
  },

  check: async ({ tx }) => [await checkSectors(tx)],

  swap: async (context, { read, asOf, keptCount }) => {
    const { tx } = context;
    const { unchangedCount } = await replaceSnapshot(tx, ameliPractice, 'staged_ameli', 'key');
    const { linked, toReview } = await linkAmeli(tx, AMELI_SOURCE_ID);
    await createStagedClaims(tx);
    await stageAmeliClaims(tx);
    const { claimed, won } = await applyClaims(context, { asOf, confidence: 'high' });
    return {
      counts: {
        'fiches rapprochées': linked,
        'rapprochements à vérifier': toReview,
        'lignes sans fiche': await countUnlinked(tx, keptCount),
        'téléphones et tarifs lus': claimed,
        'téléphones et tarifs affichés': won,
        'téléphones illisibles': read.unreadablePhoneCount,
        'professionnels qui s’opposent': read.opposedCount,
      },
      unchangedCount,
    };
  },
};

async function countUnlinked(tx: Database, keptCount: number): Promise<number> {
  const { rows } = await tx.execute<{
    linked: number;
  }>(sql`select count(*)::int as linked from ameli_practice a
    where exists (select from entity_link l where l.source_id = ${AMELI_SOURCE_ID} and l.source_key = a.key
      and l.status <> 'rejected')`);
  return keptCount - (rows[0]?.linked ?? 0);
}

/** One code under two labels, or the reverse, would show wrong fees: columns have moved. */
async function checkSectors(tx: Database) {
  const { rows } = await tx.execute<{ code: string; labels: number }>(sql`
    select sector_code as code, count(distinct sector_label)::int as labels from staged_ameli
    where sector_code is not null group by sector_code having count(distinct sector_label) > 1 order by 1`);
  return {
    guard: 'secteurs',
    label: 'Un seul libellé par code de secteur',
    passed: rows.length === 0,
    detail:
      rows.length === 0
        ? 'oui'
        : rows.map(({ code, labels }) => `code ${code} : ${labels} libellés`).join(', '),
  };
}

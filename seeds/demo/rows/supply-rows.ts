// Care counted in the communes of the demonstration and around, and what is published of access to it, as rows.

import type { communeSupply } from '#db/schema/access.ts';
import type { AplVariant, aplPublished } from '#db/schema/apl.ts';
import { isDoubtfulCount, type SupplyKind } from '#domain/access/supply.ts';
import { fact } from '#seeds/demo/compact.ts';
import { HALO_COMMUNES } from '#seeds/demo/territory/halo-communes.ts';
import { HOSPITAL_SITES } from '#seeds/demo/territory/hospital-sites.ts';
import { PUBLISHED_APL } from '#seeds/demo/territory/published-apl.ts';
import { PUBLISHED_APL_AROUND } from '#seeds/demo/territory/published-apl-around.ts';
import { TERRITORY_COMMUNES } from '#seeds/demo/territory/territory-communes.ts';
import { TERRITORY_SUPPLY } from '#seeds/demo/territory/territory-supply.ts';

/** In the order of both tables. */
const KINDS: readonly SupplyKind[] = ['gp', 'nurse', 'physio', 'dentist', 'midwife', 'pharmacy'];
/** In the order of their table. */
const SITE_KINDS: readonly SupplyKind[] = ['hospital', 'emergency'];
const FIRST_COUNT_OF_HALO = 7;

export function supplyRows(): (typeof communeSupply.$inferInsert)[] {
  const inside = TERRITORY_COMMUNES.map(([insee, , , , , , , population]) => ({
    insee,
    population,
    counts: TERRITORY_SUPPLY[insee] ?? [],
  }));
  const around = HALO_COMMUNES.map((row) => ({
    insee: row[0],
    population: row[5],
    counts: row.slice(FIRST_COUNT_OF_HALO),
  }));
  return [...inside, ...around].flatMap(({ insee, population, counts }) => [
    ...KINDS.map((kind, index) => {
      const headCount = Number(counts[index] ?? 0);
      const confidence = isDoubtfulCount(headCount, population) ? 'low' : 'high';
      return { insee, kind, headCount, ...fact('insee-bpe-2025', '2025', confidence) };
    }),
    ...SITE_KINDS.map((kind, index) => {
      const headCount = HOSPITAL_SITES[insee]?.[index] ?? 0;
      return { insee, kind, headCount, ...fact('drees-sae-2023', '2023', 'high') };
    }),
  ]);
}

type PublishedRow = typeof aplPublished.$inferInsert;

export function publishedAplRows(): PublishedRow[] {
  return [
    ...PUBLISHED_APL.flatMap(([insee, all2022, younger2022, all2023, younger2023]) => [
      published(insee, 2022, 'all', all2022),
      published(insee, 2022, '65_or_less', younger2022),
      published(insee, 2023, 'all', all2023),
      published(insee, 2023, '65_or_less', younger2023),
    ]),
    ...PUBLISHED_APL_AROUND.flatMap(([insee, all2022, all2023]) => [
      published(insee, 2022, 'all', all2022),
      published(insee, 2023, 'all', all2023),
    ]),
  ];
}

function published(
  insee: string,
  year: number,
  variant: AplVariant,
  value: number | null,
): PublishedRow {
  return {
    ...{ insee, year, profession: 'gp', variant, value },
    ...fact('drees-apl', `${year}`, 'high'),
  };
}

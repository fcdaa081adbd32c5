// How many people, and how many places of care, are in these communes?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { CARE_CATEGORIES } from '#domain/directory/care-places.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { AreaCoverage } from '#domain/transport/area-recipe.ts';

/** One commune a zone touches; `share` of its ground: 1 is whole. */
export type TouchedCommune = {
  insee: Insee;
  name: string;
  population: number;
  population_75_plus: number | null;
  population_year: number;
  share: number;
};

export const CARE_CODES = JSON.stringify(CARE_CATEGORIES);
/** Simplified lines leave crumbs. */
const WHOLE_SHARE = 0.995;

export async function coverCommunes(db: Database, insees: readonly Insee[]): Promise<AreaCoverage> {
  const codes = JSON.stringify(insees);
  const { rows } = await db.execute<TouchedCommune>(sql`
    select insee, name, population, population_75_plus, population_year, 1 as share from commune
    where insee in (select jsonb_array_elements_text(${codes}::jsonb))`);
  const { rows: counted } = await db.execute<{ places: number }>(sql`
    select count(distinct coalesce(e.place_id, e.id))::int as places from entry e
    where e.insee in (select jsonb_array_elements_text(${codes}::jsonb))
      and e.category in (select jsonb_array_elements_text(${CARE_CODES}::jsonb))`);
  return coverageOf(rows, counted[0]?.places ?? 0);
}

export function coverageOf(touched: readonly TouchedCommune[], careCount: number): AreaCoverage {
  const sum = (of: (row: TouchedCommune) => number) =>
    Math.round(touched.reduce((total, row) => total + of(row) * row.share, 0));
  const communes = touched.map(({ insee, name, share }) => ({
    insee,
    name,
    share: share >= WHOLE_SHARE ? ('whole' as const) : ('part' as const),
  }));
  const years = touched.map((row) => row.population_year);
  return {
    population: sum((row) => row.population),
    population75Plus: sum((row) => row.population_75_plus ?? 0),
    communesWithoutAges: touched.filter((row) => row.population_75_plus === null).length,
    populationYear: years.length === 0 ? null : Math.min(...years),
    isEstimate: communes.some(({ share }) => share === 'part'),
    careCount,
    communes: communes.sort(
      (a, b) => a.name.localeCompare(b.name, 'fr') || (a.insee < b.insee ? -1 : 1),
    ),
  };
}

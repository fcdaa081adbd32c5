// Which communes does the recipe of a zone name, one by one or by their groups?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { AreaFault } from '#domain/transport/area-recipe.ts';
import type { AreaPart, AreaRecipe } from '#domain/transport/offer-document.ts';

export type AreaCommune = { insee: Insee; siren: string | null; drawn: boolean };

export type AreaCommunes = {
  /** By their codes; all those named are here. */
  communes: ReadonlyMap<Insee, AreaCommune>;
  membersOf: (siren: string) => readonly Insee[] | null;
};

/** The faults are those of what is not known. */
export async function listAreaCommunes(
  db: Database,
  recipe: AreaRecipe,
): Promise<AreaCommunes & { faults: readonly AreaFault[] }> {
  const named = namedIn(recipe);
  const insees = JSON.stringify([...new Set(named.flatMap((each) => each.insees))]);
  const sirens = JSON.stringify([...new Set(named.flatMap((each) => each.siren ?? []))]);
  const { rows } = await db.execute<AreaCommune>(sql`
    select insee, epci_siren as siren, shape is not null as drawn from commune
    where insee in (select jsonb_array_elements_text(${insees}::jsonb))
      or epci_siren in (select jsonb_array_elements_text(${sirens}::jsonb))
    order by insee`);
  const communes = new Map(rows.map((row) => [row.insee, row]));
  const groups = Map.groupBy(rows, ({ siren }) => siren);
  const membersOf = (siren: string) => groups.get(siren)?.map(({ insee }) => insee) ?? null;
  const faults = named.flatMap(({ field, insees, siren }): AreaFault[] => [
    ...(siren !== null && membersOf(siren) === null
      ? [{ code: 'unknown_epci' as const, field, value: siren }]
      : []),
    ...insees
      .filter((insee) => !communes.has(insee))
      .map((value) => ({ code: 'unknown_commune' as const, field, value })),
  ]);
  return { communes, membersOf, faults: await withFormerNames(db, faults) };
}

type Named = { field: string; insees: readonly Insee[]; siren: string | null };

function namedIn({ parts, minus }: AreaRecipe): Named[] {
  const inList = (list: readonly AreaPart[], name: string) =>
    list.map((part, index) => ({
      field: `${name}.${index}`,
      insees: part.kind === 'communes' || part.kind === 'around' ? part.insees : [],
      siren: part.kind === 'epci' ? part.siren : null,
    }));
  return [...inList(parts, 'parts'), ...inList(minus, 'minus')];
}

/** An old code says where its commune went. */
async function withFormerNames(
  db: Database,
  faults: readonly AreaFault[],
): Promise<readonly AreaFault[]> {
  const codes = faults.flatMap(({ code, value }) => (code === 'unknown_commune' ? [value] : []));
  if (codes.length === 0) return faults;
  const { rows } = await db.execute<{ insee: Insee; said: string }>(sql`
    select f.insee, f.name || ' → ' || c.name || ' (' || c.insee || ')' as said
    from commune_former f join commune c on c.insee = f.current_insee
    where f.insee in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))
    order by f.insee, f.name, c.insee`);
  const said = new Map(rows.map((row) => [row.insee, row.said]));
  return faults.map((fault) => {
    const former = said.get(fault.value);
    return former === undefined ? fault : { ...fault, code: 'former_commune', value: former };
  });
}

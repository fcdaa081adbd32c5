// May the staged sites take the place of those of before?

import { sql } from 'drizzle-orm';
import type { Check, ImportContext } from '#seeds/pipeline/source.ts';
import type { PlacedCounts } from '#seeds/sources/finess/place-sites.ts';
import { sayNoSite } from '#seeds/sources/finess/say-no-site.ts';

/** Above this share of points far from their commune, the file is read in the wrong reference. */
const FAR_SHARE = 0.05;
/** Above this share of sites gone at once, the file is cut or is another one. */
const GONE_SHARE = 0.1;
const FEW_SITES = 20;

/** Départements the file speaks of: its silence about the others says nothing of them. */
export async function createScope({ tx }: Pick<ImportContext, 'tx'>): Promise<void> {
  await tx.execute(sql`
    create temporary table finess_scope on commit drop as
    select distinct departement from finess_placed where departement is not null`);
}

/** True for rows of `alias` within what the file speaks of and what was asked. */
export const inScope = (alias: string, isLimited: boolean) =>
  sql.raw(
    `${alias}.departement in (select departement from finess_scope)${
      isLimited ? ` and ${alias}.insee in (select insee from finess_wanted)` : ''
    }`,
  );

export async function checkSites(
  { tx, territoryCodes }: ImportContext,
  { kept, points, farPoints }: PlacedCounts,
): Promise<Check[]> {
  const { rows } = await tx.execute<{ before: number; gone: number }>(sql`
    select count(*)::int as before,
      (count(*) filter (where p.finess is null or not p.in_service))::int as gone
    from finess_site s left join finess_placed p on p.finess = s.finess
    where s.in_service and ${inScope('s', territoryCodes.length > 0)}`);
  const { before = 0, gone = 0 } = rows[0] ?? {};
  return [
    {
      guard: 'etablissements',
      label: 'Des établissements des communes connues',
      passed: kept > 0,
      detail: kept > 0 ? `${kept} dans le fichier` : await sayNoSite({ tx, territoryCodes }),
    },
    {
      guard: 'coordonnees',
      label: 'Points près de leur commune',
      passed: farPoints <= FAR_SHARE * points,
      detail: `${points - farPoints} sur ${points} ; les autres sont laissés au niveau de la commune`,
    },
    {
      guard: 'baisse',
      label: 'Établissements disparus',
      passed: gone <= Math.max(FEW_SITES, GONE_SHARE * before),
      detail: `${gone} sur ${before} en service avant`,
    },
  ];
}

// Why was no site of this file kept?

import { sql } from 'drizzle-orm';
import type { ImportContext } from '#seeds/pipeline/source.ts';

const NAMED = 3;

type Found = {
  wanted: number;
  names: string[];
  areas: string[];
  fileAreas: string[];
  sites: number;
};

/** Names the communes asked and the départements the file speaks of. */
export async function sayNoSite({
  tx,
  territoryCodes,
}: Pick<ImportContext, 'tx' | 'territoryCodes'>): Promise<string> {
  const { rows } = await tx.execute<Found>(sql`
    select (select count(*)::int from finess_wanted) as wanted,
      array(select name from finess_wanted order by insee limit ${NAMED}) as names,
      array(select distinct departement from finess_wanted order by 1) as areas,
      array(select distinct departement from finess_commune order by 1) as "fileAreas",
      (select coalesce(sum(site_count), 0)::int from finess_commune said
        where said.current_insee in (select insee from finess_wanted)) as sites`);
  const { wanted = 0, names = [], areas = [], fileAreas = [], sites = 0 } = rows[0] ?? {};
  const whose = territoryCodes.length === 0 ? 'connues ici' : `de ${territoryCodes.join(', ')}`;
  if (wanted === 0) {
    return territoryCodes.length === 0
      ? 'aucun ; importez d’abord les communes'
      : `aucun ; aucune commune n’appartient à ${territoryCodes.join(', ')}`;
  }
  const shown = names.join(', ') + (wanted > names.length ? '…' : '');
  const communes =
    wanted === 1
      ? `la seule commune ${whose.replace('connues', 'connue')} (${shown})`
      : `les ${wanted} communes ${whose} (${shown} ; ${saidAreas(areas)})`;
  if (sites > 0)
    return `aucun de ceux en service dans ${communes} n’est utilisable : ${sites} refusés`;
  return `aucun dans ${communes} ; le fichier parle de : ${saidAreas(fileAreas)}`;
}

function saidAreas(codes: readonly string[]): string {
  if (codes.length === 0) return 'aucun département';
  return codes.length === 1 ? `département ${codes[0]}` : `départements ${codes.join(', ')}`;
}

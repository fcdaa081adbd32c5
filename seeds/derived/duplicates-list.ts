// The probable duplicates as a person reads them, or a program.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { DIRECTORY } from '#seeds/derived/duplicates-find.ts';

export type ListedDuplicate = {
  source: string;
  key: string;
  entryId: string;
  rule: string;
  confidence: number;
  /** The record as its source says it, or the name of the first entry. */
  record: string;
  entryName: string;
  communeName: string;
  detail: string | null;
};

const RULES: Readonly<Record<string, string>> = {
  close_name_within_100_m: 'noms proches, à moins de 100 m',
  same_phone_same_commune: 'même téléphone, même commune',
  several_fit:
    'même nom, même profession, même code postal, mais plusieurs fiches ou lignes possibles',
  street_and_close_name: 'même adresse, même profession, nom proche',
  siret_several_entries: 'même SIRET, plusieurs fiches',
  same_street_several_entries: 'même adresse, même activité, plusieurs fiches',
};

/** Those nobody decided, the surest first. */
export async function listDuplicates(db: Database): Promise<ListedDuplicate[]> {
  const { rows } = await db.execute<ListedDuplicate>(sql`
    select c.source_id as source, c.source_key as key, c.entry_id as "entryId", c.rule, c.confidence,
      coalesce(a.name, c.detail, c.source_key) as record, coalesce(e.name, c.entry_id) as "entryName",
      coalesce(e.commune_name, '') as "communeName", c.detail
    from duplicate_candidate c
    left join entry e on e.id = c.entry_id
    left join entry a on a.id = c.source_key and c.source_id = ${DIRECTORY}
    where c.status = 'auto'
    order by c.confidence desc, c.source_id, c.source_key, c.entry_id`);
  return rows;
}

const SHOWN = 50;

export function describeDuplicates(duplicates: readonly ListedDuplicate[]): string {
  if (duplicates.length === 0) return 'Aucun doublon probable.';
  const lines = duplicates
    .slice(0, SHOWN)
    .flatMap((each) => [
      `${each.record}  ≟  ${each.entryName} (${each.communeName})`,
      `    ${RULES[each.rule] ?? each.rule}${each.source === DIRECTORY && each.detail !== null ? ` : ${each.detail}` : ''}`,
      `    pareil : link ${each.source} ${each.key} ${each.entryId}    différent : unlink ${each.source} ${each.key} ${each.entryId}`,
    ]);
  const hidden = duplicates.length - SHOWN;
  return [
    `${duplicates.length} ${duplicates.length > 1 ? 'doublons probables' : 'doublon probable'}. Rien n’est réuni sans une décision.`,
    ...lines,
    ...(hidden > 0 ? [`… et ${hidden} autres : --json les donne tous.`] : []),
  ].join('\n');
}

// Which links stand between the records of sources and the entries, and by which rules?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

const SHOWN = 30;
const STATUSES: Readonly<Record<string, string>> = {
  auto: 'par une règle',
  confirmed: 'décidés par une personne',
  rejected: 'refusés par une personne',
};

/** A line a source, rule and status; with a source, the least sure of its links too. */
export async function describeLinks(db: Database, sourceId: string | null): Promise<string> {
  const { rows: sums } = await db.execute<{
    source: string;
    rule: string;
    status: string;
    confidence: number;
    links: number;
  }>(sql`select source_id as source, rule, status, min(confidence) as confidence, count(*)::int as links
    from entity_link where ${sourceId}::text is null or source_id = ${sourceId}
    group by source_id, rule, status order by source_id, min(confidence) desc, rule collate "C", status`);
  if (sums.length === 0)
    return sourceId === null ? 'Aucun lien.' : `Aucun lien pour « ${sourceId} ».`;
  const lines = sums.map(
    ({ source, rule, status, confidence, links }) =>
      `${source}  ${links} ${STATUSES[status] ?? status}  ${rule}  (confiance ${confidence.toFixed(2)})`,
  );
  if (sourceId === null) return lines.join('\n');
  const { rows: shown } = await db.execute<{
    key: string;
    entry: string;
    name: string;
    rule: string;
  }>(sql`
    select l.source_key as key, l.entry_id as entry, coalesce(e.name, l.entry_id) as name, l.rule
    from entity_link l left join entry e on e.id = l.entry_id where l.source_id = ${sourceId} and l.status <> 'rejected'
    order by l.confidence, l.source_key, l.entry_id limit ${SHOWN}`);
  return [
    ...lines,
    'Les moins sûrs :',
    ...shown.map(({ key, entry, name, rule }) => `  ${key} → ${entry} (${name})  ${rule}`),
  ].join('\n');
}

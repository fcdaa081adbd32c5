// A person says that a record and an entry are one, or are not: the entry follows at once.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { AppError } from '#domain/error.ts';
import { applyClaims, createStagedClaims, withdrawClaims } from '#seeds/derived/apply-claims.ts';
import { DIRECTORY } from '#seeds/derived/duplicates-find.ts';
import { linkedSourceOf } from '#seeds/derived/link-sources.ts';
import { announceChange } from '#seeds/pipeline/announce-change.ts';

/** `awaitsImport`: the source's next import finishes what was decided. */
export type Decided = { entryIds: string[]; awaitsImport: boolean };

type Pair = { sourceId: string; sourceKey: string; entryId: string };

/** Throws `bad_request` when the source, the record or the entry is not known. */
export async function confirmLink(tx: Database, pair: Pair, now: Date): Promise<Decided> {
  const { sourceId, sourceKey, entryId } = pair;
  await requireEntry(tx, entryId);
  if (sourceId === DIRECTORY) return await decideCandidate(tx, pair, 'confirmed');
  await requireRecord(tx, sourceId, sourceKey);
  const left = await tx.execute<{ entry_id: string }>(sql`delete from entity_link
    where source_id = ${sourceId} and source_key = ${sourceKey} and entry_id <> ${entryId} and status <> 'rejected'
    returning entry_id`);
  await tx.execute(sql`
    insert into entity_link (source_id, source_key, entry_id, rule, confidence, status, decided_at)
    values (${sourceId}, ${sourceKey}, ${entryId}, 'person', 1, 'confirmed', ${now.toISOString()}::timestamptz)
    on conflict (source_id, source_key, entry_id) do update
      set rule = excluded.rule, confidence = 1, status = 'confirmed', decided_at = excluded.decided_at`);
  await tx.execute(sql`delete from duplicate_candidate where source_id = ${sourceId} and source_key = ${sourceKey}
    and status = 'auto'`);
  // The register of establishments finds its entries by their number.
  if (sourceId === 'finess') {
    await tx.execute(sql`update place set finess = ${sourceKey} where id = ${entryId}`);
  }
  return await follow(tx, sourceId, [entryId, ...left.rows.map((row) => row.entry_id)], now);
}

/** Without an entry: every link of the record. Throws `bad_request` when there is none. */
export async function rejectLink(
  tx: Database,
  { sourceId, sourceKey, entryId }: Omit<Pair, 'entryId'> & { entryId: string | null },
  now: Date,
): Promise<Decided> {
  const links = await tx.execute<{ entry_id: string }>(sql`update entity_link
    set status = 'rejected', decided_at = ${now.toISOString()}::timestamptz
    where source_id = ${sourceId} and source_key = ${sourceKey} and status <> 'rejected'
      and (${entryId}::text is null or entry_id = ${entryId}) returning entry_id`);
  const candidates = await tx.execute<{
    entry_id: string;
  }>(sql`update duplicate_candidate set status = 'rejected'
    where source_id = ${sourceId} and source_key = ${sourceKey} and status <> 'rejected'
      and (${entryId}::text is null or entry_id = ${entryId}) returning entry_id`);
  const linked = links.rows.map((row) => row.entry_id);
  if (linked.length > 0) return await follow(tx, sourceId, linked, now);
  if (candidates.rows.length === 0) {
    throw new AppError(
      'bad_request',
      `Aucun lien entre « ${sourceKey} » (${sourceId}) et ${entryId === null ? 'une fiche' : `la fiche « ${entryId} »`}.`,
    );
  }
  return { entryIds: candidates.rows.map((row) => row.entry_id), awaitsImport: false };
}

async function follow(
  tx: Database,
  sourceId: string,
  entryIds: string[],
  now: Date,
): Promise<Decided> {
  const linkedSource = linkedSourceOf(sourceId);
  if (linkedSource === undefined) {
    await withdrawClaims(tx, { sourceId, entryIds, now });
    // The same file again must not be « nothing to do »: the decision changes what it becomes.
    await tx.execute(sql`update import_run set sha256 = null where source_id = ${sourceId}`);
  } else {
    await createStagedClaims(tx);
    await linkedSource.stageClaims(tx);
    const { rows } = await tx.execute<{ date: string | null }>(
      sql`select date from source where id = ${sourceId}`,
    );
    await applyClaims(
      { tx, sourceId, now },
      { asOf: rows[0]?.date ?? null, confidence: 'high', only: entryIds },
    );
  }
  await refreshEntryProjection(tx);
  await announceChange(tx, 'links');
  return { entryIds, awaitsImport: linkedSource === undefined };
}

async function decideCandidate(
  tx: Database,
  { sourceId, sourceKey, entryId }: Pair,
  status: 'confirmed',
): Promise<Decided> {
  const { rowCount } = await tx.execute(sql`update duplicate_candidate set status = ${status}
    where source_id = ${sourceId} and source_key = ${sourceKey} and entry_id = ${entryId}`);
  if (rowCount === 0) {
    throw new AppError(
      'bad_request',
      `Aucun doublon probable entre « ${sourceKey} » et « ${entryId} ».`,
    );
  }
  return { entryIds: [entryId], awaitsImport: false };
}

async function requireEntry(tx: Database, entryId: string): Promise<void> {
  const { rows } = await tx.execute(sql`select from practice where id = ${entryId}
    union all select from place where id = ${entryId} union all select from organization where id = ${entryId}`);
  if (rows.length === 0) throw new AppError('bad_request', `Aucune fiche « ${entryId} ».`);
}

async function requireRecord(tx: Database, sourceId: string, sourceKey: string): Promise<void> {
  const linkedSource = linkedSourceOf(sourceId);
  const { rows } = await tx.execute(
    linkedSource === undefined
      ? sql`select from source where id = ${sourceId}`
      : sql`select from ${sql.identifier(linkedSource.table)} where ${sql.identifier(linkedSource.key)} = ${sourceKey}`,
  );
  if (rows.length > 0) return;
  throw new AppError(
    'bad_request',
    linkedSource === undefined
      ? `Source inconnue ou jamais importée : « ${sourceId} ».`
      : `La source ${sourceId} n’a pas de ligne « ${sourceKey} ».`,
  );
}

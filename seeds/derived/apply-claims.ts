// How does what a source says of entries it does not own reach them? It stages (entry, field, value);
// the claims of all sources are kept, and the one that stands is written to the entry.

import { sql } from 'drizzle-orm';
import { KEY_TYPE } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { CLAIM_FIELDS } from '#domain/directory/precedence.ts';
import type { Confidence, PartialDate } from '#domain/provenance.ts';
import { type LocalDate, toMoment } from '#domain/time.ts';
import { FIELD_PLACES } from '#seeds/derived/claim-fields.ts';
import {
  createTouchedClaims,
  decideTouched,
  recordStanding,
} from '#seeds/derived/decide-claims.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';

const PRACTICES_ONLY = ['fees', 'new_patients'];

/**
 * The table a source fills before `applyClaims`. Values by field: a text for name, title, category,
 * website, new_patients; `{street, complement, postcode, city, insee, point: [lon, lat], precision}`;
 * a `Phone`; `{sector, option, vitale}`; the known answers of `Accessibility`.
 */
export async function createStagedClaims(tx: Database): Promise<void> {
  await tx.execute(sql`drop table if exists staged_claim`);
  await tx.execute(sql`create temporary table staged_claim (entry_id ${sql.raw(KEY_TYPE)} not null, field ${sql.raw(KEY_TYPE)} not null,
    value jsonb not null, primary key (entry_id, field)) on commit drop`);
}

export type ClaimOptions = {
  asOf: PartialDate | null;
  confidence: Confidence;
  /** Leaves every other entry as it is; null: all. */
  only?: readonly string[] | null;
};

/**
 * Records every staged value as the claim of `context.sourceId`; its claims no longer staged go; each
 * field touched is decided again. `claimed`: values recorded; `won`: those that stand.
 */
export async function applyClaims(
  { tx, sourceId, now }: Pick<ImportContext, 'tx' | 'sourceId' | 'now'>,
  { asOf, confidence, only = null }: ClaimOptions,
): Promise<{ claimed: number; won: number }> {
  const among = (entryId: string) =>
    only === null ? sql`true` : sql`${sql.raw(entryId)} = any(${sql.param([...only])}::text[])`;
  await tx.execute(sql`delete from staged_claim where not ${among('entry_id')}`);
  await shapeStaged(tx);
  await createTouchedClaims(tx);
  await tx.execute(sql`insert into touched_claim select entry_id, field from staged_claim
    union select entry_id, field from claim where source_id = ${sourceId} and ${among('entry_id')}`);
  await recordStanding(tx);
  await tx.execute(sql`delete from claim c where c.source_id = ${sourceId} and ${among('c.entry_id')}
    and not exists (select from staged_claim s where s.entry_id = c.entry_id and s.field = c.field)`);
  await tx.execute(sql`
    insert into claim as kept (entry_id, field, value, source_id, as_of, confirmed_on, confidence)
    select entry_id, field, value, ${sourceId}, ${asOf}::text, null, ${confidence} from staged_claim
    on conflict (entry_id, field, source_id) do update
      set value = excluded.value, as_of = excluded.as_of, confidence = excluded.confidence,
        confirmed_on = case when kept.value = excluded.value then kept.confirmed_on end
      where (kept.value, kept.as_of, kept.confidence) is distinct from (excluded.value, excluded.as_of, excluded.confidence)`);
  await decideTouched(tx, dayOf(now));
  const { rows } = await tx.execute<{ claimed: number; won: number }>(sql`
    select count(*)::int as claimed, (count(*) filter (where d.source_id = ${sourceId}))::int as won
    from staged_claim s join decided_claim d on d.entry_id = s.entry_id and d.field = s.field`);
  return rows[0] ?? { claimed: 0, won: 0 };
}

/**
 * Decides again every field several sources speak of, of all entries or of those of one source: after
 * that source wrote its own rows, or when the time of a confirmation is over.
 */
export async function settleClaims(
  tx: Database,
  { now, ownerId = null }: { now: Date; ownerId?: string | null },
): Promise<void> {
  await createTouchedClaims(tx);
  await tx.execute(sql`delete from claim c where not exists (select from practice r where r.id = c.entry_id)
    and not exists (select from place r where r.id = c.entry_id)
    and not exists (select from organization r where r.id = c.entry_id)`);
  await tx.execute(sql`insert into touched_claim select distinct c.entry_id, c.field from claim c
    where ${ownerId}::text is null or exists (
      select from practice r where r.id = c.entry_id and r.source_id = ${ownerId}
      union all select from place r where r.id = c.entry_id and r.source_id = ${ownerId}
      union all select from organization r where r.id = c.entry_id and r.source_id = ${ownerId})`);
  await recordStanding(tx);
  await decideTouched(tx, dayOf(now));
}

/** The claims of one source on some entries are taken back, and their fields decided again. */
export async function withdrawClaims(
  tx: Database,
  { sourceId, entryIds, now }: { sourceId: string; entryIds: readonly string[]; now: Date },
): Promise<void> {
  await createTouchedClaims(tx);
  const ids = sql`${sql.param([...entryIds])}::text[]`;
  await tx.execute(sql`insert into touched_claim select entry_id, field from claim
    where source_id = ${sourceId} and entry_id = any(${ids})`);
  await recordStanding(tx);
  await tx.execute(sql`delete from claim where source_id = ${sourceId} and entry_id = any(${ids})`);
  await decideTouched(tx, dayOf(now));
}

/** One shape a field, so that equal values are equal; values that say nothing, or of no entry, go. */
async function shapeStaged(tx: Database): Promise<void> {
  await tx.execute(sql`analyze staged_claim`);
  for (const field of CLAIM_FIELDS) {
    const { shape } = FIELD_PLACES[field];
    await tx.execute(
      sql.raw(`delete from staged_claim s where s.field = '${field}' and (${shape}) is null`),
    );
    await tx.execute(
      sql.raw(
        `update staged_claim s set value = ${shape} where s.field = '${field}' and s.value <> ${shape}`,
      ),
    );
  }
  await tx.execute(sql`delete from staged_claim s where not exists (select from practice r where r.id = s.entry_id)
    and (s.field = any(${sql.param(PRACTICES_ONLY)}::text[])
      or (not exists (select from place r where r.id = s.entry_id)
        and not exists (select from organization r where r.id = s.entry_id)))`);
}

function dayOf(now: Date): LocalDate {
  return toMoment(now.getTime()).date;
}

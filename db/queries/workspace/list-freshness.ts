// When was each offer residents read last verified, and by whom is it kept? Some by nobody.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { PartialDate } from '#domain/provenance.ts';
import type { LocalDate } from '#domain/time.ts';
import type { OfferKind, OfferStatus } from '#domain/transport/offer.ts';
import type { Suspension } from '#domain/transport/offer-standing.ts';

export type FreshnessScope =
  | { kind: 'own'; workspaceId: string }
  | { kind: 'territories'; territoryCodes: readonly string[] }
  | { kind: 'everywhere' };

export type FreshnessRow = {
  offerId: string;
  name: string;
  kind: OfferKind;
  /** As residents read it. */
  status: OfferStatus;
  providerName: string | null;
  asOf: PartialDate | null;
  confirmedOn: PartialDate | null;
  /** Null: no organization keeps it here. */
  kept: {
    workspaceId: string;
    workspaceName: string;
    verifiedOn: LocalDate | null;
    reviewEveryDays: number;
    suspension: Suspension | null;
  } | null;
};

type Row = Omit<FreshnessRow, 'kept'> & {
  workspaceId: string | null;
  workspaceName: string;
  verifiedOn: LocalDate | null;
  reviewEveryDays: number;
  suspendedFrom: LocalDate | null;
  suspendedUntil: LocalDate | null;
  suspendedNote: string | null;
};

/** In the order of their names. */
export async function listFreshness(db: Database, scope: FreshnessScope): Promise<FreshnessRow[]> {
  const { rows } = await db.execute<Row>(freshnessQuery(scope));
  return rows.map(
    ({
      workspaceId,
      workspaceName,
      verifiedOn,
      reviewEveryDays,
      suspendedFrom,
      suspendedUntil: until,
      suspendedNote: note,
      ...offer
    }) => {
      const suspension = suspendedFrom === null ? null : { from: suspendedFrom, until, note };
      const keeping = { verifiedOn, reviewEveryDays, suspension };
      return {
        ...offer,
        kept: workspaceId === null ? null : { workspaceId, workspaceName, ...keeping },
      };
    },
  );
}

export function freshnessQuery(scope: FreshnessScope): SQL {
  return sql`select o.id as "offerId", o.name, o.kind, o.status, p.name as "providerName",
      o.as_of as "asOf", o.confirmed_on as "confirmedOn", k.workspace_id as "workspaceId",
      w.name as "workspaceName", k.verified_on::text as "verifiedOn",
      k.review_every_days as "reviewEveryDays", k.suspended_from::text as "suspendedFrom",
      k.suspended_until::text as "suspendedUntil", k.suspended_note as "suspendedNote"
    from offer o
    left join kept_offer k on k.id = o.id and k.version_in_use is not null
    left join workspace w on w.id = k.workspace_id
    left join provider p on p.id = o.provider_id
    where ${within(scope)}
    order by search_key(o.name), o.id`;
}

function within(scope: FreshnessScope): SQL {
  if (scope.kind === 'everywhere') return sql`true`;
  if (scope.kind === 'own') return sql`k.workspace_id = ${scope.workspaceId}`;
  return sql`exists (select from offer_territory t where t.offer_id = o.id
    and t.territory_code = any(${sql.param([...scope.territoryCodes])}::text[]))`;
}

// When was each offer of the territory last verified, until when does it hold, and who keeps it?

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { dayOf } from '#api/runtime/public-offer.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import type { Workspace } from '#db/queries/account/find-membership.ts';
import {
  type FreshnessRow,
  type FreshnessScope,
  listFreshness,
} from '#db/queries/workspace/list-freshness.ts';
import type { LocalDate } from '#domain/time.ts';
import { OFFER_KINDS, type OfferKind, type OfferStatus } from '#domain/transport/offer.ts';
import { reviewDueOn, standingOf } from '#domain/transport/offer-standing.ts';
import { workspaceParams } from './contract.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';

export type OfferFreshness = {
  offerId: string;
  name: string;
  kind: OfferKind;
  state: OfferStatus;
  /** The organization that keeps it here, else the body that runs it; null: not known. */
  owner: string | null;
  /** False: nobody is asked to verify it. */
  isKept: boolean;
  verifiedOn: string | null;
  /** The last day the verification holds. */
  dueOn: LocalDate | null;
  isDue: boolean;
};

const freshnessSchema: z.ZodType<OfferFreshness[]> = z
  .array(
    z.object({
      offerId: z.string(),
      name: z.string(),
      kind: z.enum(OFFER_KINDS),
      state: z.enum(['active', 'to_confirm', 'to_document', 'suspended', 'historic']),
      owner: z.string().nullable(),
      isKept: z.boolean(),
      verifiedOn: z.string().nullable().meta({ description: 'A day, a month or a year' }),
      dueOn: z.iso.date().nullable(),
      isDue: z.boolean(),
    }),
  )
  .meta({ id: 'OffersFreshness' });

const getFreshness = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/freshness',
  tags: ['workspace'],
  summary: 'Published offers by when they are to be verified, the most pressing first',
  description:
    'An organization: the offers it keeps. A coordination: all those of its territories.',
  request: { params: workspaceParams },
  responses: { 200: describeJson('Offers', freshnessSchema), ...refusals },
});

export function freshnessRoutes(deps: WorkspaceDeps) {
  return createRoutes().openapi(getFreshness, async (c) => {
    const { workspaceId } = c.req.valid('param');
    const { workspace } = await requireMember(deps, c, workspaceId, 'freshness.read');
    const rows = await listFreshness(deps.database.db, scopeOf(workspace));
    const today = dayOf(new Date(deps.clock()));
    const offers = rows.map((row) => presentFreshness(row, today)).toSorted(byUrgency);
    return sendJson<OfferFreshness[]>(c, offers, 'never');
  });
}

function scopeOf({ id, kind, territoryCodes }: Workspace): FreshnessScope {
  if (kind === 'carrier') return { kind: 'own', workspaceId: id };
  if (kind === 'operation') return { kind: 'everywhere' };
  return { kind: 'territories', territoryCodes };
}

function presentFreshness(row: FreshnessRow, today: LocalDate): OfferFreshness {
  const { offerId, name, kind, kept, providerName } = row;
  const due = kept === null ? null : reviewDueOn(kept);
  return {
    offerId,
    name,
    kind,
    state: kept === null ? row.status : standingOf(kept, today).status,
    owner: kept?.workspaceName ?? providerName,
    isKept: kept !== null,
    verifiedOn: kept === null ? (row.confirmedOn ?? row.asOf) : kept.verifiedOn,
    dueOn: due,
    isDue: kept !== null && (due === null || due < today),
  };
}

/** Due first, then the next to be due; what nobody keeps comes last. Names decide between equals. */
function byUrgency(a: OfferFreshness, b: OfferFreshness): number {
  const rank = ({ isKept, dueOn }: OfferFreshness) => (isKept ? (dueOn ?? '') : 'nobody');
  if (rank(a) === rank(b)) return 0;
  return rank(a) < rank(b) ? -1 : 1;
}

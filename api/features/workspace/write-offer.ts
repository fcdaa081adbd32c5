// How does every change of an offer begin? With its lock, who acts, and the state they believe it is in.

import type { Context } from 'hono';
import type { HttpEnv } from '#api/http/http-env.ts';
import { refuseStale, requireIfMatch } from '#api/http/if-match.ts';
import { type Act, dayOf, lockKeptOffer } from '#api/runtime/public-offer.ts';
import { type Member, requireMember } from '#api/runtime/require-member.ts';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { findDraft } from '#db/queries/workspace/find-draft.ts';
import type { KeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { listKeptOffers } from '#db/queries/workspace/list-kept-offers.ts';
import type { Permission } from '#domain/account/roles.ts';
import { AppError } from '#domain/error.ts';
import { type OfferView, presentOffer, stateTag } from './present-offer.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';

export type OfferWrite = { tx: Database; act: Act; kept: KeptOffer; member: Member };

type Ids = { workspaceId: string; offerId: string };

/** One transaction, and the state of the offer after it. Another state than the one read: 412. */
export async function changeState(
  deps: WorkspaceDeps,
  c: Context<HttpEnv>,
  { workspaceId, offerId }: Ids,
  permission: Permission,
  work: (write: OfferWrite) => Promise<void>,
): Promise<OfferView> {
  const member = await requireMember(deps, c, workspaceId, permission);
  const sent = requireIfMatch(c);
  const act = actOf(deps, member);
  return inWorkspace(deps.database.db, workspaceId, async (tx) => {
    const kept = await lockKeptOffer(tx, offerId);
    const held = stateTag(kept);
    if (sent !== held) refuseStale(sent, held, await viewOffer(tx, act, offerId));
    await work({ tx, act, kept, member });
    return viewOffer(tx, act, offerId);
  });
}

export function actOf(deps: WorkspaceDeps, member: Member): Act {
  return {
    workspaceId: member.workspace.id,
    actorId: member.person.userId,
    at: new Date(deps.clock()),
  };
}

/** Throws `not_found`. */
export async function viewOffer(tx: Database, act: Pick<Act, 'at'>, offerId: string) {
  const [row] = await listKeptOffers(tx, offerId);
  if (row === undefined) throw noOffer();
  return presentOffer(row, dayOf(act.at));
}

/** Throws `not_found`. */
export async function requireDraft(tx: Database, kept: KeptOffer) {
  const draft = await findDraft(tx, kept.id, kept.versionInUse);
  if (draft === null) throw noOffer();
  return draft;
}

export function refuseArchived(kept: KeptOffer): void {
  if (kept.archivedAt === null) return;
  throw new AppError('conflict', 'This offer is archived: take it out of the archive first.');
}

export function noOffer(): AppError {
  return new AppError('not_found', 'No such offer in this workspace.');
}

// What the last step must know before anything is published, and what the server says to a publication.

import { isAllowed, type Role } from '#domain/account/roles.ts';
import type { OfferNotice } from '#domain/transport/offer-notice.ts';
import type { Api, ApiReply } from '#web/lib/api.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import type { ToldChange } from './change-words.ts';
import type { KeptOffer } from './workspace-data.ts';

export type PublishState = {
  notices: readonly OfferNotice[];
  offer: KeptOffer;
  /** Null: residents never read it. */
  changes: readonly ToldChange[] | null;
  /** Who can publish, for whoever cannot. */
  publishers: readonly string[];
};

export type PublishOrder = {
  note: string;
  /** ISO moment; null: now. */
  publishAt: string | null;
  revision: number;
  /** Said again with the same order, so that it is done once. */
  key: string;
};

export type PublishOutcome =
  | 'published'
  | 'refused'
  | 'stale'
  /** Nothing came: it may have been done, and is asked again with the same key. */
  | 'unreachable';

/** Rejects when the API cannot be reached. */
export async function loadPublishState(
  api: Api,
  ids: { workspaceId: string; offerId: string; role: Role },
): Promise<PublishState> {
  const { workspaceId, offerId, role } = ids;
  const address = workspaceApi(workspaceId, offerId);
  const [notices, offer, publishers] = await Promise.all([
    api.get<OfferNotice[]>(`${address}/draft/notices`),
    api.get<KeptOffer>(address),
    isAllowed(role, 'offer.publish') ? [] : listPublishers(api, workspaceId),
  ]);
  const changes =
    offer.versionInUse === null
      ? null
      : await api.get<ToldChange[]>(`${address}/comparison?from=${offer.versionInUse}&to=draft`);
  return { notices, offer, changes, publishers };
}

async function listPublishers(api: Api, workspaceId: string): Promise<string[]> {
  const { members } = await api.get<{ members: readonly { name: string; role: Role }[] }>(
    `${workspaceApi(workspaceId)}/members`,
  );
  return members.filter(({ role }) => isAllowed(role, 'offer.publish')).map(({ name }) => name);
}

export async function sendPublication(
  api: Api,
  { workspaceId, offerId }: { workspaceId: string; offerId: string },
  { note, publishAt, revision, key }: PublishOrder,
): Promise<PublishOutcome> {
  try {
    const reply = await api.call('POST', `${workspaceApi(workspaceId, offerId)}/publication`, {
      body: { note, publishAt },
      etag: `"${revision}"`,
      key,
    });
    return outcomeOf(reply);
  } catch {
    return 'unreachable';
  }
}

function outcomeOf({ status }: ApiReply): PublishOutcome {
  if (status === 201) return 'published';
  if (status === 412) return 'stale';
  return status >= 500 || status === 429 ? 'unreachable' : 'refused';
}

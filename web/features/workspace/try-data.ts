// What the step « Essayer » reads from the API and sends to it.

import type { CaseView, OfferCase } from '#domain/transport/offer-case.ts';
import type { OfferTrial } from '#domain/transport/offer-trial.ts';
import type { Api } from '#web/lib/api.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';

export type CaseSaid = { label: string; subject: OfferCase };
export type CaseOutcome = 'saved' | 'stale' | 'full' | 'refused';

/** `null`: too busy, or nothing came. */
export async function askTrial(
  api: Api,
  ids: { workspaceId: string; offerId: string },
): Promise<OfferTrial | null> {
  const address = `${workspaceApi(ids.workspaceId, ids.offerId)}/trial`;
  const reply = await api.call('POST', address, { body: {} }).catch(() => null);
  return reply?.status === 200 ? (reply.body as OfferTrial) : null;
}

export function listCases(api: Api, workspaceId: string): Promise<CaseView[]> {
  return api.get<CaseView[]>(`${workspaceApi(workspaceId)}/cases`);
}

/** `held` null: a new one, made once however often it is sent with one key. */
export async function saveCase(
  api: Api,
  workspaceId: string,
  said: CaseSaid,
  how: { held: CaseView | null; key: string },
): Promise<CaseOutcome> {
  const address = `${workspaceApi(workspaceId)}/cases`;
  const { held, key } = how;
  const reply = await (held === null
    ? api.call('POST', address, { body: said, key })
    : api.call('PUT', `${address}/${held.id}`, { body: said, etag: held.etag })
  ).catch(() => null);
  return outcomeOf(reply?.status ?? 0);
}

export async function removeCase(
  api: Api,
  workspaceId: string,
  held: CaseView,
): Promise<CaseOutcome> {
  const address = `${workspaceApi(workspaceId)}/cases/${held.id}`;
  const reply = await api.call('DELETE', address, { etag: held.etag }).catch(() => null);
  return outcomeOf(reply?.status ?? 0);
}

function outcomeOf(status: number): CaseOutcome {
  if (status >= 200 && status < 300) return 'saved';
  if (status === 412 || status === 404) return 'stale';
  return status === 409 ? 'full' : 'refused';
}

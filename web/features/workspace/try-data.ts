// What the step « Essayer » reads from the API and sends to it.

import type { PlanDifference, TriedWay } from '#domain/journey/plan-differences.ts';
import type { OfferCase } from '#domain/transport/offer-case.ts';
import type { Api } from '#web/lib/api.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';

export type StoredCase = {
  id: string;
  label: string;
  subject: OfferCase;
  /** Null: no longer known. */
  homeName: string | null;
  careName: string | null;
  etag: string;
};

export type CaseTrial = {
  id: string;
  label: string;
  date: string;
  minute: number;
  homeName: string | null;
  careName: string | null;
} & (
  | { outcome: 'unknown_end' | 'not_tried' }
  | {
      outcome: 'same' | 'changed';
      before: readonly TriedWay[];
      after: readonly TriedWay[];
      differences: readonly PlanDifference[];
    }
);

export type OfferTrial = {
  revision: number;
  timetableTried: boolean;
  cases: readonly CaseTrial[];
};

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

export function listCases(api: Api, workspaceId: string): Promise<StoredCase[]> {
  return api.get<StoredCase[]>(`${workspaceApi(workspaceId)}/cases`);
}

/** `held` null: a new one, made once however often it is sent with one key. */
export async function saveCase(
  api: Api,
  workspaceId: string,
  said: CaseSaid,
  how: { held: StoredCase | null; key: string },
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
  held: StoredCase,
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

// How does a page send an archive, and what may come of it?

import type { FeedNotice } from '#domain/transport/feed-reading.ts';
import type { OfferKind } from '#domain/transport/offer.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import type { ToldChange } from './change-words.ts';

export type ProposedOffer = {
  id: string;
  name: string;
  kind: OfferKind | null;
  state: 'new' | 'changed' | 'unchanged' | 'refused';
  revision: number;
  changes: readonly ToldChange[];
  notices: readonly FeedNotice[];
};

export type FileProposal = {
  source: 'sidecar' | 'flex';
  offers: readonly ProposedOffer[];
  notices: readonly FeedNotice[];
  ignored: readonly string[];
};

export type SendFailure =
  | 'stale'
  | 'too_large'
  | 'not_allowed'
  | 'unreachable'
  | 'busy'
  | 'signed_out';

export type Sent<Answer> =
  | { kind: 'answered'; answer: Answer }
  | { kind: 'broken'; notices: readonly FeedNotice[] }
  | { kind: 'failed'; failure: SendFailure };

const FAILURES: Readonly<Record<number, SendFailure>> = {
  401: 'signed_out',
  403: 'not_allowed',
  412: 'stale',
  413: 'too_large',
  429: 'busy',
  503: 'busy',
};

export function isTakable({ state }: ProposedOffer): boolean {
  return state === 'new' || state === 'changed';
}

export function proposeFile(workspaceId: string, file: Blob): Promise<Sent<FileProposal>> {
  return send(`${workspaceApi(workspaceId)}/files`, file);
}

/** `key`: the same for the same choice, so that a lost answer may be asked for again. */
export function acceptFile(
  workspaceId: string,
  file: Blob,
  chosen: readonly ProposedOffer[],
  key: string,
): Promise<Sent<{ ids: readonly string[] }>> {
  const offers = chosen.map(({ id, revision }) => `${id}@${revision}`).join(',');
  const path = `${workspaceApi(workspaceId)}/files/acceptance?offers=${encodeURIComponent(offers)}`;
  return send(path, file, key);
}

async function send<Answer>(path: string, file: Blob, key?: string): Promise<Sent<Answer>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/zip',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: file,
    });
    const body: unknown = await response.json();
    if (response.ok) return { kind: 'answered', answer: body as Answer };
    const notices = (body as { notices?: readonly FeedNotice[] }).notices;
    if (response.status === 422 && notices !== undefined) return { kind: 'broken', notices };
    return { kind: 'failed', failure: FAILURES[response.status] ?? 'unreachable' };
  } catch {
    return { kind: 'failed', failure: 'unreachable' };
  }
}

// What the list of a workspace's offers must know, and what its forms do.

import { isAllowed } from '#domain/account/roles.ts';
import { type ApiReply, withQuery } from '#web/lib/api.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { workspaceApi, workspacePath } from '#web/lib/workspace-api.ts';
import { firstPage } from '#web/lib/workspace-nav.tsx';
import { STEP_TITLE_ID } from './editor-steps.ts';
import { findMembership } from './find-membership.ts';
import type { KeptOffer, Membership } from './workspace-data.ts';

const DONE = [
  'confirmed',
  'suspended',
  'resumed',
  'reviewed',
  'withdrawn',
  'archived',
  'unarchived',
] as const;
type Done = (typeof DONE)[number];
type Failure = 'stale' | 'role' | 'dates' | 'refused';

export type OffersData = {
  path: string;
  workspace: Membership;
  offers: readonly KeptOffer[];
  done: Done | null;
  failure: Failure | null;
  /** Of the form that creates: sent twice, it makes one offer. */
  key: string;
};

export async function loadOffers(request: PageRequest): Promise<PageOutcome<OffersData>> {
  const done = DONE.find((word) => word === request.query.get('fait')) ?? null;
  return show(request, { done, failure: null }, 200);
}

export async function submitOffers(
  request: PageRequest,
  form: URLSearchParams,
): Promise<PageOutcome<OffersData>> {
  const { api, params } = request;
  const workspaceId = params['espace'] ?? '';
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const etag = text('etat');
  const offer = workspaceApi(workspaceId, text('lequel'));
  const change = async (
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    address: string,
    body: unknown,
    done: Done,
  ) => {
    const options = { etag, ...(body === undefined ? {} : { body }) };
    return after(request, await api.call(method, address, options), done);
  };
  switch (text('geste')) {
    case 'valable':
      return change('POST', `${offer}/verification`, {}, 'confirmed');
    case 'interrompre': {
      const [from, until, note] = [text('du'), text('au'), text('raison')];
      const body = { from, until: until === '' ? null : until, note: note === '' ? null : note };
      return change('PUT', `${offer}/suspension`, body, 'suspended');
    }
    case 'reprendre':
      return change('DELETE', `${offer}/suspension`, undefined, 'resumed');
    case 'retirer':
      return change(
        'DELETE',
        withQuery(`${offer}/publication`, { reason: text('raison') }),
        undefined,
        'withdrawn',
      );
    case 'rythme':
      return change('PATCH', offer, { reviewEveryDays: Number(text('jours')) }, 'reviewed');
    case 'ranger':
      return change('PATCH', offer, { archived: true }, 'archived');
    case 'ressortir':
      return change('PATCH', offer, { archived: false }, 'unarchived');
    case 'copier':
      return create(request, { copyOf: text('lequel') }, text('cle'));
    case 'commencer':
      return create(request, { kind: text('genre'), name: text('nom') }, text('cle'));
    default:
      return { kind: 'redirect', to: request.path };
  }
}

async function create(
  request: PageRequest,
  body: unknown,
  key: string,
): Promise<PageOutcome<OffersData>> {
  const workspaceId = request.params['espace'] ?? '';
  const reply = await request.api.call('POST', `${workspaceApi(workspaceId)}/offers`, {
    body,
    ...(key === '' ? {} : { key }),
  });
  if (reply.status !== 201) return after(request, reply, 'confirmed');
  const { id } = reply.body as KeptOffer;
  // One goes on from its first question, as from step to step.
  return { kind: 'redirect', to: `${workspacePath(workspaceId, id)}#${STEP_TITLE_ID}` };
}

async function after(
  request: PageRequest,
  { status }: ApiReply,
  done: Done,
): Promise<PageOutcome<OffersData>> {
  if (status < 300) return { kind: 'redirect', to: withQuery(request.path, { fait: done }) };
  if (status === 404) return { kind: 'not_found' };
  const failure = status === 412 ? 'stale' : status === 403 ? 'role' : 'refused';
  const isDates = status === 400 && done === 'suspended';
  return show(request, { done: null, failure: isDates ? 'dates' : failure }, status);
}

async function show(
  request: PageRequest,
  told: Pick<OffersData, 'done' | 'failure'>,
  status: number,
): Promise<PageOutcome<OffersData>> {
  const { api, path, text, params } = request;
  const workspaceId = params['espace'] ?? '';
  const workspace = await findMembership(api, workspaceId);
  if (workspace === null) return { kind: 'not_found' };
  if (!isAllowed(workspace.role, 'offer.read')) {
    return { kind: 'redirect', to: firstPage(workspaceId, workspace.role) };
  }
  const offers = await api.get<KeptOffer[]>(`${workspaceApi(workspaceId)}/offers`);
  const title = text.workspace.offers.title(workspace.name);
  return {
    kind: 'page',
    status,
    head: { title, description: title, noIndex: true },
    data: { path, workspace, offers, key: crypto.randomUUID(), ...told },
  };
}

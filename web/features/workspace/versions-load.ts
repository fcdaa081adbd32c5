// What the page of an offer's versions must know, and what it takes to put one back.

import { type ApiReply, withQuery } from '#web/lib/api.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import type { ToldChange } from './change-words.ts';
import type { EditorGround } from './editor-data.ts';
import type { KeptOffer, VersionRow } from './workspace-data.ts';

type Failure = 'stale' | 'role' | 'refused';
export type Compared = { from: string; to: string; changes: readonly ToldChange[] };

export type VersionsData = {
  path: string;
  workspaceId: string;
  offer: KeptOffer;
  ground: Pick<EditorGround, 'role' | 'communes'>;
  versions: readonly VersionRow[];
  /** Two that are compared: numbers, or `draft`. */
  compared: Compared | null;
  /** The one that is about to be put back, before it is sure. */
  restoring: number | null;
  /** The one that was. */
  restored: number | null;
  failure: Failure | null;
  /** Sent twice, it makes one version. */
  key: string;
};

type Told = Pick<VersionsData, 'restored' | 'restoring' | 'failure'>;

export async function loadVersions(request: PageRequest): Promise<PageOutcome<VersionsData>> {
  const number = (name: string) => {
    const value = request.query.get(name);
    return value !== null && /^\d{1,7}$/.test(value) ? Number(value) : null;
  };
  const told = { restoring: number('remettre'), restored: number('remise'), failure: null };
  return show(request, told, 200);
}

export async function submitVersions(
  request: PageRequest,
  form: URLSearchParams,
): Promise<PageOutcome<VersionsData>> {
  const number = form.get('version') ?? '';
  if (!/^\d{1,7}$/.test(number)) return { kind: 'redirect', to: request.path };
  const reply = await request.api.call(
    'POST',
    `${offerApi(request)}/versions/${number}/restoration`,
    {
      body: { note: form.get('note')?.trim() ?? '' },
      etag: form.get('etat') ?? '',
      key: form.get('cle') ?? '',
    },
  );
  if (reply.status === 201) {
    const { version } = reply.body as { version: number };
    return { kind: 'redirect', to: withQuery(request.path, { remise: version }) };
  }
  if (reply.status === 404) return { kind: 'not_found' };
  return show(
    request,
    { restoring: null, restored: null, failure: failureOf(reply) },
    reply.status,
  );
}

function failureOf({ status }: ApiReply): Failure {
  if (status === 412) return 'stale';
  return status === 403 ? 'role' : 'refused';
}

async function show(
  request: PageRequest,
  told: Told,
  status: number,
): Promise<PageOutcome<VersionsData>> {
  const { api, path, text, params } = request;
  const workspaceId = params['espace'] ?? '';
  const address = offerApi(request);
  const [offer, ground, versions, compared] = await Promise.all([
    api.get<KeptOffer>(address),
    api.get<EditorGround>(`${workspaceApi(workspaceId)}/ground`),
    api.get<VersionRow[]>(`${address}/versions`),
    compare(request),
  ]);
  const { role, communes } = ground;
  const title = text.workspace.versions.title(offer.name || text.workspace.offers.unnamed);
  return {
    kind: 'page',
    status,
    head: { title, description: title, noIndex: true },
    data: {
      path,
      workspaceId,
      offer,
      ground: { role, communes },
      versions,
      compared,
      key: crypto.randomUUID(),
      ...told,
    },
  };
}

/** Null when the address names no two to compare, or names what is none. */
async function compare({ api, query, params }: PageRequest): Promise<Compared | null> {
  const [from, to] = [query.get('de'), query.get('a')];
  const isNamed = (name: string | null): name is string =>
    name !== null && /^(draft|\d{1,7})$/.test(name);
  if (!isNamed(from) || !isNamed(to)) return null;
  const address = workspaceApi(params['espace'] ?? '', params['id'] ?? '');
  const reply = await api.call('GET', withQuery(`${address}/comparison`, { from, to }));
  if (reply.status !== 200) return null;
  return { from, to, changes: reply.body as ToldChange[] };
}

function offerApi({ params }: PageRequest): string {
  return workspaceApi(params['espace'] ?? '', params['id'] ?? '');
}

// What the page of reports must know, and what its form does.

import { withQuery } from '#web/lib/api.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { findMembership } from './find-membership.ts';
import type { Report, Reports } from './watch-data.ts';
import type { Membership } from './workspace-data.ts';

export const VERDICTS = ['accepted', 'refused'] as const;
type Verdict = (typeof VERDICTS)[number];

export type ReportsData = {
  path: string;
  workspace: Membership;
  /** Those that wait; empty on a page of older ones. */
  waiting: readonly Report[];
  reviewed: readonly Report[];
  mayReview: boolean;
  /** The id after which older ones are read; null: there are none. */
  next: string | null;
  isFirst: boolean;
  done: Verdict | null;
  failure: 'stale' | 'refused' | null;
};

export async function loadReports(request: PageRequest): Promise<PageOutcome<ReportsData>> {
  const done = VERDICTS.find((word) => word === request.query.get('fait')) ?? null;
  return show(request, { done, failure: null }, 200);
}

export async function submitReports(
  request: PageRequest,
  form: URLSearchParams,
): Promise<PageOutcome<ReportsData>> {
  const { api, params, path } = request;
  const verdict = VERDICTS.find((word) => word === form.get('geste'));
  if (verdict === undefined) return { kind: 'redirect', to: path };
  const id = encodeURIComponent(form.get('lequel') ?? '');
  const address = `${workspaceApi(params['espace'] ?? '')}/reports/${id}/review`;
  const body = { verdict, note: form.get('note') ?? '' };
  const { status } = await api.call('POST', address, { body, etag: form.get('etat') ?? '' });
  if (status === 200) return { kind: 'redirect', to: withQuery(path, { fait: verdict }) };
  const failure = status === 412 ? 'stale' : 'refused';
  return show(request, { done: null, failure }, status === 404 ? 409 : status);
}

async function show(
  request: PageRequest,
  told: Pick<ReportsData, 'done' | 'failure'>,
  status: number,
): Promise<PageOutcome<ReportsData>> {
  const { api, path, query, text, params } = request;
  const workspaceId = params['espace'] ?? '';
  const workspace = await findMembership(api, workspaceId);
  if (workspace === null) return { kind: 'not_found' };
  const before = query.get('avant');
  const root = `${workspaceApi(workspaceId)}/reports`;
  const [waiting, reviewed] = await Promise.all([
    before === null ? api.get<Reports>(withQuery(root, { state: 'new', limit: 100 })) : null,
    api.get<Reports>(withQuery(root, { state: 'reviewed', before, limit: 20 })),
  ]);
  const { title } = text.workspace.watch.reports;
  return {
    kind: 'page',
    status,
    head: { title: `${title}, ${workspace.name}`, description: title, noIndex: true },
    data: {
      path,
      workspace,
      waiting: waiting?.reports ?? [],
      reviewed: reviewed.reports,
      mayReview: reviewed.mayReview,
      next: reviewed.next,
      isFirst: before === null,
      ...told,
    },
  };
}

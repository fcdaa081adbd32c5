// What the page of a team must know, and what its forms do.

import { withQuery } from '#web/lib/api.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { faultsOf, type Me, type OpenInvitation, type Team } from './account-data.ts';

const DONE = ['saved', 'removed', 'takenBack', 'sent'] as const;
type Done = (typeof DONE)[number];
type Failure = 'lastManager' | 'alreadyMember' | 'mailDown' | 'changedMeanwhile';

export type TeamData = {
  path: string;
  workspace: Me['workspaces'][number];
  team: Team;
  invitations: readonly OpenInvitation[];
  done: Done | null;
  failure: Failure | null;
  /** The member one asked to take out, before it is sure. */
  removing: string | null;
  /** Shown once, where no mail leaves. */
  handOver: { email: string; link: string } | null;
  /** What stands in the form that invites. */
  email: string;
  badEmail: boolean;
  /** Of the form that invites: sent twice, it invites once. */
  key: string;
};

const CALM = {
  done: null,
  failure: null,
  removing: null,
  handOver: null,
  email: '',
  badEmail: false,
} as const;

export async function loadTeam(request: PageRequest): Promise<PageOutcome<TeamData>> {
  const done = DONE.find((word) => word === request.query.get('fait')) ?? null;
  return await show(request, { done, removing: request.query.get('retirer') }, 200);
}

export async function submitTeam(
  request: PageRequest,
  form: URLSearchParams,
): Promise<PageOutcome<TeamData>> {
  const { api, path } = request;
  const root = rootOf(request);
  const id = encodeURIComponent(form.get('lequel') ?? '');
  const did = (done: Done): PageOutcome<TeamData> => ({
    kind: 'redirect',
    to: withQuery(path, { fait: done }),
  });
  const etag = form.get('etat') ?? '""';
  const refused = (status: number) => {
    const failure = status === 409 ? 'lastManager' : 'changedMeanwhile';
    return show(request, { failure }, status);
  };
  switch (form.get('geste')) {
    case 'role': {
      const body = { role: form.get('role') };
      const { status } = await api.call('PUT', `${root}/members/${id}`, { body, etag });
      return status === 204 ? did('saved') : await refused(status);
    }
    case 'retirer': {
      const { status } = await api.call('DELETE', `${root}/members/${id}`, { etag });
      return status === 204 ? did('removed') : await refused(status);
    }
    case 'reprendre': {
      const { status } = await api.call('DELETE', `${root}/invitations/${id}`, { etag });
      return status === 204 ? did('takenBack') : await refused(status);
    }
    case 'inviter':
      return await invite(request, {
        email: form.get('adresse') ?? '',
        role: form.get('role') ?? '',
        key: form.get('cle') ?? '',
      });
    default:
      return { kind: 'redirect', to: path };
  }
}

async function invite(
  request: PageRequest,
  { email, role, key }: { email: string; role: string; key: string },
): Promise<PageOutcome<TeamData>> {
  const reply = await request.api.call('POST', `${rootOf(request)}/invitations`, {
    body: { email, role },
    ...(key === '' ? {} : { key }),
  });
  if (reply.status === 201) {
    const { link } = reply.body as { link: string | null };
    return link === null
      ? { kind: 'redirect', to: withQuery(request.path, { fait: 'sent' }) }
      : await show(request, { handOver: { email, link } }, 200);
  }
  // The form was changed since it was sent: it is another invitation.
  if (reply.status === 422 && key !== '') return await invite(request, { email, role, key: '' });
  if (faultsOf(reply).has('email')) return await show(request, { email, badEmail: true }, 400);
  const failure =
    reply.status === 409 ? 'alreadyMember' : reply.status === 503 ? 'mailDown' : 'changedMeanwhile';
  return await show(request, { email, failure }, reply.status);
}

async function show(
  request: PageRequest,
  told: Partial<TeamData>,
  status: number,
): Promise<PageOutcome<TeamData>> {
  const { api, path, text, params } = request;
  const root = rootOf(request);
  const [me, team] = await Promise.all([
    api.get<Me>('/api/account/me'),
    api.get<Team>(`${root}/members`),
  ]);
  const invitations = team.mayManage ? await api.get<OpenInvitation[]>(`${root}/invitations`) : [];
  const workspace = me.workspaces.find(({ id }) => id === params['espace']);
  if (workspace === undefined) return { kind: 'not_found' };
  const { title } = text.account.team;
  return {
    kind: 'page',
    status,
    head: { title: `${title}, ${workspace.name}`, description: title, noIndex: true },
    data: { path, workspace, team, invitations, key: crypto.randomUUID(), ...CALM, ...told },
  };
}

function rootOf({ params }: PageRequest): string {
  return `/api/workspaces/${encodeURIComponent(params['espace'] ?? '')}`;
}

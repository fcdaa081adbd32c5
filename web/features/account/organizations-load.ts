// What the page of the organizations must know, and what its forms do.

import { WORKSPACE_KINDS, type WorkspaceKind } from '#domain/account/roles.ts';
import { type ApiReply, withQuery } from '#web/lib/api.ts';
import { isNotFound } from '#web/lib/api-failure.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { faultsOf, type Me, type Organization } from './account-data.ts';

const DONE = ['opened', 'sent'] as const;
type Done = (typeof DONE)[number];
type Failure = 'managed' | 'mailDown' | 'refused';
type FieldFault = 'nameMissing' | 'nameTaken' | 'territoryMissing' | 'badEmail';

/** What stands in the form that opens a space. */
export type OpeningForm = {
  name: string;
  kind: WorkspaceKind;
  territoryCodes: readonly string[];
  email: string;
  fault: FieldFault | null;
  /** Sent twice, it opens one space. */
  key: string;
};

export type OrganizationsData = {
  path: string;
  workspace: Me['workspaces'][number];
  organizations: readonly Organization[];
  territories: readonly { code: string; name: string }[];
  form: OpeningForm;
  done: Done | null;
  failure: Failure | null;
  /** Shown once, where no mail leaves. */
  handOver: { email: string; link: string } | null;
};

type Told = Partial<Pick<OrganizationsData, 'done' | 'failure' | 'handOver'>> & {
  form?: Partial<OpeningForm>;
};

export async function loadOrganizations(
  request: PageRequest,
): Promise<PageOutcome<OrganizationsData>> {
  const done = DONE.find((word) => word === request.query.get('fait')) ?? null;
  try {
    return await show(request, { done }, 200);
  } catch (error) {
    if (isNotFound(error)) return { kind: 'not_found' };
    throw error;
  }
}

export async function submitOrganizations(
  request: PageRequest,
  form: URLSearchParams,
): Promise<PageOutcome<OrganizationsData>> {
  const { api } = request;
  const root = `${workspaceApi(request.params['espace'] ?? '')}/organizations`;
  const email = form.get('adresse') ?? '';
  const key = form.get('cle') ?? '';
  if (form.get('geste') === 'inviter') {
    const id = encodeURIComponent(form.get('lequel') ?? '');
    const path = `${root}/${id}/invitations`;
    const reply = await api.call('POST', path, { body: { email }, ...keyed(key) });
    return await after(request, reply, email, 'sent', {});
  }
  const said = {
    name: form.get('nom') ?? '',
    kind: WORKSPACE_KINDS.find((kind) => kind === form.get('genre')) ?? 'carrier',
    territoryCodes: form.getAll('territoire'),
    email,
  };
  const reply = await api.call('POST', root, { body: said, ...keyed(key) });
  return await after(request, reply, email, 'opened', said);
}

const keyed = (key: string) => (key === '' ? {} : { key });

async function after(
  request: PageRequest,
  reply: ApiReply,
  email: string,
  done: Done,
  said: Partial<OpeningForm>,
): Promise<PageOutcome<OrganizationsData>> {
  if (reply.status === 201) {
    const { link } = reply.body as { link: string | null };
    return link === null
      ? { kind: 'redirect', to: withQuery(request.path, { fait: done }) }
      : await show(request, { handOver: { email, link } }, 200);
  }
  if (reply.status === 404) return { kind: 'not_found' };
  if (reply.status === 503) return await show(request, { failure: 'mailDown' }, 503);
  const found = faultsOf(reply);
  const fault: FieldFault | null =
    reply.status === 409 && done === 'opened'
      ? 'nameTaken'
      : found.has('name')
        ? 'nameMissing'
        : found.has('territoryCodes')
          ? 'territoryMissing'
          : found.has('email')
            ? 'badEmail'
            : null;
  const failure = fault !== null ? null : reply.status === 409 ? 'managed' : 'refused';
  return await show(request, { failure, form: { ...said, fault } }, reply.status);
}

async function show(
  { api, path, params, text }: PageRequest,
  { form, ...told }: Told,
  status: number,
): Promise<PageOutcome<OrganizationsData>> {
  const workspaceId = params['espace'] ?? '';
  const [me, organizations, territories] = await Promise.all([
    api.get<Me>('/api/account/me'),
    api.get<Organization[]>(`${workspaceApi(workspaceId)}/organizations`),
    api.territories(),
  ]);
  const workspace = me.workspaces.find(({ id }) => id === workspaceId);
  if (workspace === undefined) return { kind: 'not_found' };
  const { title } = text.account.organizations;
  return {
    kind: 'page',
    status,
    head: { title: `${title}, ${workspace.name}`, description: title, noIndex: true },
    data: {
      path,
      workspace,
      organizations,
      territories: territories.map(({ code, name }) => ({ code, name })),
      form: {
        name: '',
        kind: 'carrier',
        territoryCodes: territories.length === 1 ? territories.map(({ code }) => code) : [],
        email: '',
        fault: null,
        key: crypto.randomUUID(),
        ...form,
      },
      done: null,
      failure: null,
      handOver: null,
      ...told,
    },
  };
}

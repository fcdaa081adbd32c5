// « Mon compte »: the spaces one works in, the password, the keys, the devices signed in.

import './account.css';
import { For, Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { neverInBrowser, type Page, type PageOutcome, type PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { faultsOf, type Me, type OpenSession, type Passkey } from './account-data.ts';
import { AccountPasskeys } from './account-passkeys.tsx';
import { AccountPassword, type PasswordFaults } from './account-password.tsx';
import { AccountSessions } from './account-sessions.tsx';
import { AccountSignOut } from './account-sign-out.tsx';

const DONE = ['changed', 'ended', 'passkeyAdded', 'passkeyRemoved'] as const;
type Done = (typeof DONE)[number];

type AccountData = {
  me: Me;
  sessions: readonly OpenSession[];
  passkeys: readonly Passkey[];
  done: Done | null;
  faults: PasswordFaults | null;
};

export const accountPage: Page<AccountData> = {
  load: import.meta.env.SSR ? loadAccount : neverInBrowser,
  submit: import.meta.env.SSR ? submitAccount : neverInBrowser,

  Content(props) {
    const { text, link } = usePage();
    const words = text.account.account;
    return (
      <main id="contenu" class="page wrap account">
        <PageHeader title={words.title} lead={`${props.data.me.name}, ${props.data.me.email}`}>
          <AccountSignOut workspaceIds={props.data.me.workspaces.map(({ id }) => id)} />
        </PageHeader>
        <Show when={props.data.done}>
          {(done) => (
            <Notice icon="check" role="status">
              <p>{words[done()]}</p>
            </Notice>
          )}
        </Show>
        <section aria-labelledby="espaces">
          <h2 id="espaces">{words.spaces}</h2>
          <ul class="account-list">
            <For each={props.data.me.workspaces} fallback={<li>{words.noSpace}</li>}>
              {(workspace) => (
                <li class="account-row">
                  <a class="account-link" href={link(`/espace/${workspace.id}`)}>
                    {workspace.name}
                  </a>
                  <span>{text.account.roles[workspace.role]}</span>
                </li>
              )}
            </For>
          </ul>
        </section>
        <Show
          when={!props.data.me.isDemo}
          fallback={
            <Notice>
              <p>{words.demo}</p>
            </Notice>
          }
        >
          <AccountPasskeys passkeys={props.data.passkeys} />
          <AccountPassword faults={props.data.faults} email={props.data.me.email} />
        </Show>
        <AccountSessions sessions={props.data.sessions} />
      </main>
    );
  },
};

async function loadAccount(request: PageRequest): Promise<PageOutcome<AccountData>> {
  const asked = request.query.get('fait');
  return await show(request, DONE.find((done) => done === asked) ?? null, null, 200);
}

async function show(
  { api, text }: PageRequest,
  done: Done | null,
  faults: PasswordFaults | null,
  status: number,
): Promise<PageOutcome<AccountData>> {
  const me = await api.get<Me>('/api/account/me');
  const [sessions, passkeys] = await Promise.all([
    api.get<OpenSession[]>('/api/account/sessions'),
    api.get<Passkey[]>('/api/account/passkeys'),
  ]);
  const { title } = text.account.account;
  return {
    kind: 'page',
    status,
    head: { title, description: title, noIndex: true },
    data: { me, sessions, passkeys, done, faults },
  };
}

async function submitAccount(
  request: PageRequest,
  form: URLSearchParams,
): Promise<PageOutcome<AccountData>> {
  const { api } = request;
  const id = encodeURIComponent(form.get('lequel') ?? '');
  const did = (done: Done): PageOutcome<AccountData> => ({
    kind: 'redirect',
    to: withQuery('/compte', { fait: done }),
  });
  switch (form.get('geste')) {
    case 'quitter':
    case 'quitter-en-gardant': {
      const keepUnsaved = form.get('geste') === 'quitter-en-gardant';
      await api.call('POST', '/api/account/sign-out', { body: { keepUnsaved } });
      return { kind: 'redirect', to: '/connexion' };
    }
    case 'deconnecter':
      await api.call('DELETE', `/api/account/sessions/${id}`);
      return did('ended');
    case 'deconnecter-les-autres':
      await api.call('DELETE', '/api/account/sessions');
      return did('ended');
    case 'retirer-cle':
      await api.call('DELETE', `/api/account/passkeys/${id}`);
      return did('passkeyRemoved');
    case 'mot-de-passe': {
      const body = { current: form.get('actuel') ?? '', next: form.get('nouveau') ?? '' };
      const reply = await api.call('POST', '/api/account/password', { body });
      if (reply.status === 204) return did('changed');
      const found = faultsOf(reply);
      const faults = {
        current: found.has('current'),
        next: found.get('next') ?? null,
        tooMany: reply.status === 429,
      };
      return await show(request, null, faults, reply.status);
    }
    default:
      return { kind: 'redirect', to: '/compte' };
  }
}

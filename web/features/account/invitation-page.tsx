// « Rejoindre … »: a link received opens an account, or a workspace for the one that exists.

import './account.css';
import { Match, Switch } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { localMoment } from '#web/lib/format.ts';
import { neverInBrowser, type Page, type PageOutcome, type PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { faultsOf, type Invitation, isPasswordFault } from './account-data.ts';

type InvitationData = {
  path: string;
  invitation: Invitation | null;
  name: string;
  faults: { name: boolean; password: string | null };
};

const NO_FAULT = { name: false, password: null };

export const invitationPage: Page<InvitationData> = {
  load: import.meta.env.SSR
    ? (request) => show(request, { name: '', faults: NO_FAULT }, 200)
    : neverInBrowser,
  submit: import.meta.env.SSR ? accept : neverInBrowser,

  Content(props) {
    const { text, link, format } = usePage();
    const words = text.account.invitation;
    const day = (moment: string) => format.date(localMoment(Date.parse(moment)).date);
    return (
      <main id="contenu" class="page wrap account account-narrow">
        <Switch fallback={<Gone />}>
          <Match when={props.data.invitation}>
            {(invitation) => (
              <>
                <PageHeader
                  title={words.title(invitation().workspaceName)}
                  lead={words.lead(text.account.roles[invitation().role])}
                />
                <p>
                  {text.account.roleHints[invitation().role]}{' '}
                  {words.until(day(invitation().expiresAt))}
                </p>
                <Answer invitation={invitation()} />
              </>
            )}
          </Match>
        </Switch>
      </main>
    );

    function Gone() {
      return (
        <>
          <PageHeader title={words.goneTitle} lead={words.gone} />
          <p>{words.already}</p>
          <LinkButton href={link('/connexion')}>{text.account.signIn.title}</LinkButton>
        </>
      );
    }

    function Answer(given: { invitation: Invitation }) {
      return (
        <Switch fallback={<NewAccount email={given.invitation.email} />}>
          <Match when={given.invitation.isSignedIn}>
            <form class="account-form card" method="post" action={link(props.data.path)}>
              <p>{words.joinAs(given.invitation.email)}</p>
              <Button type="submit">{words.join}</Button>
            </form>
          </Match>
          <Match when={given.invitation.hasAccount}>
            <p>{words.signInFirst(given.invitation.email)}</p>
            <LinkButton
              look="main"
              href={link(
                withQuery('/connexion', {
                  suite: props.data.path,
                  adresse: given.invitation.email,
                }),
              )}
            >
              {text.account.signIn.title}
            </LinkButton>
          </Match>
        </Switch>
      );
    }

    function NewAccount(given: { email: string }) {
      const passwordError = () => {
        const { password } = props.data.faults;
        if (password === null) return undefined;
        const { passwordFaults, signIn } = text.account;
        return isPasswordFault(password) ? passwordFaults[password] : signIn.emptyPassword;
      };
      return (
        <form class="account-form card" method="post" action={link(props.data.path)}>
          <p>{words.forWhom(given.email)}</p>
          {/* A password manager keeps the password with this address. */}
          <input type="hidden" name="adresse" value={given.email} autocomplete="username" />
          <TextField
            id="nom"
            label={words.name}
            hint={words.nameHint}
            name="nom"
            value={props.data.name}
            autocomplete="name"
            maxLength={100}
            required
            error={props.data.faults.name ? words.nameMissing : undefined}
          />
          <PasswordField
            id="mot-de-passe"
            label={words.password}
            hint={words.passwordHint}
            name="mot-de-passe"
            autocomplete="new-password"
            words={text.account}
            error={passwordError()}
          />
          <Button type="submit">{words.create}</Button>
        </form>
      );
    }
  },
};

async function show(
  request: PageRequest,
  given: Pick<InvitationData, 'name' | 'faults'>,
  status: number,
): Promise<PageOutcome<InvitationData>> {
  const words = request.text.account.invitation;
  const reply = await request.api.call('GET', addressOf(request));
  const invitation = reply.status === 200 ? (reply.body as Invitation) : null;
  const title = invitation === null ? words.goneTitle : words.title(invitation.workspaceName);
  return {
    kind: 'page',
    status: invitation === null ? reply.status : status,
    // Without the link: who reads the page's head or copies it must not carry it away.
    head: { title, description: title, canonical: '/connexion', noIndex: true },
    data: { path: request.path, invitation, ...given },
  };
}

async function accept(
  request: PageRequest,
  form: URLSearchParams,
): Promise<PageOutcome<InvitationData>> {
  const name = form.get('nom')?.trim();
  const password = form.get('mot-de-passe') ?? undefined;
  const body = name === undefined ? {} : { name, password };
  const reply = await request.api.call('POST', addressOf(request), { body });
  if (reply.status === 201) {
    const { workspaceId } = reply.body as { workspaceId: string };
    return { kind: 'redirect', to: `/espace/${encodeURIComponent(workspaceId)}` };
  }
  const found = faultsOf(reply);
  const faults = { name: found.has('name'), password: found.get('password') ?? null };
  return await show(request, { name: name ?? '', faults }, reply.status);
}

function addressOf({ params }: PageRequest): string {
  return `/api/account/invitations/${encodeURIComponent(params['jeton'] ?? '')}`;
}

// « Choisir un nouveau mot de passe »: by a link handed over, for who forgot the one before.

import './account.css';
import { Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { neverInBrowser, type Page, type PageOutcome, type PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { faultsOf, isPasswordFault } from './account-data.ts';

type ResetData = {
  path: string;
  /** Null: the link opens nothing. */
  email: string | null;
  fault: string | null;
};

export const resetPage: Page<ResetData> = {
  load: import.meta.env.SSR ? (request) => show(request, null, 200) : neverInBrowser,
  submit: import.meta.env.SSR ? choose : neverInBrowser,

  Content(props) {
    const { text, link } = usePage();
    const { reset, invitation, passwordFaults, signIn } = text.account;
    const error = () => {
      const { fault } = props.data;
      if (fault === null) return undefined;
      return isPasswordFault(fault) ? passwordFaults[fault] : signIn.emptyPassword;
    };
    return (
      <main id="contenu" class="page wrap account account-narrow">
        <Show
          when={props.data.email}
          fallback={<PageHeader title={invitation.goneTitle} lead={reset.gone} />}
        >
          {(email) => (
            <>
              <PageHeader title={reset.title} lead={reset.lead(email())} />
              <form class="account-form card" method="post" action={link(props.data.path)}>
                <input type="hidden" name="adresse" value={email()} autocomplete="username" />
                <PasswordField
                  id="mot-de-passe"
                  label={invitation.password}
                  hint={invitation.passwordHint}
                  name="mot-de-passe"
                  autocomplete="new-password"
                  words={text.account}
                  error={error()}
                />
                <Button type="submit">{reset.save}</Button>
              </form>
            </>
          )}
        </Show>
      </main>
    );
  },
};

async function show(
  request: PageRequest,
  fault: string | null,
  status: number,
): Promise<PageOutcome<ResetData>> {
  const reply = await request.api.call('GET', addressOf(request));
  const email = reply.status === 200 ? (reply.body as { email: string }).email : null;
  const { reset, invitation } = request.text.account;
  const title = email === null ? invitation.goneTitle : reset.title;
  return {
    kind: 'page',
    status: email === null ? reply.status : status,
    head: { title, description: title, canonical: '/connexion', noIndex: true },
    data: { path: request.path, email, fault },
  };
}

async function choose(
  request: PageRequest,
  form: URLSearchParams,
): Promise<PageOutcome<ResetData>> {
  const reply = await request.api.call('POST', addressOf(request), {
    body: { password: form.get('mot-de-passe') ?? '' },
  });
  if (reply.status === 204) {
    const adresse = form.get('adresse');
    return {
      kind: 'redirect',
      to: withQuery('/connexion', { fait: 'mot-de-passe', adresse }),
    };
  }
  return await show(request, faultsOf(reply).get('password') ?? null, reply.status);
}

function addressOf({ params }: PageRequest): string {
  return `/api/account/password/${encodeURIComponent(params['jeton'] ?? '')}`;
}

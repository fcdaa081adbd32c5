// « Se connecter »: an address and a password, or a key; in the demonstration, one person a role.

import './account.css';
import { Show } from 'solid-js';
import { neverInBrowser, type Page, type PageOutcome, type PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type DemoChoice, faultsOf } from './account-data.ts';
import { nextPath } from './next-path.ts';
import { SignInDemo } from './sign-in-demo.tsx';
import { SignInKey } from './sign-in-key.tsx';

type Fault = 'refused' | 'too_many' | 'bad_email' | 'empty_password';
type SignInData = {
  next: string;
  email: string;
  fault: Fault | null;
  /** A new password was just chosen. */
  isReset: boolean;
  demo: DemoChoice | null;
};

export const signInPage: Page<SignInData> = {
  load: import.meta.env.SSR ? loadSignIn : neverInBrowser,
  submit: import.meta.env.SSR ? submitSignIn : neverInBrowser,

  Content(props) {
    const { text, link } = usePage();
    const words = text.account.signIn;
    const failure = () =>
      props.data.fault === 'refused'
        ? words.refused
        : props.data.fault === 'too_many'
          ? words.tooMany
          : null;
    return (
      <main id="contenu" class="page wrap account account-narrow">
        <PageHeader title={words.title} lead={words.lead} />
        <Show when={props.data.isReset}>
          <Notice icon="check" role="status">
            <p>{text.account.reset.done}</p>
          </Notice>
        </Show>
        <Show when={failure()}>
          {(told) => (
            <Notice tone="warn" role="alert">
              <p>{told()}</p>
            </Notice>
          )}
        </Show>
        <form class="account-form card" method="post" action={link('/connexion')}>
          <input type="hidden" name="suite" value={props.data.next} />
          <TextField
            id="adresse"
            label={words.email}
            name="adresse"
            value={props.data.email}
            autocomplete="username"
            inputMode="email"
            required
            error={props.data.fault === 'bad_email' ? words.badEmail : undefined}
          />
          <PasswordField
            id="mot-de-passe"
            label={words.password}
            name="mot-de-passe"
            autocomplete="current-password"
            words={text.account}
            error={props.data.fault === 'empty_password' ? words.emptyPassword : undefined}
          />
          <Button type="submit">{words.submit}</Button>
          <SignInKey next={props.data.next} />
        </form>
        <Show when={props.data.demo}>
          {(demo) => <SignInDemo demo={demo()} next={props.data.next} />}
        </Show>
        <dl class="account-help">
          <dt>{words.noAccount}</dt>
          <dd>{words.noAccountHow}</dd>
          <dt>{words.forgotten}</dt>
          <dd>{words.forgottenHow}</dd>
        </dl>
      </main>
    );
  },
};

async function loadSignIn(request: PageRequest): Promise<PageOutcome<SignInData>> {
  const next = nextPath(request.query.get('suite'));
  const me = await request.api.call('GET', '/api/account/me');
  if (me.status === 200) return { kind: 'redirect', to: next };
  const email = request.query.get('adresse') ?? '';
  const isReset = request.query.get('fait') === 'mot-de-passe';
  return await show(request, { next, email, fault: null, isReset }, 200);
}

async function submitSignIn(
  request: PageRequest,
  form: URLSearchParams,
): Promise<PageOutcome<SignInData>> {
  const next = nextPath(form.get('suite'));
  const email = form.get('adresse') ?? '';
  const password = form.get('mot-de-passe') ?? '';
  const reply = await request.api.call('POST', '/api/account/sign-in', {
    body: { email, password },
  });
  if (reply.status === 204) return { kind: 'redirect', to: next };
  const faults = faultsOf(reply);
  const fault =
    reply.status === 429
      ? 'too_many'
      : faults.has('email')
        ? 'bad_email'
        : faults.has('password')
          ? 'empty_password'
          : 'refused';
  return await show(request, { next, email, fault, isReset: false }, reply.status);
}

async function show(
  { api, text }: PageRequest,
  data: Omit<SignInData, 'demo'>,
  status: number,
): Promise<PageOutcome<SignInData>> {
  const { demo } = await api.get<{ demo: DemoChoice | null }>('/api/account/sign-in');
  const words = text.account.signIn;
  return {
    kind: 'page',
    status,
    head: { title: words.title, description: words.lead, noIndex: true },
    data: { ...data, demo },
  };
}

// The form that changes a password.

import { Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { isPasswordFault } from './account-data.ts';

export type PasswordFaults = { current: boolean; next: string | null; tooMany: boolean };

export function AccountPassword(props: { faults: PasswordFaults | null; email: string }) {
  const { text, link } = usePage();
  const words = text.account.account;
  const nextError = () => {
    const word = props.faults?.next ?? undefined;
    if (word === undefined) return undefined;
    return isPasswordFault(word)
      ? text.account.passwordFaults[word]
      : text.account.signIn.emptyPassword;
  };
  return (
    <section aria-labelledby="mot-de-passe">
      <h2 id="mot-de-passe">{words.passwordTitle}</h2>
      <Show when={props.faults?.tooMany}>
        <Notice tone="warn" role="alert">
          <p>{text.account.signIn.tooMany}</p>
        </Notice>
      </Show>
      <form class="account-form card" method="post" action={link('/compte')}>
        <input type="hidden" name="adresse" value={props.email} autocomplete="username" />
        <PasswordField
          id="actuel"
          label={words.current}
          name="actuel"
          autocomplete="current-password"
          words={text.account}
          error={props.faults?.current ? words.currentWrong : undefined}
        />
        <PasswordField
          id="nouveau"
          label={words.next}
          hint={text.account.invitation.passwordHint}
          name="nouveau"
          autocomplete="new-password"
          words={text.account}
          error={nextError()}
        />
        <Button type="submit" look="quiet" name="geste" value="mot-de-passe">
          {words.change}
        </Button>
      </form>
    </section>
  );
}

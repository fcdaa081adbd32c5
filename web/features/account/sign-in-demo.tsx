// In the demonstration: the invented people one may enter as, each with one press.

import { For } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import type { DemoChoice } from './account-data.ts';

export function SignInDemo(props: { demo: DemoChoice; next: string }) {
  const { text, link } = usePage();
  const words = text.account.signIn;
  return (
    <section class="account-demo" aria-labelledby="demonstration">
      <h2 id="demonstration">{words.demoTitle}</h2>
      <p>{words.demoLead}</p>
      <ul class="account-demo-list">
        <For each={props.demo.accounts}>
          {(account) => (
            <li>
              <form method="post" action={link('/connexion')}>
                <input type="hidden" name="suite" value={props.next} />
                <input type="hidden" name="adresse" value={account.email} />
                <input type="hidden" name="mot-de-passe" value={props.demo.password} />
                <button type="submit" class="account-demo-enter">
                  <span class="account-demo-role">{text.account.roles[account.role]}</span>
                  <span class="account-demo-who">
                    {account.name}, {account.workspace}
                  </span>
                  <span class="account-demo-hint">{text.account.roleHints[account.role]}</span>
                  <Icon name="chevron_right" />
                </button>
              </form>
            </li>
          )}
        </For>
      </ul>
      <p class="field-hint">{words.demoPassword(props.demo.password)}</p>
    </section>
  );
}

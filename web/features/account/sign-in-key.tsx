// One button: the phone or the computer says who is there. Shown where the browser can do it.

import { createSignal, onMount, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { askKey, knowsKeys } from './web-keys.ts';

export function SignInKey(props: { next: string }) {
  const { api, text, link } = usePage();
  const words = text.account.signIn;
  const [isPossible, setPossible] = createSignal(false);
  const [hasFailed, setFailed] = createSignal(false);
  onMount(() => setPossible(knowsKeys()));

  async function enter() {
    setFailed(false);
    try {
      const options = await api.call('POST', '/api/account/passkeys/sign-in/options', { body: {} });
      if (options.status !== 200) throw new Error('No question to ask');
      const response = await askKey(options.body as Record<string, unknown>);
      const entered = await api.call('POST', '/api/account/passkeys/sign-in', {
        body: { response },
      });
      if (entered.status !== 204) throw new Error('Not accepted');
      location.assign(link(props.next));
    } catch {
      setFailed(true);
    }
  }

  return (
    <Show when={isPossible()}>
      <p class="account-or">{words.or}</p>
      <Button look="quiet" icon="person" onClick={() => void enter()}>
        {words.passkey}
      </Button>
      <p class="field-hint">{words.passkeyHint}</p>
      <Show when={hasFailed()}>
        <Notice tone="warn" role="alert">
          <p>{words.passkeyFailed}</p>
        </Notice>
      </Show>
    </Show>
  );
}

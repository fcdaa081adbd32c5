// The keys one signs in with: those kept, and one more from this device.

import { createSignal, For, onMount, Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { Passkey } from './account-data.ts';
import { knowsKeys, makeKey } from './web-keys.ts';

export function AccountPasskeys(props: { passkeys: readonly Passkey[] }) {
  const { api, text, format, link } = usePage();
  const words = text.account.account;
  const [isPossible, setPossible] = createSignal(false);
  const [name, setName] = createSignal('');
  const [failure, setFailure] = createSignal<string | null>(null);
  onMount(() => setPossible(knowsKeys()));

  async function add() {
    setFailure(null);
    const asked = await api.call('POST', '/api/account/passkeys/options', { body: {} });
    if (asked.status === 403) {
      setFailure(words.passkeyOld);
      return;
    }
    try {
      if (asked.status !== 200) throw new Error('No question to ask');
      const response = await makeKey(asked.body as Record<string, unknown>);
      const kept = await api.call('POST', '/api/account/passkeys', {
        body: { name: name().trim() || words.passkeyDefault, response },
      });
      if (kept.status !== 204) throw new Error('Not kept');
      location.assign(link(withQuery('/compte', { fait: 'passkeyAdded' })));
    } catch {
      setFailure(words.passkeyFailed);
    }
  }

  const day = (moment: string) => format.factDate(localMoment(Date.parse(moment)).date);
  return (
    <section aria-labelledby="cles">
      <h2 id="cles">{words.passkeysTitle}</h2>
      <p>{words.passkeysLead}</p>
      <ul class="account-list">
        <For each={props.passkeys} fallback={<li class="account-row">{words.noPasskey}</li>}>
          {(passkey) => (
            <li class="account-row">
              <span>
                <strong>{passkey.name}</strong>
                <span class="field-hint">{words.addedOn(day(passkey.createdAt))}</span>
              </span>
              <form method="post" action={link('/compte')}>
                <input type="hidden" name="lequel" value={passkey.id} />
                <Button
                  type="submit"
                  look="plain"
                  name="geste"
                  value="retirer-cle"
                  label={words.removePasskeyNamed(passkey.name)}
                >
                  {words.removePasskey}
                </Button>
              </form>
            </li>
          )}
        </For>
      </ul>
      <Show when={isPossible()} fallback={<p class="field-hint">{words.needsScript}</p>}>
        <div class="account-form card">
          <TextField
            id="nom-cle"
            label={words.passkeyName}
            hint={words.passkeyNameHint}
            note={text.common.optional}
            name="nom-cle"
            maxLength={60}
            value={name()}
            onInput={setName}
          />
          <Button look="quiet" icon="person" onClick={() => void add()}>
            {words.addPasskey}
          </Button>
          <Show when={failure()}>
            {(told) => (
              <Notice tone="warn" role="alert">
                <p>{told()}</p>
              </Notice>
            )}
          </Show>
        </div>
      </Show>
    </section>
  );
}

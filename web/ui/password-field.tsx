// A field for a password: what a password manager fills, and what one may look at before sending.

import { createSignal, onMount, Show } from 'solid-js';
import { Field } from './field.tsx';

export type PasswordFieldProps = {
  label: string;
  name: string;
  id: string;
  /** `new-password` lets a password manager propose one. */
  autocomplete: 'current-password' | 'new-password';
  hint?: string | undefined;
  error?: string | undefined;
  words: { show: string; hide: string; showPassword: string };
};

export function PasswordField(props: PasswordFieldProps) {
  const [isShown, setShown] = createSignal(false);
  const [isAlive, setAlive] = createSignal(false);
  onMount(() => setAlive(true));
  return (
    <Field label={props.label} hint={props.hint} error={props.error} id={props.id}>
      {(ids) => (
        <div class="password">
          <input
            class="input"
            id={ids.id}
            name={props.name}
            type={isShown() ? 'text' : 'password'}
            autocomplete={props.autocomplete}
            autocapitalize="none"
            spellcheck={false}
            required
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid ? 'true' : undefined}
          />
          <Show when={isAlive()}>
            <button
              type="button"
              class="button button-plain"
              aria-pressed={isShown()}
              aria-label={props.words.showPassword}
              onClick={() => setShown(!isShown())}
            >
              {isShown() ? props.words.hide : props.words.show}
            </button>
          </Show>
        </div>
      )}
    </Field>
  );
}

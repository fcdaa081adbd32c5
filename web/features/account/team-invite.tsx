// Inviting somebody, the link to hand over when no mail leaves, and the invitations that wait.

import { createSignal, For, onMount, Show } from 'solid-js';
import type { Role } from '#domain/account/roles.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { OpenInvitation } from './account-data.ts';

export function TeamInvite(props: {
  roles: readonly Role[];
  path: string;
  email: string;
  badEmail: boolean;
  formKey: string;
}) {
  const { text, link } = usePage();
  const words = text.account.team;
  return (
    <section aria-labelledby="inviter">
      <h2 id="inviter">{words.inviteTitle}</h2>
      <form class="account-form card" method="post" action={link(props.path)}>
        <input type="hidden" name="cle" value={props.formKey} />
        <TextField
          id="adresse"
          label={words.inviteEmail}
          name="adresse"
          value={props.email}
          inputMode="email"
          required
          error={props.badEmail ? text.account.signIn.badEmail : undefined}
        />
        <Show
          when={props.roles.length > 1}
          fallback={<input type="hidden" name="role" value={props.roles[0]} />}
        >
          <RadioGroup
            legend={words.role}
            name="role"
            value={props.roles[1] ?? null}
            options={props.roles.map((role) => ({
              value: role,
              label: text.account.roles[role],
              hint: text.account.roleHints[role],
            }))}
          />
        </Show>
        <p class="field-hint">{words.inviteLater}</p>
        <Button type="submit" icon="mail" name="geste" value="inviter">
          {words.invite}
        </Button>
      </form>
    </section>
  );
}

export function TeamHandOver(props: { email: string; link: string }) {
  const { text } = usePage();
  const words = text.account.team;
  const [canCopy, setCanCopy] = createSignal(false);
  const [isCopied, setCopied] = createSignal(false);
  onMount(() => setCanCopy(window.isSecureContext));
  return (
    <div class="account-link-given" role="status">
      <h2>{words.handOver(props.email)}</h2>
      <p>{words.handOverHow}</p>
      <input
        class="input"
        readonly
        value={props.link}
        aria-label={words.handOver(props.email)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Show when={canCopy()}>
        <Button
          look="quiet"
          onClick={() => void navigator.clipboard.writeText(props.link).then(() => setCopied(true))}
        >
          {isCopied() ? words.copied : words.copy}
        </Button>
      </Show>
    </div>
  );
}

export function TeamWaiting(props: { invitations: readonly OpenInvitation[]; path: string }) {
  const { text, format, link } = usePage();
  const words = text.account.team;
  return (
    <Show when={props.invitations.length > 0}>
      <section aria-labelledby="en-attente">
        <h2 id="en-attente">{words.waitingTitle}</h2>
        <ul class="account-list">
          <For each={props.invitations}>
            {(invitation) => (
              <li class="account-row">
                <span>
                  <strong>{invitation.email}</strong>
                  <span class="field-hint">
                    {text.account.roles[invitation.role]},{' '}
                    {words.waitingUntil(
                      format.factDate(localMoment(Date.parse(invitation.expiresAt)).date),
                    )}
                  </span>
                </span>
                <form method="post" action={link(props.path)}>
                  <input type="hidden" name="lequel" value={invitation.id} />
                  <input type="hidden" name="etat" value={invitation.etag} />
                  <Button
                    type="submit"
                    look="plain"
                    name="geste"
                    value="reprendre"
                    label={words.takeBackOf(invitation.email)}
                  >
                    {words.takeBack}
                  </Button>
                </form>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

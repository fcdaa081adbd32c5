// Where one is signed in, each to be ended with one press.

import { For, Show } from 'solid-js';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import type { OpenSession } from './account-data.ts';
import { deviceOf } from './device-name.ts';

export function AccountSessions(props: { sessions: readonly OpenSession[] }) {
  const { text, format, link } = usePage();
  const words = text.account.account;
  const nameOf = ({ userAgent }: OpenSession) => {
    const device = deviceOf(userAgent);
    return device === null ? words.unknownDevice : words.deviceOn(device.browser, device.system);
  };
  const when = (instant: string) => {
    const { date, minute } = localMoment(Date.parse(instant));
    return `${format.factDate(date)}, ${format.hour(minute)}`;
  };
  return (
    <section aria-labelledby="appareils">
      <h2 id="appareils">{words.sessionsTitle}</h2>
      <p>{words.sessionsLead}</p>
      <ul class="account-list">
        <For each={props.sessions}>
          {(session) => (
            <li class="account-row">
              <span>
                <strong>{nameOf(session)}</strong>{' '}
                <Show when={session.isCurrent}>
                  <Tag>{words.thisDevice}</Tag>
                </Show>
                <span class="field-hint">
                  {words.signedIn(when(session.signedInAt))},{' '}
                  {words.lastUsed(when(session.lastUsedAt))}
                </span>
              </span>
              <Show when={!session.isCurrent}>
                <form method="post" action={link('/compte')}>
                  <input type="hidden" name="lequel" value={session.id} />
                  <Button
                    type="submit"
                    look="plain"
                    name="geste"
                    value="deconnecter"
                    label={words.endNamed(nameOf(session))}
                  >
                    {words.end}
                  </Button>
                </form>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.sessions.length > 1}>
        <form method="post" action={link('/compte')}>
          <Button type="submit" look="quiet" name="geste" value="deconnecter-les-autres">
            {words.endOthers}
          </Button>
        </form>
      </Show>
    </section>
  );
}

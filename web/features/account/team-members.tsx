// One member a line, with the role they have; taking somebody out is asked twice.

import { For, Show } from 'solid-js';
import type { Role } from '#domain/account/roles.ts';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';
import type { Member } from './account-data.ts';

export function TeamMember(props: {
  member: Member;
  roles: readonly Role[];
  mayManage: boolean;
  path: string;
}) {
  const { text, link } = usePage();
  const words = text.account.team;
  const name = () => props.member.name;
  return (
    <li class="account-row">
      <span>
        <strong>{name()}</strong>{' '}
        <Show when={props.member.isMe}>
          <Tag>{words.you}</Tag>
        </Show>
        <span class="field-hint">{props.member.email}</span>
      </span>
      <Show
        when={props.mayManage && props.roles.length > 1}
        fallback={<span>{text.account.roles[props.member.role]}</span>}
      >
        <form class="account-inline" method="post" action={link(props.path)}>
          <input type="hidden" name="lequel" value={props.member.userId} />
          <input type="hidden" name="etat" value={props.member.etag} />
          <select class="input" name="role" aria-label={words.roleOf(name())}>
            <For each={props.roles}>
              {(role) => (
                <option value={role} selected={role === props.member.role}>
                  {text.account.roles[role]}
                </option>
              )}
            </For>
          </select>
          <Button type="submit" look="quiet" name="geste" value="role" label={words.saveOf(name())}>
            {words.save}
          </Button>
        </form>
      </Show>
      <Show when={props.mayManage}>
        <LinkButton
          look="plain"
          href={link(withQuery(props.path, { retirer: props.member.userId }))}
          label={words.removeOf(name())}
        >
          {words.remove}
        </LinkButton>
      </Show>
    </li>
  );
}

export function TeamRemoval(props: { member: Member; path: string }) {
  const { text, link } = usePage();
  const words = text.account.team;
  return (
    <Notice tone="warn" role="alert" title={words.removeOf(props.member.name)}>
      <p>{words.removeAsk(props.member.name)}</p>
      <form class="actions" method="post" action={link(props.path)}>
        <input type="hidden" name="lequel" value={props.member.userId} />
        <input type="hidden" name="etat" value={props.member.etag} />
        <Button type="submit" name="geste" value="retirer">
          {words.removeSure}
        </Button>
        <LinkButton href={link(props.path)}>{words.keep}</LinkButton>
      </form>
    </Notice>
  );
}

// A short word with a symbol: never a colour alone.

import { Show } from 'solid-js';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export type TagTone = 'plain' | 'leaf' | 'clay' | 'night';

export type TagProps = { icon?: IconName; tone?: TagTone; title?: string; children: string };

export function Tag(props: TagProps) {
  return (
    <span class={`tag tag-${props.tone ?? 'plain'}`} title={props.title}>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </span>
  );
}

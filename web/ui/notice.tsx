// Something to know before going on: an information, a warning, or what to do out of hours.

import { type JSX, Show } from 'solid-js';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

type NoticeTone = 'info' | 'warn' | 'night';

export type NoticeProps = {
  tone?: NoticeTone;
  icon?: IconName;
  title?: string | undefined;
  /** `alert` is read at once: for what went wrong after a form was sent. */
  role?: 'alert' | 'status' | 'note';
  children: JSX.Element;
};

const ICONS: Record<NoticeTone, IconName> = { info: 'info', warn: 'warning', night: 'moon' };

export function Notice(props: NoticeProps) {
  return (
    <div class={`notice notice-${props.tone ?? 'info'}`} role={props.role}>
      <Icon name={props.icon ?? ICONS[props.tone ?? 'info']} />
      <div class="notice-body">
        <Show when={props.title}>{(title) => <p class="notice-title">{title()}</p>}</Show>
        {props.children}
      </div>
    </div>
  );
}

// More, for who wants more: the browser's own details, open or closed.

import type { JSX } from 'solid-js';
import { Icon } from './icon.tsx';

export type DisclosureProps = {
  summary: JSX.Element;
  open?: boolean;
  class?: string;
  children: JSX.Element;
};

export function Disclosure(props: DisclosureProps) {
  return (
    <details class={`disclosure ${props.class ?? ''}`} open={props.open}>
      <summary>
        <Icon name="chevron_right" class="disclosure-mark" />
        <span>{props.summary}</span>
      </summary>
      <div class="disclosure-body">{props.children}</div>
    </details>
  );
}

// One step back to the list one comes from: first on the page, where the thumb and the eye begin.

import { Show } from 'solid-js';
import { LinkButton } from './button.tsx';

/** Nothing when one comes from no list. */
export function BackLink(props: { href: string | null; label: string }) {
  return (
    <Show when={props.href}>
      {(href) => (
        <p class="back-link no-print">
          <LinkButton href={href()} look="plain" icon="arrow_left">
            {props.label}
          </LinkButton>
        </p>
      )}
    </Show>
  );
}

// More, for who opens it: written only then, so that a hundred boxes nobody looks at cost nothing.

import { createSignal, type JSX, Show } from 'solid-js';
import { Icon } from '#web/ui/icon.tsx';

export type LazyDisclosureProps = { summary: string; children: JSX.Element };

export function LazyDisclosure(props: LazyDisclosureProps) {
  const [seen, setSeen] = createSignal(false);
  return (
    <details
      class="disclosure"
      onToggle={(event) => {
        if (event.currentTarget.open) setSeen(true);
      }}
    >
      <summary>
        <Icon name="chevron_right" class="disclosure-mark" />
        <span>{props.summary}</span>
      </summary>
      <div class="disclosure-body">
        <Show when={seen()}>{props.children}</Show>
      </div>
    </details>
  );
}

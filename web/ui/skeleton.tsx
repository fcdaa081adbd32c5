// The shape of what is coming, with the words that say what is being looked for.

import { For } from 'solid-js';

/** `quiet`: not announced, where many wait at once. */
export type SkeletonProps = { label: string; lines?: number; quiet?: boolean };

export function Skeleton(props: SkeletonProps) {
  return (
    <div class="skeleton" role={props.quiet === true ? undefined : 'status'}>
      <span class="skeleton-label">{props.label}</span>
      <For each={Array.from({ length: props.lines ?? 2 })}>
        {() => <span class="skeleton-line" aria-hidden="true" />}
      </For>
    </div>
  );
}

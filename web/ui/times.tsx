// Hours of a trip in one line: « départ 8 h 58 · arrivée 9 h 40 · retour 12 h 47 ».

import { For } from 'solid-js';

export type TimesProps = { items: readonly string[] };

export function Times(props: TimesProps) {
  return (
    <span class="times">
      <For each={props.items}>{(item) => <span>{item}</span>}</For>
    </span>
  );
}

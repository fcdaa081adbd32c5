// What may be wider than the screen: it scrolls by finger and, once reached by Tab, by the arrow keys.

import type { JSX } from 'solid-js';

/**
 * A named region that scrolls sideways. `class` must say `overflow-x: auto`; `label` is what a
 * screen reader says on entering it.
 */
export function ScrollRegion(props: { class: string; label: string; children: JSX.Element }) {
  return (
    <section class={props.class} aria-label={props.label} tabindex="0">
      {props.children}
    </section>
  );
}

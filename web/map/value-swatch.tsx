// A piece of the map of values, beside its words: the same colour, the same pattern.

import { createUniqueId, For, Show } from 'solid-js';
import { PATTERN_SIDE, PATTERN_STROKES, type ValuePattern } from './value-cells.ts';

export function ValueSwatch(props: { colour: string; pattern: ValuePattern | null }) {
  const id = createUniqueId();
  return (
    <svg class="value-swatch" viewBox="0 0 36 26" aria-hidden="true">
      <rect x="1" y="1" width="34" height="24" rx="4" fill={props.colour} />
      <Show when={props.pattern}>
        {(pattern) => (
          <>
            <pattern
              id={`pattern-${id}`}
              width={PATTERN_SIDE}
              height={PATTERN_SIDE}
              patternUnits="userSpaceOnUse"
            >
              <For each={PATTERN_STROKES[pattern()]}>
                {({ path, colour, width }) => (
                  <path
                    d={path}
                    fill="none"
                    stroke={colour}
                    stroke-width={width}
                    stroke-linecap="round"
                  />
                )}
              </For>
            </pattern>
            <rect x="1" y="1" width="34" height="24" rx="4" fill={`url(#pattern-${id})`} />
          </>
        )}
      </Show>
      <rect class="value-swatch-line" x="1" y="1" width="34" height="24" rx="4" fill="none" />
    </svg>
  );
}

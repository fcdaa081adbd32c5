// Entries the map cannot show one by one, or that the list beside it does not hold: their names.

import { For, onMount, Show } from 'solid-js';
import { MapButton } from './map-button.tsx';
import type { MapLabels } from './map-types.ts';
import type { SamePlace } from './watch-presses.ts';

export type SamePlaceListProps = {
  labels: MapLabels;
  members: SamePlace;
  /** Address of the page of an entry that the list does not hold; undefined: select it. */
  hrefOf: (id: string) => string | undefined;
  onSelect: (id: string) => void;
  onClose: () => void;
};

export function SamePlaceList(props: SamePlaceListProps) {
  let panel: HTMLElement | undefined;
  onMount(() => panel?.focus());
  return (
    <section
      ref={panel}
      class="map-same-place"
      tabindex="-1"
      aria-label={props.labels.samePlace(props.members.length)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <div class="map-same-place-head">
        <p>{props.members.length > 1 ? props.labels.samePlace(props.members.length) : ''}</p>
        <MapButton sign="close" label={props.labels.close} onPress={() => props.onClose()} />
      </div>
      <ul>
        <For each={props.members}>
          {(member) => (
            <li>
              <Show
                when={props.hrefOf(member.id)}
                fallback={
                  <button type="button" onClick={() => props.onSelect(member.id)}>
                    {member.name}
                  </button>
                }
              >
                {(href) => <a href={href()}>{member.name}</a>}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

// Several entries at one address: a number cannot be opened further, so their names are listed.

import { For, onMount } from 'solid-js';
import { MapButton } from './map-button.tsx';
import type { MapLabels } from './map-types.ts';
import type { SamePlace } from './watch-presses.ts';

export type SamePlaceListProps = {
  labels: MapLabels;
  members: SamePlace;
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
        <p>{props.labels.samePlace(props.members.length)}</p>
        <MapButton sign="close" label={props.labels.close} onPress={() => props.onClose()} />
      </div>
      <ul>
        <For each={props.members}>
          {(member) => (
            <li>
              <button type="button" onClick={() => props.onSelect(member.id)}>
                {member.name}
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

// Everything a finger or a pointer does on the map, as buttons: nothing needs dragging.

import { createSignal, For, Show } from 'solid-js';
import type { MapView } from './create-map-view.ts';
import { MapButton } from './map-button.tsx';
import type { Direction, MapLabels } from './map-types.ts';

export type MapControlsProps = {
  labels: MapLabels;
  view: MapView;
  onShowAll: () => void;
  onLocate?: (() => void) | undefined;
};

const DIRECTIONS: readonly Direction[] = ['north', 'west', 'east', 'south'];

export function MapControls(props: MapControlsProps) {
  const [arrows, setArrows] = createSignal(false);
  return (
    <div class="map-controls">
      <MapButton sign="plus" label={props.labels.zoomIn} onPress={() => props.view.zoomBy(1)} />
      <MapButton sign="minus" label={props.labels.zoomOut} onPress={() => props.view.zoomBy(-1)} />
      <MapButton sign="all" label={props.labels.showAll} onPress={() => props.onShowAll()} />
      <Show when={props.onLocate}>
        {(locate) => (
          <MapButton sign="locate" label={props.labels.locate} onPress={() => locate()()} />
        )}
      </Show>
      <MapButton
        sign="arrows"
        label={props.labels.moveButtons}
        expanded={arrows()}
        onPress={() => setArrows(!arrows())}
      />
      <Show when={arrows()}>
        <div class="map-arrows">
          <For each={DIRECTIONS}>
            {(direction) => (
              <MapButton
                sign={direction}
                class={`map-arrow-${direction}`}
                label={props.labels.move[direction]}
                onPress={() => props.view.moveTo(direction)}
              />
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}

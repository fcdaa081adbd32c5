// A map that is fetched and drawn only for who opens it; a list beside it says the same.

import { createSignal, type JSX, Show } from 'solid-js';
import { Button } from '#web/ui/button.tsx';

export type MapToggleProps = {
  /** What the button says while the map is closed, then open. */
  open: string;
  close: string;
  /** Null: no territory to show, and so no map. */
  territoryCode: string | null;
  children: (territoryCode: string) => JSX.Element;
};

export function MapToggle(props: MapToggleProps) {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <Show when={props.territoryCode}>
      {(code) => (
        <>
          <div class="needs-script">
            <Button look="quiet" icon="map" expanded={isOpen()} onClick={() => setOpen(!isOpen())}>
              {isOpen() ? props.close : props.open}
            </Button>
          </div>
          <Show when={isOpen()}>{props.children(code())}</Show>
        </>
      )}
    </Show>
  );
}

// Where a mobile unit stops, and the button that adds one more stop.

import { For } from 'solid-js';
import type { UnitStop } from '#domain/access/scenario-change.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import type { DeskModel } from './scenario-messages.ts';
import { placeName } from './scenario-told.ts';

export function ScenarioStops(props: {
  model: DeskModel;
  stops: readonly UnitStop[];
  onAdd: () => void;
  onRemove: (index: number) => void;
}) {
  const { text } = usePage();
  const words = text.scenario.form;
  return (
    <div class="scenario-stops">
      <Button look="quiet" onClick={() => props.onAdd()}>
        {words.addStop}
      </Button>
      <p class="field-label" id="arrets">
        {words.stops}
      </p>
      <ul class="scenario-list" aria-labelledby="arrets" aria-live="polite">
        <For each={props.stops}>
          {(stop, index) => (
            <li>
              <span>
                {words.stop(placeName(props.model, stop.at), stop.halfDays, stop.everyWeeks)}
              </span>
              <Button
                look="plain"
                icon="close"
                label={words.removeStop(placeName(props.model, stop.at))}
                onClick={() => props.onRemove(index())}
              >
                {text.scenario.remove}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}

// What stands in for the map while it comes, or when it cannot.

import { Match, Show, Switch } from 'solid-js';
import type { MapStage } from './create-map-session.ts';
import type { MapLabels } from './map-types.ts';

export type MapMessageProps = { stage: MapStage; labels: MapLabels; onRetry: () => void };

export function MapMessage(props: MapMessageProps) {
  return (
    <Show when={props.stage !== 'ready'}>
      <div class="map-message" role="status">
        <Switch>
          <Match when={props.stage === 'loading'}>
            <p>{props.labels.loading}</p>
          </Match>
          <Match when={props.stage === 'no_webgl'}>
            <p>{props.labels.noWebgl}</p>
          </Match>
          <Match when={props.stage === 'failed'}>
            <p>{props.labels.failed}</p>
            <button type="button" class="button button-quiet" onClick={() => props.onRetry()}>
              {props.labels.retry}
            </button>
          </Match>
        </Switch>
      </div>
    </Show>
  );
}

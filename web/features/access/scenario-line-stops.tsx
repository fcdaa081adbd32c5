// Where a new line stops, in order, and when it leaves both ends.

import { createSignal, For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { SelectField, TextField } from '#web/ui/text-field.tsx';
import {
  nextStop,
  type TransportDraft,
  type TransportFault,
} from './scenario-compose-transport.ts';
import type { ShownDays } from './scenario-days-shown.ts';

export type ScenarioLineStopsProps = {
  known: Extract<ShownDays, { state: 'done' }>;
  draft: TransportDraft;
  wrong: (...faults: TransportFault[]) => string | undefined;
  onChange: (change: Partial<TransportDraft>) => void;
  onFault: (fault: TransportFault | null) => void;
};

export function ScenarioLineStops(props: ScenarioLineStopsProps) {
  const { text } = usePage();
  const words = text.scenario.days.form;
  const [chosen, setChosen] = createSignal('');
  const [minutes, setMinutes] = createSignal('');
  const nameOf = ([lon, lat]: readonly [number, number]) =>
    props.known.communes.find(({ point }) => point[0] === lon && point[1] === lat)?.name ?? '';

  function add(): void {
    const commune = props.known.communes.find(({ insee }) => insee === chosen());
    if (commune === undefined) return void props.onFault('lineStop');
    const stop = nextStop(props.draft.stops, commune, minutes());
    if (stop === null) return void props.onFault('lineMinutes');
    props.onFault(null);
    props.onChange({ stops: [...props.draft.stops, stop] });
    setChosen('');
    setMinutes('');
  }
  function removeLast(): void {
    props.onChange({ stops: props.draft.stops.slice(0, -1) });
  }
  return (
    <>
      <div class="scenario-stops">
        <SelectField
          label={words.stop}
          name="arret"
          hint={words.stopHint}
          value={chosen()}
          error={props.wrong('lineStop', 'lineStops')}
          options={[
            { value: '', label: '—' },
            ...props.known.communes.map(({ insee, name }) => ({ value: insee, label: name })),
          ]}
          onInput={setChosen}
        />
        <Show when={props.draft.stops.length > 0}>
          <TextField
            label={words.minutes}
            name="minutes"
            hint={words.minutesHint}
            inputMode="numeric"
            maxLength={3}
            value={minutes()}
            error={props.wrong('lineMinutes')}
            onInput={setMinutes}
          />
        </Show>
        <Button look="quiet" onClick={add}>
          {words.addStop}
        </Button>
        <p class="field-label" id="arrets-ligne">
          {words.stops}
        </p>
        <ul class="scenario-list" aria-labelledby="arrets-ligne" aria-live="polite">
          <For each={props.draft.stops} fallback={<li>{words.none}</li>}>
            {(stop, index) => (
              <li>
                <span>{words.stopTold(nameOf(stop.at), stop.minutesFromFirst)}</span>
                <Show when={index() === props.draft.stops.length - 1}>
                  <Button
                    look="plain"
                    icon="close"
                    label={text.scenario.form.removeStop(nameOf(stop.at))}
                    onClick={removeLast}
                  >
                    {text.scenario.remove}
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
      <TextField
        label={words.departures}
        name="departs"
        hint={words.departuresHint}
        maxLength={200}
        value={props.draft.departures}
        error={props.wrong('departures')}
        onInput={(departures) => props.onChange({ departures })}
      />
      <TextField
        label={words.returns}
        name="retours"
        maxLength={200}
        value={props.draft.returns}
        error={props.wrong('returns')}
        onInput={(returns) => props.onChange({ returns })}
      />
    </>
  );
}

// How one way of working goes: door or stop, there and back, waits, distances, trains.

import { createSignal, Show } from 'solid-js';
import type { TravelPattern } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { CheckField } from '#web/ui/text-field.tsx';
import { NumberField } from './number-field.tsx';
import { PatternMore } from './pattern-more.tsx';
import { PointFields } from './point-fields.tsx';

export type PatternFieldsProps = {
  name: string;
  pattern: TravelPattern;
  territoryCode: string | null;
  onChange: (pattern: TravelPattern) => void;
};

const PICKUPS = ['door', 'stop'] as const;
const ROUND_TRIPS = ['required', 'allowed', 'forbidden'] as const;
const FEEDERS = ['no', 'yes', 'only'] as const;
const DEFAULT_WAIT_MINUTES = 120;
const MOST_MINUTES = 600;
const MOST_KM = 500;

export function PatternFields(props: PatternFieldsProps) {
  const { text } = usePage();
  const words = text.editor.where;
  const set = (change: Partial<TravelPattern>) => props.onChange({ ...props.pattern, ...change });
  const [choosesStops, setChoosesStops] = createSignal(props.pattern.feederStops !== undefined);
  const setStops = (stops: TravelPattern['feederStops']) => {
    const { feederStops: _, ...rest } = props.pattern;
    props.onChange(stops === undefined ? rest : { ...rest, feederStops: stops });
  };
  const setMinKm = (km: number | null) => {
    const { minKm: _, ...rest } = props.pattern;
    props.onChange(km === null || km === 0 ? rest : { ...rest, minKm: km });
  };
  return (
    <>
      <RadioGroup
        legend={words.pickup}
        name={`${props.name}-pickup`}
        value={props.pattern.pickup}
        options={PICKUPS.map((value) => ({ value, ...words.pickups[value] }))}
        onChange={(value) => set({ pickup: value as TravelPattern['pickup'] })}
      />
      <RadioGroup
        legend={words.roundTrip}
        name={`${props.name}-round-trip`}
        value={props.pattern.roundTrip}
        options={ROUND_TRIPS.map((value) => ({ value, label: words.roundTrips[value] }))}
        onChange={(value) => set({ roundTrip: value as TravelPattern['roundTrip'] })}
      />
      <CheckField
        label={words.waits}
        name={`${props.name}-waits`}
        checked={props.pattern.waitMaxMinutes !== null}
        onChange={(waits) => set({ waitMaxMinutes: waits ? DEFAULT_WAIT_MINUTES : null })}
      />
      <Show when={props.pattern.waitMaxMinutes !== null}>
        <NumberField
          label={words.waitMax}
          name={`${props.name}-wait`}
          min={1}
          max={MOST_MINUTES}
          value={props.pattern.waitMaxMinutes}
          onChange={(minutes) => minutes !== null && set({ waitMaxMinutes: minutes })}
        />
      </Show>
      <div class="editor-list-row">
        <NumberField
          label={words.minKm}
          hint={words.minKmHint}
          note={text.editor.optional}
          name={`${props.name}-min-km`}
          min={0}
          max={MOST_KM}
          value={props.pattern.minKm ?? null}
          onChange={setMinKm}
        />
        <NumberField
          label={words.maxKm}
          hint={words.maxKmHint}
          note={text.editor.optional}
          name={`${props.name}-max-km`}
          min={1}
          max={MOST_KM}
          value={props.pattern.maxKm}
          onChange={(maxKm) => set({ maxKm })}
        />
      </div>
      <RadioGroup
        legend={words.feeder}
        name={`${props.name}-feeder`}
        value={props.pattern.feeder}
        options={FEEDERS.map((value) => ({ value, ...words.feeders[value] }))}
        onChange={(value) => set({ feeder: value as TravelPattern['feeder'] })}
      />
      <Show when={props.pattern.feeder !== 'no'}>
        <CheckField
          label={words.feederAll}
          name={`${props.name}-feeder-all`}
          checked={!choosesStops()}
          onChange={(all) => {
            setChoosesStops(!all);
            if (all) setStops(undefined);
          }}
        />
        <Show when={choosesStops()}>
          <PointFields
            legend={words.feederStops}
            name={`${props.name}-feeder-stop`}
            territoryCode={props.territoryCode}
            points={props.pattern.feederStops ?? []}
            onChange={(stops) => setStops(stops.length === 0 ? undefined : stops)}
          />
        </Show>
      </Show>
      <PatternMore name={props.name} pattern={props.pattern} onChange={set} />
    </>
  );
}

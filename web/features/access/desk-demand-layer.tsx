// Searches without a way, shown on the map of a coordination when it asks for them; and what the circles mean.

import './desk.css';
import { type Accessor, createMemo, createSignal, For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { CheckField, SelectField } from '#web/ui/text-field.tsx';
import {
  type Demand,
  type DemandedCommune,
  demandByCommune,
  dotPixels,
  halfDaysOf,
  noteWhen,
  readWhen,
  type When,
} from './desk-demand-model.ts';

export type DemandLayer = {
  demand: Demand;
  isOn: Accessor<boolean>;
  setIsOn: (isOn: boolean) => void;
  when: Accessor<When>;
  setWhen: (when: When) => void;
  /** Of the half-days looked at; none while the layer is off. */
  communes: Accessor<readonly DemandedCommune[]>;
  /** What the address says of it. */
  said: Accessor<string | null>;
};

/** `said`: what the address said as one came. */
export function createDemandLayer(demand: Demand, said: string | null = null): DemandLayer {
  const first = readWhen(demand, said);
  const [isOn, setIsOn] = createSignal(first.isOn);
  const [when, setWhen] = createSignal(first.when);
  const communes = createMemo(() => (isOn() ? demandByCommune(demand, when()) : []));
  const saidNow = () => noteWhen(demand, isOn(), when());
  return { demand, isOn, setIsOn, when, setWhen, communes, said: saidNow };
}

export function DemandControl(props: { layer: DemandLayer }) {
  const { text } = usePage();
  const words = text.access.desk.layer;
  const halfDays = () => halfDaysOf(props.layer.demand);
  return (
    <Show
      when={halfDays().length > 0}
      fallback={<p class="soft">{words.none(props.layer.demand.leastShown)}</p>}
    >
      <div class="demand-control needs-script no-print">
        <CheckField
          name="recherches"
          label={words.show}
          hint={words.private}
          checked={props.layer.isOn()}
          onChange={props.layer.setIsOn}
        />
        <Show when={props.layer.isOn()}>
          <SelectField
            label={words.when}
            name="demi-journee"
            value={props.layer.when() ?? ''}
            options={[
              { value: '', label: words.always },
              ...halfDays().map(({ key, weekday, halfDay }) => ({
                value: key,
                label: words.halfDay(weekday, halfDay),
              })),
            ]}
            onInput={(value) => props.layer.setWhen(value === '' ? null : value)}
          />
        </Show>
      </div>
    </Show>
  );
}

/** The largest, the smallest and one between, drawn as on the map. */
export function DemandLegend(props: { layer: DemandLayer }) {
  const { text, format } = usePage();
  const words = text.access.desk.layer;
  const samples = createMemo(() => {
    const counts = props.layer.communes().map(({ count }) => count);
    const [most, least] = [Math.max(...counts), Math.min(...counts)];
    return [...new Set([least, Math.round((least + most) / 2), most])].map((count) => ({
      count,
      pixels: dotPixels(count, most),
    }));
  });
  return (
    <Show when={props.layer.communes().length > 0}>
      <section class="demand-legend" aria-labelledby="legende-recherches">
        <h2 id="legende-recherches">{words.title}</h2>
        <p class="demand-samples">
          <For each={samples()}>
            {({ count, pixels }) => (
              <svg
                aria-hidden="true"
                width={pixels}
                height={pixels}
                viewBox={`0 0 ${pixels} ${pixels}`}
              >
                <circle cx={pixels / 2} cy={pixels / 2} r={pixels / 2 - 2} />
                <text x="50%" y="50%" dy="0.35em">
                  {format.number(count)}
                </text>
              </svg>
            )}
          </For>
        </p>
        <p>{words.legend}</p>
        <p class="soft">{words.hidden(props.layer.demand.leastShown)}</p>
        <p class="soft">{words.private}</p>
      </section>
    </Show>
  );
}

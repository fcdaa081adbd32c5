// Which territory, which question? Two lists in a form: without script too.

import { createSignal, For, Show } from 'solid-js';
import type { IndicatorGroup } from '#domain/access/indicators.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { SelectField } from '#web/ui/text-field.tsx';
import type { Indicator, IndicatorId } from './access-data.ts';

export type IndicatorPickerProps = {
  /** Where the form leads. */
  action: string;
  territories: readonly { code: string; name: string }[];
  territory: string;
  indicators: readonly Indicator[];
  indicator: IndicatorId | null;
  /** Question kept for another territory, where this one answers none. */
  kept: IndicatorId | null;
  /** What is looked at of searches without a way, kept too. */
  searches: string | null;
  onIndicator: (id: IndicatorId) => void;
};

export function IndicatorPicker(props: IndicatorPickerProps) {
  const { text } = usePage();
  const words = text.access.pick;
  // Going elsewhere is asked for: arrows on a closed list must not leave the page at the first one.
  const [chosen, setChosen] = createSignal(props.territory);
  const isElsewhere = () => chosen() !== props.territory;
  const groups = () => {
    const byGroup = Map.groupBy(props.indicators, ({ group }) => group);
    return [...byGroup].map(([group, indicators]) => ({ group, indicators }));
  };
  const known = (value: string) => props.indicators.find(({ id }) => id === value)?.id;
  return (
    <form
      class="observatory-pick no-print"
      method="get"
      action={props.action}
      aria-label={words.label}
    >
      <SelectField
        id="territoire"
        label={words.territory}
        name="territoire"
        value={props.territory}
        options={props.territories.map(({ code, name }) => ({ value: code, label: name }))}
        onInput={setChosen}
      />
      <Show when={props.indicators.length === 0 && props.kept}>
        {(kept) => <input type="hidden" name="indicateur" value={kept()} />}
      </Show>
      <Show when={props.searches}>
        {(searches) => <input type="hidden" name="recherches" value={searches()} />}
      </Show>
      <Field id="indicateur" label={words.indicator}>
        {(ids) => (
          <select
            class="input"
            id={ids.id}
            name="indicateur"
            disabled={props.indicators.length === 0}
            onChange={(event) => {
              const id = known(event.currentTarget.value);
              if (id !== undefined) props.onIndicator(id);
            }}
          >
            <For each={groups()}>
              {({ group, indicators }) => (
                <optgroup label={words.groups[group satisfies IndicatorGroup]}>
                  <For each={indicators}>
                    {({ id }) => (
                      <option value={id} selected={id === props.indicator}>
                        {text.access.indicators[id].question}
                      </option>
                    )}
                  </For>
                </optgroup>
              )}
            </For>
          </select>
        )}
      </Field>
      <Button type="submit" class={isElsewhere() ? '' : 'observatory-submit'}>
        {isElsewhere() ? text.access.compare.other.go : words.submit}
      </Button>
    </form>
  );
}

// A list of communes one makes: chosen by name, added with a button, taken away one by one.

import { createSignal, For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { SelectField } from '#web/ui/text-field.tsx';
import type { Stopover } from './scenario-days-shown.ts';

export type ScenarioCommuneListProps = {
  label: string;
  hint?: string;
  add: string;
  /** What the list is of. */
  title: string;
  name: string;
  communes: readonly Stopover[];
  value: readonly string[];
  error: string | undefined;
  onChange: (insees: readonly string[]) => void;
};

export function ScenarioCommuneList(props: ScenarioCommuneListProps) {
  const { text } = usePage();
  const words = text.scenario.days.form;
  const [chosen, setChosen] = createSignal('');
  const nameOf = (insee: string) =>
    props.communes.find((commune) => commune.insee === insee)?.name ?? insee;
  const options = () => [
    { value: '', label: '—' },
    ...props.communes
      .filter(({ insee }) => !props.value.includes(insee))
      .map(({ insee, name }) => ({ value: insee, label: name })),
  ];
  const titleId = () => `liste-${props.name}`;
  return (
    <div class="scenario-stops">
      <SelectField
        label={props.label}
        name={props.name}
        hint={props.hint}
        value={chosen()}
        error={props.error}
        options={options()}
        onInput={setChosen}
      />
      <Button
        look="quiet"
        onClick={() => {
          if (chosen() === '') return;
          props.onChange([...props.value, chosen()]);
          setChosen('');
        }}
      >
        {props.add}
      </Button>
      <p class="field-label" id={titleId()}>
        {props.title}
      </p>
      <Show when={props.value.length > 0} fallback={<p class="soft">{words.none}</p>}>
        <ul class="scenario-list" aria-labelledby={titleId()} aria-live="polite">
          <For each={props.value}>
            {(insee) => (
              <li>
                <span>{nameOf(insee)}</span>
                <Button
                  look="plain"
                  icon="close"
                  label={words.removeCommune(nameOf(insee))}
                  onClick={() => props.onChange(props.value.filter((each) => each !== insee))}
                >
                  {text.scenario.remove}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}

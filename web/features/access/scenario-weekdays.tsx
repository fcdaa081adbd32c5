// On which days of the week: a box for each.

import { For } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { FieldError } from '#web/ui/field.tsx';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

export function ScenarioWeekdays(props: {
  value: readonly number[];
  error: string | undefined;
  onChange: (weekdays: readonly number[]) => void;
}) {
  const { text, format } = usePage();
  const toggle = (day: number, isOn: boolean) =>
    props.onChange(WEEK.filter((each) => (each === day ? isOn : props.value.includes(each))));
  return (
    <fieldset
      class="scenario-week"
      aria-describedby={props.error === undefined ? undefined : 'jours-erreur'}
    >
      <legend class="field-label">{text.scenario.days.form.weekdays}</legend>
      <FieldError id="jours-erreur" text={props.error} />
      <For each={WEEK}>
        {(day) => (
          <label class="check">
            <input
              type="checkbox"
              checked={props.value.includes(day)}
              onChange={(event) => toggle(day, event.currentTarget.checked)}
            />
            <span>{format.weekday(day)}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}

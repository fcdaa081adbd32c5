// On which half-days: a box for each morning and each afternoon of the week.

import { For } from 'solid-js';
import type { HalfDay } from '#domain/access/half-days.ts';
import { usePage } from '#web/lib/page-context.ts';

export function ScenarioHalfDays(props: {
  value: readonly HalfDay[];
  onChange: (halfDays: readonly HalfDay[]) => void;
}) {
  const { text, format } = usePage();
  const words = text.scenario.form;
  const toggle = (each: HalfDay, isOn: boolean) =>
    props.onChange(
      isOn
        ? [...props.value, each].toSorted((a, b) => a - b)
        : props.value.filter((other) => other !== each),
    );
  return (
    <fieldset class="scenario-days">
      <legend class="field-label">{words.halfDays}</legend>
      <p class="field-hint">{words.halfDaysHint}</p>
      <For each={[1, 2, 3, 4, 5, 6, 7]}>
        {(weekday) => (
          <div class="scenario-day">
            <span aria-hidden="true">{format.weekday(weekday)}</span>
            <For each={words.parts}>
              {(part, index) => {
                const each = () => (weekday - 1) * 2 + index();
                return (
                  <label class="check">
                    <input
                      type="checkbox"
                      checked={props.value.includes(each())}
                      aria-label={`${format.weekday(weekday)} ${part}`}
                      onChange={(event) => toggle(each(), event.currentTarget.checked)}
                    />
                    <span aria-hidden="true">{part}</span>
                  </label>
                );
              }}
            </For>
          </div>
        )}
      </For>
    </fieldset>
  );
}

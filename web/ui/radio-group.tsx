// One choice among a few, as large tiles: real radio buttons, so arrows and forms work as ever.

import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { FieldError } from './field.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

type RadioOption = { value: string; label: string; hint?: string; icon?: IconName };

export type RadioGroupProps = {
  legend: JSX.Element;
  name: string;
  value: string | null;
  options: readonly RadioOption[];
  hint?: string | undefined;
  error?: string | undefined;
  /** The legend is said but not shown: the screen shows the question elsewhere. */
  legendHidden?: boolean;
  compact?: boolean;
  onChange?: (value: string) => void;
};

export function RadioGroup(props: RadioGroupProps) {
  const id = `radio-${createUniqueId()}`;
  return (
    <fieldset
      class="radio-group"
      classList={{ 'radio-group-compact': props.compact }}
      aria-describedby={props.error === undefined ? undefined : `${id}-error`}
    >
      <legend class="field-label" classList={{ 'visually-hidden': props.legendHidden }}>
        {props.legend}
      </legend>
      <Show when={props.hint}>{(hint) => <p class="field-hint">{hint()}</p>}</Show>
      <FieldError id={`${id}-error`} text={props.error} />
      <div class="tiles">
        <For each={props.options}>
          {(option) => (
            <label class="tile">
              <input
                type="radio"
                name={props.name}
                value={option.value}
                checked={option.value === props.value}
                onChange={() => props.onChange?.(option.value)}
              />
              <span class="tile-face">
                <Show when={option.icon}>{(name) => <Icon name={name()} />}</Show>
                <span>
                  <span class="tile-label">{option.label}</span>
                  <Show when={option.hint}>
                    {(hint) => <span class="tile-hint">{hint()}</span>}
                  </Show>
                </span>
              </span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}

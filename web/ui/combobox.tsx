// A text field that proposes answers while one types (ARIA 1.2 list autocomplete). Without
// JavaScript it is a plain text field and the server understands the words.

import { For, type JSX, Show } from 'solid-js';
import { createSuggestions } from './create-suggestions.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export type ComboboxOption = {
  /** What is sent when it is chosen. */
  value: string;
  label: string;
  detail?: string | undefined;
  icon?: IconName | undefined;
};

export type ComboboxLabels = {
  /** Said to screen readers each time the list changes. */
  count: (count: number) => string;
  none: string;
  loading: string;
};

export type ComboboxProps = {
  id: string;
  /** Name of the typed words in the form, when nothing was chosen. */
  textName: string;
  /** Name of the chosen value in the form. */
  valueName: string;
  text: string;
  value: string | null;
  suggest: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
  labels: ComboboxLabels;
  placeholder?: string;
  describedBy?: string | undefined;
  invalid?: boolean;
  required?: boolean;
  icon?: IconName;
  /** Letters before the first question; 0 asks as soon as the field is entered. */
  minLetters?: number;
  onText?: (text: string) => void;
  onChoose?: (option: ComboboxOption) => void;
  /** A button inside the field, at its end. */
  trailing?: JSX.Element;
};

export function Combobox(props: ComboboxProps) {
  const list = createSuggestions({
    suggest: (query, signal) => props.suggest(query, signal),
    minLetters: () => props.minLetters ?? 2,
    onChoose: (option) => props.onChoose?.(option),
  });
  const listId = () => `${props.id}-list`;
  const optionId = (index: number) => `${props.id}-option-${index}`;

  return (
    <div
      class="combobox"
      classList={{ 'has-trailing': props.trailing !== undefined }}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) list.close();
      }}
    >
      <Show when={props.icon}>{(name) => <Icon name={name()} class="combobox-icon" />}</Show>
      <input
        class="input"
        classList={{ 'with-icon': props.icon !== undefined }}
        id={props.id}
        name={props.value === null ? props.textName : undefined}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={list.expanded() ? 'true' : 'false'}
        aria-controls={listId()}
        aria-activedescendant={list.active() >= 0 ? optionId(list.active()) : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid ? 'true' : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="next"
        placeholder={props.placeholder}
        required={props.required}
        value={props.text}
        ref={(element) => {
          // Words typed before the page came alive are kept, and asked about.
          if (element.value === '' || element.value === props.text) return;
          props.onText?.(element.value);
          list.wakeUp(element);
        }}
        onInput={(event) => {
          props.onText?.(event.currentTarget.value);
          list.ask(event.currentTarget.value);
        }}
        onFocus={(event) => {
          if (props.value === null && (props.minLetters ?? 2) === 0)
            list.ask(event.currentTarget.value);
        }}
        onKeyDown={(event) => list.onKeyDown(event)}
      />
      <Show when={props.value}>
        {(value) => <input type="hidden" name={props.valueName} value={value()} />}
      </Show>
      {props.trailing}
      <div
        class="combobox-list"
        id={listId()}
        role="listbox"
        aria-labelledby={`${props.id}-label`}
        hidden={!list.expanded()}
      >
        <For each={list.options()}>
          {(option, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text field, which points here.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text field answers the keys for the list.
            <div
              class="combobox-option"
              id={optionId(index())}
              role="option"
              aria-selected={list.active() === index() ? 'true' : 'false'}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => list.choose(option)}
            >
              <Show when={option.icon}>{(name) => <Icon name={name()} />}</Show>
              <span>
                <span class="combobox-label">{option.label}</span>
                <Show when={option.detail}>
                  {(detail) => <span class="combobox-detail">{detail()}</span>}
                </Show>
              </span>
            </div>
          )}
        </For>
      </div>
      <p class="combobox-none" hidden={list.state() !== 'none'}>
        {props.labels.none}
      </p>
      <p class="visually-hidden" role="status">
        {list.state() === 'shown' ? props.labels.count(list.options().length) : ''}
        {list.state() === 'none' ? props.labels.none : ''}
        {list.state() === 'waiting' ? props.labels.loading : ''}
      </p>
    </div>
  );
}

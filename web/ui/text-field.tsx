// Native fields for a line of text, a day, an hour, a choice or a message.

import { For, Show } from 'solid-js';
import { Field } from './field.tsx';

type CommonProps = {
  label: string;
  name: string;
  value?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  note?: string | undefined;
  id?: string;
  required?: boolean;
  onInput?: (value: string) => void;
};

export type TextFieldProps = CommonProps & {
  autocomplete?: string;
  inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  maxLength?: number;
};

export function TextField(props: TextFieldProps) {
  return (
    <Field {...fieldProps(props)}>
      {(ids) => (
        <input
          class="input"
          id={ids.id}
          name={props.name}
          type="text"
          value={props.value ?? ''}
          autocomplete={props.autocomplete ?? 'off'}
          inputmode={props.inputMode}
          maxlength={props.maxLength}
          required={props.required}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid ? 'true' : undefined}
          onInput={(event) => props.onInput?.(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export type DateFieldProps = CommonProps & { min?: string; max?: string };

/** The phone's own calendar; the value is YYYY-MM-DD. */
export function DateField(props: DateFieldProps) {
  return (
    <Field {...fieldProps(props)}>
      {(ids) => (
        <input
          class="input input-date"
          id={ids.id}
          name={props.name}
          type="date"
          value={props.value ?? ''}
          min={props.min}
          max={props.max}
          required={props.required}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid ? 'true' : undefined}
          onInput={(event) => props.onInput?.(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export type TimeFieldProps = CommonProps;

/** The value is HH:MM, 24 hours. */
export function TimeField(props: TimeFieldProps) {
  return (
    <Field {...fieldProps(props)}>
      {(ids) => (
        <input
          class="input input-time"
          id={ids.id}
          name={props.name}
          type="time"
          step="300"
          value={props.value ?? ''}
          required={props.required}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid ? 'true' : undefined}
          onInput={(event) => props.onInput?.(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export type SelectFieldProps = CommonProps & {
  options: readonly { value: string; label: string }[];
};

export function SelectField(props: SelectFieldProps) {
  return (
    <Field {...fieldProps(props)}>
      {(ids) => (
        <select
          class="input"
          id={ids.id}
          name={props.name}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid ? 'true' : undefined}
          onChange={(event) => props.onInput?.(event.currentTarget.value)}
        >
          <For each={props.options}>
            {(option) => (
              <option value={option.value} selected={option.value === (props.value ?? '')}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}

export type TextAreaFieldProps = CommonProps & { rows?: number; maxLength?: number };

export function TextAreaField(props: TextAreaFieldProps) {
  return (
    <Field {...fieldProps(props)}>
      {(ids) => (
        <textarea
          class="input"
          id={ids.id}
          name={props.name}
          rows={props.rows ?? 5}
          maxlength={props.maxLength}
          required={props.required}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid ? 'true' : undefined}
          onInput={(event) => props.onInput?.(event.currentTarget.value)}
        >
          {props.value ?? ''}
        </textarea>
      )}
    </Field>
  );
}

export type CheckFieldProps = {
  label: string;
  name: string;
  value?: string;
  checked?: boolean;
  hint?: string;
  onChange?: (checked: boolean) => void;
};

/** One box to tick, as wide as its words. */
export function CheckField(props: CheckFieldProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        name={props.name}
        value={props.value ?? 'oui'}
        checked={props.checked ?? false}
        onChange={(event) => props.onChange?.(event.currentTarget.checked)}
      />
      <span>
        {props.label}
        <Show when={props.hint}>{(hint) => <span class="field-hint">{hint()}</span>}</Show>
      </span>
    </label>
  );
}

function fieldProps(props: CommonProps) {
  return {
    get label() {
      return props.label;
    },
    get hint() {
      return props.hint;
    },
    get error() {
      return props.error;
    },
    get note() {
      return props.note;
    },
    ...(props.id === undefined ? {} : { id: props.id }),
  };
}

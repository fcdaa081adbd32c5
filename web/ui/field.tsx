// A question with its answer field: label, hint and error always together, tied for screen readers.

import { createUniqueId, type JSX, Show } from 'solid-js';
import { Icon } from './icon.tsx';

export type FieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** « facultatif », in the line of the label. */
  note?: string | undefined;
  large?: boolean;
  id?: string;
  children: (ids: { id: string; describedBy: string | undefined; invalid: boolean }) => JSX.Element;
};

export function Field(props: FieldProps) {
  const generated = createUniqueId();
  const id = () => props.id ?? `field-${generated}`;
  const describedBy = () => {
    const parts = [];
    if (props.hint !== undefined) parts.push(`${id()}-hint`);
    if (props.error !== undefined) parts.push(`${id()}-error`);
    return parts.length === 0 ? undefined : parts.join(' ');
  };
  return (
    <div
      class="field"
      classList={{ 'field-large': props.large, 'has-error': props.error !== undefined }}
    >
      <label class="field-label" id={`${id()}-label`} for={id()}>
        {props.label}
        <Show when={props.note}>{(note) => <span class="field-note"> {note()}</span>}</Show>
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <p class="field-hint" id={`${id()}-hint`}>
            {hint()}
          </p>
        )}
      </Show>
      <FieldError id={`${id()}-error`} text={props.error} />
      {props.children({
        id: id(),
        get describedBy() {
          return describedBy();
        },
        get invalid() {
          return props.error !== undefined;
        },
      })}
    </div>
  );
}

export type FieldErrorProps = { id: string; text: string | undefined };

export function FieldError(props: FieldErrorProps) {
  return (
    <Show when={props.text}>
      {(text) => (
        <p class="field-error" id={props.id}>
          <Icon name="warning" />
          <span>{text()}</span>
        </p>
      )}
    </Show>
  );
}

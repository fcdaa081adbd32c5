// A whole number to write, with its unit; empty when it is not known.

import { createSignal } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { TextField } from '#web/ui/text-field.tsx';

export type NumberFieldProps = {
  label: string;
  name: string;
  value: number | null;
  min: number;
  max: number;
  hint?: string;
  note?: string;
  onChange: (value: number | null) => void;
};

export function NumberField(props: NumberFieldProps) {
  const { text } = usePage();
  const [error, setError] = createSignal<string>();
  const read = (written: string) => {
    const trimmed = written.trim();
    const value = Number(trimmed);
    const fits = /^\d+$/.test(trimmed) && value >= props.min && value <= props.max;
    setError(trimmed === '' || fits ? undefined : text.editor.wholeNumber(props.min, props.max));
    if (trimmed === '') props.onChange(null);
    else if (fits) props.onChange(value);
  };
  return (
    <TextField
      label={props.label}
      name={props.name}
      inputMode="numeric"
      hint={props.hint}
      note={props.note}
      error={error()}
      value={props.value === null ? '' : String(props.value)}
      onInput={read}
    />
  );
}

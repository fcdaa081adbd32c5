// An amount of money to write as one says it: « 2,80 ». Kept in whole cents.

import { createSignal } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { readCents, writeCents } from './money.ts';

export type MoneyFieldProps = {
  label: string;
  name: string;
  /** Whole cents; null: not said. */
  cents: number | null;
  hint?: string;
  note?: string;
  onChange: (cents: number | null) => void;
};

export function MoneyField(props: MoneyFieldProps) {
  const { text } = usePage();
  const [error, setError] = createSignal<string>();
  const read = (written: string) => {
    if (written.trim() === '') {
      setError(undefined);
      props.onChange(null);
      return;
    }
    const cents = readCents(written);
    setError(cents === null ? text.editor.amount : undefined);
    if (cents !== null) props.onChange(cents);
  };
  return (
    <TextField
      label={props.label}
      name={props.name}
      inputMode="text"
      hint={props.hint}
      note={props.note}
      error={error()}
      value={props.cents === null ? '' : writeCents(props.cents)}
      onInput={read}
    />
  );
}

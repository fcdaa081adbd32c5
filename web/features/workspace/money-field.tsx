// An amount of money to write as one says it: « 2,80 ». Kept in whole cents.

import { batch, createSignal } from 'solid-js';
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
  const words = usePage().text.editor;
  const [error, setError] = createSignal<string>();
  const [written, setWritten] = createSignal<{ text: string; cents: number | null }>();
  /** What is being written stays as it is, until the amount changes elsewhere: « 2,8 » becomes « 2,80 ». */
  const shown = () => {
    const { cents } = props;
    const own = written();
    if (own !== undefined && own.cents === cents) return own.text;
    return cents === null ? '' : writeCents(cents);
  };
  const read = (text: string) => {
    const isBlank = text.trim() === '';
    const cents = isBlank ? null : readCents(text);
    setError(isBlank || cents !== null ? undefined : words.amount);
    batch(() => {
      setWritten({ text, cents: cents ?? props.cents });
      if (isBlank || cents !== null) props.onChange(cents);
    });
  };
  return (
    <TextField
      label={props.label}
      name={props.name}
      inputMode="text"
      hint={props.hint}
      note={props.note}
      error={error()}
      value={shown()}
      onInput={read}
    />
  );
}

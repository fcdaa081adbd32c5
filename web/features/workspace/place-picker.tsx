// One more place, by its address, its commune or among those already known: chosen, handed over, and the
// field is empty again.

import { createUniqueId } from 'solid-js';
import type { PlaceSuggestion } from '#domain/territory/territory.ts';
import { usePage } from '#web/lib/page-context.ts';
import { createPlaceInput } from '#web/lib/place-choices.ts';
import { Combobox, type ComboboxOption } from '#web/ui/combobox.tsx';
import { Field } from '#web/ui/field.tsx';

export type PlacePickerProps = {
  label: string;
  hint?: string;
  onPlace: (place: PlaceSuggestion) => void;
  /** What comes before addresses and communes, and before a letter is typed. */
  known?: (query: string) => readonly ComboboxOption[];
  onKnown?: (value: string) => void;
};

const LEAST_LETTERS = 2;

export function PlacePicker(props: PlacePickerProps) {
  const page = usePage();
  const id = `place-${createUniqueId()}`;
  const place = createPlaceInput(page, { text: '' });
  const knownOf = (query: string) => props.known?.(query) ?? [];
  const hasKnown = () => knownOf('').length > 0;
  let proposed: readonly ComboboxOption[] = [];
  async function suggest(query: string, signal: AbortSignal): Promise<readonly ComboboxOption[]> {
    const known = knownOf(query);
    proposed = known;
    if (query.length < LEAST_LETTERS) return known;
    // Without network, what is known is still proposed.
    const found = place.suggest(query, signal);
    return [...known, ...(await (known.length === 0 ? found : found.catch(() => [])))];
  }
  async function choose(key: string): Promise<void> {
    const found = await page.api.place(key).catch(() => null);
    if (found === null) return;
    place.onText('');
    props.onPlace(found);
  }
  return (
    <Field id={id} label={props.label} hint={props.hint}>
      {(ids) => (
        <Combobox
          id={ids.id}
          icon="pin"
          textName="place"
          valueName="place-key"
          text={place.text}
          value={place.value}
          minLetters={hasKnown() ? 0 : LEAST_LETTERS}
          suggest={suggest}
          labels={place.labels}
          describedBy={ids.describedBy}
          invalid={ids.invalid}
          onText={place.onText}
          onChoose={(option) => {
            const isKnown = proposed.some(({ value }) => value === option.value);
            place.onText(isKnown ? '' : option.label);
            if (isKnown) props.onKnown?.(option.value);
            else void choose(option.value);
          }}
        />
      )}
    </Field>
  );
}

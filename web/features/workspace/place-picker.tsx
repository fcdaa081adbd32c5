// One more place, by its address or its commune: chosen, handed over, and the field is empty again.

import { createUniqueId } from 'solid-js';
import type { PlaceSuggestion } from '#domain/territory/territory.ts';
import { usePage } from '#web/lib/page-context.ts';
import { createPlaceInput } from '#web/lib/place-choices.ts';
import { Combobox } from '#web/ui/combobox.tsx';
import { Field } from '#web/ui/field.tsx';

export type PlacePickerProps = {
  label: string;
  hint?: string;
  onPlace: (place: PlaceSuggestion) => void;
};

export function PlacePicker(props: PlacePickerProps) {
  const page = usePage();
  const id = `place-${createUniqueId()}`;
  const place = createPlaceInput(page, { text: '' });
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
          suggest={place.suggest}
          labels={place.labels}
          describedBy={ids.describedBy}
          invalid={ids.invalid}
          onText={place.onText}
          onChoose={(option) => {
            place.onText(option.label);
            void choose(option.value);
          }}
        />
      )}
    </Field>
  );
}

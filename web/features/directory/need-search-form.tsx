// The four questions, on the home page and above the results: one form, the same words everywhere.

import { createSignal, type JSX, Show } from 'solid-js';
import { TRAVEL_MODES, type TravelMode } from '#domain/journey/journey.ts';
import { usePage } from '#web/lib/page-context.ts';
import { createPlaceInput } from '#web/lib/place-choices.ts';
import { Button } from '#web/ui/button.tsx';
import { NoDriveBox } from '#web/ui/no-drive-box.tsx';
import { PlaceField } from '#web/ui/place-field.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { CheckField, DateField, SelectField, TimeField } from '#web/ui/text-field.tsx';
import { NeedField } from './need-field.tsx';
import { MODE_WORDS, RADII } from './need-search.ts';

export type SearchFormValues = {
  needId: string | null;
  needText: string;
  placeKey: string | null;
  placeText: string;
  mode: TravelMode;
  day: string;
  time: string;
  radiusMeters: number | null;
  accessible: boolean;
};

export type SearchFormErrors = { need?: string; place?: string; day?: string; time?: string };

export type NeedSearchFormProps = {
  values: SearchFormValues;
  errors?: SearchFormErrors;
  today: string;
  look: 'home' | 'results';
  children?: JSX.Element;
};

export function NeedSearchForm(props: NeedSearchFormProps) {
  const { text, link, api, format, search } = usePage();
  const start = props.values;
  const [needText, setNeedText] = createSignal(start.needText);
  const [needId, setNeedId] = createSignal(start.needId);
  const place = createPlaceInput({ api, text }, { text: start.placeText, key: start.placeKey });
  const [mode, setMode] = createSignal(start.mode);

  return (
    <form
      class={`search-form search-form-${props.look}`}
      action={link('/resultats')}
      method="get"
      onSubmit={(event) => leaveOutEmpty(event.currentTarget)}
    >
      <div class="question question-need">
        <NeedField
          text={needText()}
          value={needId()}
          insee={place.value?.split('_', 1)[0] ?? null}
          error={props.errors?.need}
          onText={(typed) => {
            setNeedText(typed);
            setNeedId(null);
          }}
          onChoose={(choice) => {
            setNeedText(choice.label);
            setNeedId(choice.value);
          }}
        />
      </div>
      <div class="question question-place">
        <PlaceField
          id="depart"
          label={text.form.placeQuestion}
          hint={props.look === 'home' ? text.form.placeHint : undefined}
          error={props.errors?.place}
          {...place}
        />
      </div>
      <div class="question question-mode">
        <RadioGroup
          legend={text.form.modeQuestion}
          name="deplacement"
          value={MODE_WORDS[mode()]}
          compact={props.look === 'results'}
          options={(['no_car', 'car', 'driven'] as const).map((mode) => ({
            value: MODE_WORDS[mode],
            label: text.form.modes[mode].label,
            hint: text.form.modes[mode].hint,
            icon: MODE_ICONS[mode],
          }))}
          onChange={(value) =>
            setMode(TRAVEL_MODES.find((each) => MODE_WORDS[each] === value) ?? 'no_car')
          }
        />
        <NoDriveBox
          label={text.form.noDrive}
          hint={text.form.noDriveHint}
          onNoDrive={(how) => {
            // An address that says how one travels is not overruled by what was remembered.
            if (how === 'ticked' || !search.includes('deplacement=')) setMode('no_car');
          }}
        />
      </div>
      <fieldset class="question question-when">
        <legend class="field-label">
          {text.form.whenQuestion} <span class="field-note">({text.common.optional})</span>
        </legend>
        <div class="when-fields">
          <DateField
            label={text.form.day}
            name="jour"
            value={start.day}
            min={props.today}
            error={props.errors?.day}
          />
          <TimeField
            label={text.form.time}
            name="heure"
            value={start.time}
            error={props.errors?.time}
          />
        </div>
      </fieldset>
      <Show when={props.look === 'results'}>
        <div class="question question-more">
          <SelectField
            label={text.form.radius}
            name="rayon"
            value={start.radiusMeters === null ? '' : String(start.radiusMeters / 1000)}
            options={[
              { value: '', label: text.form.radiusAny },
              ...RADII.map((meters) => ({
                value: String(meters / 1000),
                label: text.form.radiusOf(format.distance(meters)),
              })),
            ]}
          />
          <CheckField label={text.form.accessible} name="acces" checked={start.accessible} />
        </div>
      </Show>
      <div class="question-submit">
        <Button type="submit" icon="search" class="button-large">
          {text.form.submit}
        </Button>
        {props.children}
      </div>
    </form>
  );
}

const MODE_ICONS = { no_car: 'walk', car: 'car', driven: 'driven' } as const;

/** Unanswered questions stay out of the address; the fields are back before the page is left. */
function leaveOutEmpty(form: HTMLFormElement) {
  const empty = [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLSelectElement =>
      (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) &&
      field.name !== '' &&
      field.value === '',
  );
  for (const field of empty) field.disabled = true;
  setTimeout(() => {
    for (const field of empty) field.disabled = false;
  });
}

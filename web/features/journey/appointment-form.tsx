// Where from, when, how long and how: a plain GET form whose answer is a page to share.

import './appointment-form.css';
import { For, Show } from 'solid-js';
import type { TravelMode } from '#domain/journey/journey.ts';
import { localMoment, timeValue } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { createPlaceInput } from '#web/lib/place-choices.ts';
import { Button } from '#web/ui/button.tsx';
import { PlaceField } from '#web/ui/place-field.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { DateField, SelectField, TimeField } from '#web/ui/text-field.tsx';
import { durationChoices, type JourneyQuery, MODE_VALUES } from './journey-query.ts';

/** The question is asked first for those who need it most. */
const MODES_ASKED: readonly TravelMode[] = ['no_car', 'car', 'driven'];

export type AppointmentFormProps = {
  entryId: string;
  query: JourneyQuery;
  fromName: string;
  placeError?: string | undefined;
};

export function AppointmentForm(props: AppointmentFormProps) {
  const page = usePage();
  const { text, link, nowMs } = page;
  const words = text.journey.form;
  const place = createPlaceInput(page, {
    text: props.query.departText ?? props.fromName,
    territory: page.site?.territoryCode,
  });
  const durations = () => [
    { value: '', label: words.durations.unknown },
    ...durationChoices(props.query.appointment.durationMinutes).map((minutes) => ({
      value: String(minutes),
      label: words.durations.minutes(minutes),
    })),
  ];

  return (
    <form
      class="appointment"
      method="get"
      action={link(`/trajet/${encodeURIComponent(props.entryId)}`)}
    >
      <PlaceField
        id="depart"
        label={words.from}
        hint={words.fromHint}
        error={props.placeError}
        {...place}
      />
      <div class="appointment-when">
        <DateField
          id="jour"
          label={words.day}
          name="jour"
          value={props.query.appointment.date}
          min={localMoment(nowMs).date}
        />
        <TimeField
          id="heure"
          label={words.hour}
          name="heure"
          value={timeValue(props.query.appointment.minute)}
        />
        <SelectField
          id="duree"
          label={words.duration}
          name="duree"
          value={String(props.query.appointment.durationMinutes ?? '')}
          options={durations()}
        />
      </div>
      <RadioGroup
        legend={words.mode}
        name="deplacement"
        value={MODE_VALUES[props.query.mode]}
        options={MODES_ASKED.map((mode) => ({
          value: MODE_VALUES[mode],
          label: text.form.modes[mode].label,
          icon: mode === 'no_car' ? 'walk' : mode === 'car' ? 'car' : 'driven',
        }))}
        compact
      />
      <Show when={props.query.need}>
        {(need) => <input type="hidden" name="besoin" value={need()} />}
      </Show>
      <For each={Object.entries(props.query.search)}>
        {([name, value]) => <input type="hidden" name={name} value={value} />}
      </For>
      <Button type="submit" icon="search">
        {words.submit}
      </Button>
    </form>
  );
}

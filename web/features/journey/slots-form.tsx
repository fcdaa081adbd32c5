// Where from, from which day, how long, how: a plain GET form whose answer is a page to share.

import './appointment-form.css';
import { For, Show } from 'solid-js';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { createPlaceInput } from '#web/lib/place-choices.ts';
import { Button } from '#web/ui/button.tsx';
import { PlaceField } from '#web/ui/place-field.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { DateField, SelectField } from '#web/ui/text-field.tsx';
import { durationChoices, MODE_VALUES } from './journey-query.ts';
import type { SlotsData } from './slots-page.tsx';

export function SlotsForm(props: { data: SlotsData }) {
  const page = usePage();
  const { text, link, nowMs } = page;
  const { entry, from, query } = props.data;
  const words = text.journey.form;
  const place = createPlaceInput(page, {
    text: query.departText ?? from?.name ?? '',
    territory: page.site?.territoryCode,
  });
  const unknown = () => {
    const typed = query.departText ?? query.departKey;
    return from === null && typed !== null ? text.journey.unknownFrom(typed) : undefined;
  };

  return (
    <form
      class="appointment"
      method="get"
      action={link(`/creneaux/${encodeURIComponent(entry.id)}`)}
    >
      <PlaceField
        id="depart"
        label={words.from}
        hint={words.fromHint}
        error={unknown()}
        {...place}
      />
      <div class="appointment-when">
        <DateField
          id="jour"
          label={text.slots.form.firstDay}
          name="jour"
          value={query.fromDate}
          min={localMoment(nowMs).date}
        />
        <SelectField
          id="duree"
          label={words.duration}
          name="duree"
          value={String(query.durationMinutes ?? '')}
          options={[
            { value: '', label: words.durations.unknown },
            ...durationChoices(query.durationMinutes).map((minutes) => ({
              value: String(minutes),
              label: words.durations.minutes(minutes),
            })),
          ]}
        />
      </div>
      <RadioGroup
        legend={words.mode}
        name="deplacement"
        value={MODE_VALUES[query.mode]}
        options={(['no_car', 'car', 'driven'] as const).map((mode) => ({
          value: MODE_VALUES[mode],
          label: text.form.modes[mode].label,
          icon: mode === 'no_car' ? 'walk' : mode === 'car' ? 'car' : 'driven',
        }))}
        compact
      />
      <Show when={query.need}>
        {(need) => <input type="hidden" name="besoin" value={need()} />}
      </Show>
      <For each={Object.entries(query.search)}>
        {([name, value]) => <input type="hidden" name={name} value={value} />}
      </For>
      <Button type="submit" icon="search">
        {text.slots.form.submit}
      </Button>
    </form>
  );
}

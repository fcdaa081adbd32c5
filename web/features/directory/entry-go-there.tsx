// From the page of a place to the ways there and back: a plain form to /trajet.

import { createSignal, For, Show } from 'solid-js';
import type { TravelMode } from '#domain/journey/journey.ts';
import { withQuery } from '#web/lib/api.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { createPlaceInput } from '#web/lib/place-choices.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { NoDriveBox } from '#web/ui/no-drive-box.tsx';
import { PlaceField } from '#web/ui/place-field.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { DateField, TimeField } from '#web/ui/text-field.tsx';
import type { EntryData } from './entry-data.ts';
import { MODE_WORDS } from './need-search.ts';

/** The question is asked first for those who need it most. */
const MODES_ASKED: readonly TravelMode[] = ['no_car', 'car', 'driven'];

export function EntryGoThere(props: { data: EntryData }) {
  const page = usePage();
  const { text, link, nowMs, search } = page;
  const words = text.entry.goThere;
  const place = createPlaceInput(page, {
    text: props.data.from?.name ?? '',
    territory: page.site?.territoryCode,
  });
  const [mode, setMode] = createSignal(props.data.travel.mode);
  return (
    <form
      class="card entry-section entry-go no-print"
      method="get"
      action={link(`/trajet/${encodeURIComponent(props.data.entry.id)}`)}
      aria-labelledby="go-heading"
    >
      <h2 id="go-heading">{words.heading}</h2>
      <p>{words.intro}</p>
      <PlaceField id="depart" label={words.from} hint={words.fromHint} {...place} />
      <div class="entry-when">
        <DateField
          id="jour"
          label={words.day}
          note={words.optional}
          name="jour"
          value={props.data.travel.day}
          min={localMoment(nowMs).date}
        />
        <TimeField
          id="heure"
          label={words.hour}
          note={words.optional}
          name="heure"
          value={props.data.travel.time}
        />
      </div>
      <RadioGroup
        legend={words.mode}
        name="deplacement"
        value={mode()}
        onChange={setMode}
        options={MODES_ASKED.map((mode) => ({
          value: MODE_WORDS[mode],
          label: text.form.modes[mode].label,
          icon: mode === 'no_car' ? 'walk' : mode === 'car' ? 'car' : 'driven',
        }))}
        compact
      />
      <NoDriveBox
        label={text.form.noDrive}
        hint={text.form.noDriveHint}
        onNoDrive={(how) => {
          if (how === 'ticked' || !search.includes('deplacement=')) setMode(MODE_WORDS.no_car);
        }}
      />
      <Show when={props.data.travel.need}>
        {(need) => <input type="hidden" name="besoin" value={need()} />}
      </Show>
      <For each={Object.entries(props.data.travel.search)}>
        {([name, value]) => <input type="hidden" name={name} value={value} />}
      </For>
      <Button type="submit" icon="arrow_right">
        {words.submit}
      </Button>
      <LinkButton href={link(slotsPath())} icon="calendar">
        {words.slots}
      </LinkButton>
    </form>
  );

  /** Days and hours to ask the secretary for, before there is an appointment. */
  function slotsPath(): string {
    const { entry, from, travel } = props.data;
    return withQuery(`/creneaux/${encodeURIComponent(entry.id)}`, {
      depart: from?.key,
      deplacement: mode(),
      besoin: travel.need,
      ...travel.search,
    });
  }
}

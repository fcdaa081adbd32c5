// A case to try: an invented person, where they live, where they are treated, when, and what is known of them.

import { createSignal, For, onMount, Show } from 'solid-js';
import type { Profile } from '#domain/transport/eligibility.ts';
import type { AccommodationCode } from '#domain/transport/offer.ts';
import type { CaseView, OfferCase } from '#domain/transport/offer-case.ts';
import { parseMinute } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { TextField, TimeField } from '#web/ui/text-field.tsx';
import { CasePerson } from './case-person.tsx';
import type { EditorGround } from './editor-data.ts';
import { readCase } from './read-case.ts';
import type { CaseSaid } from './try-data.ts';

export type CaseFormProps = {
  /** Null: a new one. */
  held: CaseView | null;
  communes: EditorGround['communes'];
  /** What the server refused, in words; null when nothing was. */
  trouble: string | null;
  onSave: (said: CaseSaid) => void;
  onCancel: () => void;
};

const MOST_SHOWN = 8;

export function CaseForm(props: CaseFormProps) {
  const { text, api, format } = usePage();
  const words = text.editor.trial.form;
  const start = props.held?.subject;
  const [label, setLabel] = createSignal(props.held?.label ?? '');
  const [home, setHome] = createSignal({
    text: props.held?.homeName ?? '',
    value: start?.homeInsee ?? null,
  });
  const [care, setCare] = createSignal({
    text: props.held?.careName ?? '',
    value: start?.entryId ?? null,
  });
  const [weekday, setWeekday] = createSignal(start?.weekday ?? 2);
  const [hour, setHour] = createSignal(clockOf(start?.minute ?? 600));
  const [length, setLength] = createSignal(String(start?.lengthMinutes ?? ''));
  const [age, setAge] = createSignal(String(start?.profile.ageYears ?? ''));
  const [profile, setProfile] = createSignal<Profile>(start?.profile ?? {});
  const [needs, setNeeds] = createSignal<readonly AccommodationCode[]>(start?.needs ?? []);
  const [isMissing, setMissing] = createSignal(false);
  let form: HTMLFormElement | undefined;
  // It opens under the list: whoever asked for it goes on writing there.
  onMount(() => form?.querySelector('input')?.focus());

  const suggestHome = async (query: string) => {
    const sought = plain(query);
    return props.communes
      .filter(({ name, insee }) => plain(name).includes(sought) || insee === query)
      .toSorted((a, b) => startRank(a.name, sought) - startRank(b.name, sought))
      .slice(0, MOST_SHOWN)
      .map(({ insee, name }) => ({ value: insee, label: name, icon: 'pin' as const }));
  };
  const suggestCare = async (query: string, signal: AbortSignal) => {
    const found = await api.suggestNeeds(query, undefined, signal);
    return found.flatMap((each) =>
      each.kind === 'entry'
        ? [{ value: each.id, label: each.name, detail: `${each.title}, ${each.communeName}` }]
        : [],
    );
  };
  const labels = {
    count: text.form.suggestions,
    none: text.form.noSuggestion,
    loading: text.common.loading,
  };

  function send(event: SubmitEvent): void {
    event.preventDefault();
    const said = readCase({
      label: label(),
      homeInsee: home().value ?? exactHome(home().text, props.communes),
      entryId: care().value,
      weekday: weekday(),
      minute: parseMinute(hour()),
      length: length(),
      age: age(),
      profile: profile(),
      needs: needs(),
    });
    setMissing(said === null);
    if (said !== null) props.onSave(said);
  }

  return (
    <form class="card editor-card" ref={form} onSubmit={send}>
      <h3>{words.title}</h3>
      <Show when={isMissing() ? words.missing : props.trouble}>
        {(trouble) => (
          <Notice tone="warn" role="alert">
            <p>{trouble()}</p>
          </Notice>
        )}
      </Show>
      <TextField
        name="case-label"
        label={words.label}
        hint={words.labelHint}
        maxLength={120}
        value={label()}
        onInput={setLabel}
      />
      <Field id="case-home" label={words.home}>
        {(ids) => (
          <Combobox
            id={ids.id}
            icon="pin"
            textName="case-home-text"
            valueName="case-home"
            text={home().text}
            value={home().value}
            suggest={suggestHome}
            labels={labels}
            describedBy={ids.describedBy}
            onText={(typed) => setHome({ text: typed, value: null })}
            onChoose={(option) => setHome({ text: option.label, value: option.value })}
          />
        )}
      </Field>
      <Field id="case-care" label={words.care} hint={words.careHint}>
        {(ids) => (
          <Combobox
            id={ids.id}
            icon="search"
            textName="case-care-text"
            valueName="case-care"
            text={care().text}
            value={care().value}
            suggest={suggestCare}
            labels={labels}
            describedBy={ids.describedBy}
            onText={(typed) => setCare({ text: typed, value: null })}
            onChoose={(option) => setCare({ text: option.label, value: option.value })}
          />
        )}
      </Field>
      <div class="editor-grid">
        <Field label={words.weekday}>
          {(ids) => (
            <select
              class="input"
              id={ids.id}
              name="case-weekday"
              onChange={(event) => setWeekday(Number(event.currentTarget.value))}
            >
              <For each={[1, 2, 3, 4, 5, 6, 7]}>
                {(day) => (
                  <option value={day} selected={day === weekday()}>
                    {format.weekday(day)}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
        <TimeField name="case-hour" label={words.hour} value={hour()} onInput={setHour} />
        <TextField
          name="case-length"
          label={words.length}
          hint={words.lengthHint}
          inputMode="numeric"
          value={length()}
          onInput={setLength}
        />
      </div>
      <CasePerson
        age={age()}
        profile={profile()}
        needs={needs()}
        onAge={setAge}
        onProfile={setProfile}
        onNeeds={setNeeds}
      />
      <div class="actions">
        <Button type="submit">{words.save}</Button>
        <Button look="quiet" onClick={() => props.onCancel()}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

/** A name typed whole, and not chosen in the list. */
function exactHome(typed: string, communes: EditorGround['communes']): string | null {
  return communes.find(({ name }) => plain(name) === plain(typed))?.insee ?? null;
}

/** « Chalais » before « Brie-sous-Chalais »; the others stay in their order. */
function startRank(name: string, sought: string): number {
  return plain(name).startsWith(sought) ? 0 : 1;
}

function plain(text: string): string {
  return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function clockOf(minute: OfferCase['minute']): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

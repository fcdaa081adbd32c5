// Who told that they will leave, and when: one line to write.

import { createSignal, Show } from 'solid-js';
import type { KeptDeparture } from '#domain/access/kept-scenario.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { SelectField, TextField } from '#web/ui/text-field.tsx';
import type { DeskModel } from './scenario-messages.ts';

export type DepartureFormProps = {
  model: DeskModel;
  told: readonly KeptDeparture[];
  path: string;
  onNoted: (all: readonly KeptDeparture[], name: string) => void;
  onFailed: () => void;
};

export function DepartureForm(props: DepartureFormProps) {
  const { text, api } = usePage();
  const words = text.scenario.kept.departures;
  const [who, setWho] = createSignal('');
  const [when, setWhen] = createSignal('');
  const [note, setNote] = createSignal('');
  const people = () =>
    props.model.sites
      .filter(({ isInside }) => isInside)
      .flatMap(({ practitioners, communeName }) =>
        practitioners.map(({ entryId, name }) => ({
          value: entryId,
          label: `${name}, ${communeName}`,
        })),
      )
      .toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));

  async function add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const label = people().find(({ value }) => value === who())?.label;
    const held = props.told.find(({ entryId }) => entryId === who());
    if (label === undefined) return props.onFailed();
    const { status, body } = await api.call('PUT', `${props.path}/${encodeURIComponent(who())}`, {
      body: { leavesOn: when().trim(), note: note().trim() === '' ? null : note().trim() },
      etag: held?.etag ?? '"0"',
    });
    if (status !== 200) return props.onFailed();
    setWho('');
    setNote('');
    props.onNoted(body as KeptDeparture[], label);
  }
  return (
    <Show when={people().length > 0} fallback={<p>{words.nobody}</p>}>
      <form
        class="scenario-save"
        onSubmit={(event) => void add(event).catch(() => props.onFailed())}
        novalidate
      >
        <SelectField
          label={words.who}
          name="praticien"
          value={who()}
          options={[{ value: '', label: '—' }, ...people()]}
          onInput={setWho}
        />
        <TextField
          label={words.when}
          hint={words.whenHint}
          name="depart"
          maxLength={10}
          value={when()}
          onInput={setWhen}
        />
        <TextField
          label={words.note}
          note={text.common.optional}
          name="note-depart"
          maxLength={500}
          value={note()}
          onInput={setNote}
        />
        <Button type="submit" look="quiet">
          {words.add}
        </Button>
      </form>
    </Show>
  );
}

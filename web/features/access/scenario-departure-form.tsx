// Who told that they will leave, and when: one line to write.

import { createSignal, Show } from 'solid-js';
import { listPeople } from '#domain/access/departures.ts';
import type { KeptDeparture } from '#domain/access/kept-scenario.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { SelectField, TextField } from '#web/ui/text-field.tsx';
import { readLeavingDate } from './read-leaving-date.ts';
import type { DeskModel } from './scenario-messages.ts';

export type DepartureFormProps = {
  model: DeskModel;
  told: readonly KeptDeparture[];
  path: string;
  onNoted: (all: readonly KeptDeparture[], name: string) => void;
  onFailed: () => void;
  /** Somebody else wrote it meanwhile. */
  onStale: () => void;
};

export function DepartureForm(props: DepartureFormProps) {
  const { text, api, locale } = usePage();
  const words = text.scenario.kept.departures;
  const [who, setWho] = createSignal('');
  const [when, setWhen] = createSignal('');
  const [note, setNote] = createSignal('');
  const [isTried, setTried] = createSignal(false);
  const communeOf = (id: string) =>
    props.model.sites.find((site) => site.id === id)?.communeName ?? '';
  /** Each once, under the practice already noted if one is. */
  const people = () =>
    listPeople(props.model)
      .flatMap(({ name, practices }) => {
        const isTold = (id: string) => props.told.some(({ entryId }) => entryId === id);
        const own = practices.filter(({ isInside }) => isInside);
        const one = practices.find(({ entryId }) => isTold(entryId)) ?? own[0];
        if (one === undefined || own.length === 0) return [];
        const communes = [...new Set(practices.map(({ site }) => communeOf(site)))];
        return [{ value: one.entryId, label: text.scenario.form.leaver(name, communes) }];
      })
      .toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));

  const held = () => props.told.find(({ entryId }) => entryId === who());
  const leavesOn = () => readLeavingDate(when(), locale);
  const whoFault = () => (isTried() && who() === '' ? words.whoMissing : undefined);
  const whenFault = () => (isTried() && leavesOn() === null ? words.whenWrong : undefined);

  /** One already noted is written again from what is known. */
  function choose(entryId: string): void {
    setWho(entryId);
    const known = held();
    if (known === undefined) return;
    setWhen(known.leavesOn);
    setNote(known.note ?? '');
  }
  async function add(event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    const label = people().find(({ value }) => value === who())?.label;
    const date = leavesOn();
    if (label === undefined || date === null) {
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const { status, body } = await api.call('PUT', `${props.path}/${encodeURIComponent(who())}`, {
      body: { leavesOn: date, note: note().trim() === '' ? null : note().trim() },
      etag: held()?.etag ?? '"0"',
    });
    if (status === 412) return props.onStale();
    if (status !== 200) return props.onFailed();
    setTried(false);
    setWho('');
    setWhen('');
    setNote('');
    props.onNoted(body as KeptDeparture[], label);
    form.querySelector<HTMLElement>('select')?.focus();
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
          error={whoFault()}
          onInput={choose}
        />
        <TextField
          label={words.when}
          hint={words.whenHint}
          name="depart"
          maxLength={20}
          value={when()}
          error={whenFault()}
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

// One change to add: which, where, how much, on which half-days.

import { createMemo, createSignal, Show } from 'solid-js';
import type { HalfDay } from '#domain/access/half-days.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import type { ScenarioChange, UnitStop } from '#domain/access/scenario-change.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { SelectField, TextField } from '#web/ui/text-field.tsx';
import {
  composeChange,
  type Draft,
  type DraftFault,
  FORM_KINDS,
  type FormKind,
} from './scenario-compose.ts';
import { ScenarioFormFields } from './scenario-form-fields.tsx';
import type { DeskModel } from './scenario-messages.ts';
import { ScenarioStops } from './scenario-stops.tsx';
import { tellChange } from './scenario-told.ts';

export type ScenarioFormProps = {
  model: DeskModel;
  changes: readonly ScenarioChange[];
  onAdd: (change: ScenarioChange) => void;
};

const isOpening = (
  kind: FormKind,
): kind is Extract<
  FormKind,
  'open_site' | 'advanced_consultation' | 'mobile_unit' | 'teleconsultation_booth'
> => ['open_site', 'advanced_consultation', 'mobile_unit', 'teleconsultation_booth'].includes(kind);

export function ScenarioForm(props: ScenarioFormProps) {
  const { text } = usePage();
  const words = text.scenario.form;
  const [kind, setKind] = createSignal<FormKind>('retire');
  const [site, setSite] = createSignal('');
  const [place, setPlace] = createSignal('');
  const [percent, setPercent] = createSignal('50');
  const [staff, setStaff] = createSignal<Partial<Record<AccessProfession, string>>>({});
  const [halfDays, setHalfDays] = createSignal<readonly HalfDay[]>([0, 2, 4, 6, 8]);
  const [everyWeeks, setEveryWeeks] = createSignal('1');
  const [stops, setStops] = createSignal<readonly UnitStop[]>([]);
  const [name, setName] = createSignal('');
  const [fault, setFault] = createSignal<DraftFault | null>(null);
  const [said, setSaid] = createSignal('');

  const placeChosen = createMemo(
    () => props.model.openings.find(({ id }) => id === place()) ?? null,
  );
  const usualName = () => {
    const each = kind();
    return isOpening(each) ? words.names[each](placeChosen()?.name ?? '…') : '';
  };
  const draft = (): Draft => ({
    kind: kind(),
    site: site(),
    place: placeChosen(),
    percent: percent(),
    staff: staff(),
    halfDays: halfDays(),
    stops: stops(),
    name: name().trim() === '' ? usualName() : name().trim(),
  });

  function add(event: SubmitEvent): void {
    event.preventDefault();
    const composed = composeChange(props.model, props.changes, draft());
    if ('fault' in composed) {
      setFault(composed.fault);
      return;
    }
    setFault(null);
    props.onAdd(composed.change);
    setSaid(words.added(tellChange(words.told, props.model, composed.change)));
    setName('');
    setStops([]);
  }

  return (
    <form class="scenario-form card" onSubmit={add} aria-label={words.title} novalidate>
      <h3>{words.title}</h3>
      <SelectField
        label={words.kind}
        name="changement"
        value={kind()}
        hint={words.hints[kind()]}
        options={FORM_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        onInput={(value) => {
          setKind(FORM_KINDS.find((each) => each === value) ?? 'retire');
          setSite('');
          setFault(null);
        }}
      />
      <ScenarioFormFields
        model={props.model}
        changes={props.changes}
        kind={kind()}
        site={site()}
        place={place()}
        percent={percent()}
        staff={staff()}
        halfDays={halfDays()}
        everyWeeks={everyWeeks()}
        fault={fault()}
        onSite={setSite}
        onPlace={setPlace}
        onPercent={setPercent}
        onStaff={(profession, value) => setStaff({ ...staff(), [profession]: value })}
        onHalfDays={setHalfDays}
        onEveryWeeks={setEveryWeeks}
      />
      <Show when={kind() === 'mobile_unit'}>
        <ScenarioStops
          model={props.model}
          stops={stops()}
          onRemove={(index) => setStops(stops().filter((_, i) => i !== index))}
          onAdd={() => {
            const at = placeChosen()?.point;
            if (at === undefined) return void setFault('place');
            if (halfDays().length === 0) return void setFault('halfDays');
            setFault(null);
            setStops([...stops(), { at, halfDays: halfDays(), everyWeeks: Number(everyWeeks()) }]);
          }}
        />
      </Show>
      <Show when={isOpening(kind())}>
        <TextField
          label={words.name}
          name="nom-lieu"
          maxLength={80}
          note={text.common.optional}
          value={name()}
          hint={usualName()}
          onInput={setName}
        />
      </Show>
      <Show when={fault()}>
        {(each) => (
          <Notice tone="warn" role="alert">
            <p>{words.wrong[each()]}</p>
          </Notice>
        )}
      </Show>
      <Button type="submit">{words.add}</Button>
      <p role="status">
        <Show when={said()}>
          {said()} <a href="#resultat">{words.see}</a>
        </Show>
      </p>
    </form>
  );
}

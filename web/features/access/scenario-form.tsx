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
  freeName,
} from './scenario-compose.ts';
import {
  composeTransport,
  FIRST_TRANSPORT,
  TRANSPORT_KINDS,
  type TransportDraft,
  type TransportFault,
  type TransportKind,
} from './scenario-compose-transport.ts';
import { ScenarioFormFields } from './scenario-form-fields.tsx';
import { alsoLeaving } from './scenario-leaving.ts';
import type { DeskModel } from './scenario-messages.ts';
import { SeeResult } from './scenario-see.tsx';
import { ScenarioStops } from './scenario-stops.tsx';
import { tellChange } from './scenario-told.ts';
import { ScenarioTransportFields } from './scenario-transport-fields.tsx';

export type ScenarioFormProps = {
  model: DeskModel;
  changes: readonly ScenarioChange[];
  onAdd: (change: ScenarioChange) => void;
};

const KINDS = [...FORM_KINDS, ...TRANSPORT_KINDS] as const;
type Kind = (typeof KINDS)[number];

const isTransport = (kind: Kind): kind is TransportKind =>
  TRANSPORT_KINDS.some((each) => each === kind);

const isOpening = (
  kind: Kind,
): kind is Extract<
  FormKind,
  'open_site' | 'advanced_consultation' | 'mobile_unit' | 'teleconsultation_booth'
> => ['open_site', 'advanced_consultation', 'mobile_unit', 'teleconsultation_booth'].includes(kind);

export function ScenarioForm(props: ScenarioFormProps) {
  const { text } = usePage();
  const words = text.scenario.form;
  const transport = text.scenario.days.form;
  const [kind, setKind] = createSignal<Kind>('retire');
  const [site, setSite] = createSignal('');
  const [place, setPlace] = createSignal('');
  const [percent, setPercent] = createSignal('50');
  const [staff, setStaff] = createSignal<Partial<Record<AccessProfession, string>>>({});
  const [halfDays, setHalfDays] = createSignal<readonly HalfDay[]>([0, 2, 4, 6, 8]);
  const [everyWeeks, setEveryWeeks] = createSignal('1');
  const [stops, setStops] = createSignal<readonly UnitStop[]>([]);
  const [name, setName] = createSignal('');
  const [ride, setRide] = createSignal<TransportDraft>(FIRST_TRANSPORT);
  const [fault, setFault] = createSignal<DraftFault | null>(null);
  const [rideFault, setRideFault] = createSignal<TransportFault | null>(null);
  const [said, setSaid] = createSignal('');

  const placeChosen = createMemo(
    () => props.model.openings.find(({ id }) => id === place()) ?? null,
  );
  const usualName = () => {
    const each = kind();
    if (each === 'add_on_demand') return transport.names.on_demand;
    if (each === 'add_line') return transport.names.line;
    return isOpening(each) ? words.names[each](placeChosen()?.name ?? '…') : '';
  };
  const rideKind = () => {
    const each = kind();
    return isTransport(each) ? each : null;
  };
  /** Null: the questions are those of a transport. */
  const siteKind = () => {
    const each = kind();
    return isTransport(each) ? null : each;
  };
  const named = () => (name().trim() === '' ? usualName() : name().trim());
  const wrong = () => {
    const [own, ofRide] = [fault(), rideFault()];
    if (own !== null) return words.wrong[own];
    return ofRide === null ? null : transport.wrong[ofRide];
  };
  const draft = (of: FormKind): Draft => ({
    kind: of,
    site: site(),
    place: placeChosen(),
    percent: percent(),
    staff: staff(),
    halfDays: halfDays(),
    stops: stops(),
    name: named(),
  });

  function add(event: SubmitEvent & { currentTarget: HTMLFormElement }): void {
    event.preventDefault();
    const each = kind();
    if (isTransport(each)) {
      const id = freeName(named(), props.model, props.changes);
      const composed = composeTransport(each, ride(), props.model.days, id);
      setRideFault('fault' in composed ? composed.fault : null);
      if ('change' in composed) keep(composed.change);
      else showFault(event.currentTarget);
      return;
    }
    const composed = composeChange(props.model, props.changes, draft(each));
    setFault('fault' in composed ? composed.fault : null);
    if (!('change' in composed)) {
      showFault(event.currentTarget);
      return;
    }
    const others = each === 'retire' ? alsoLeaving(props.model, site()) : [];
    keep(composed.change);
    for (const other of others) props.onAdd(other);
  }

  /** Where it is to be mended. */
  function showFault(form: HTMLFormElement): void {
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  function keep(change: ScenarioChange): void {
    props.onAdd(change);
    setSaid(words.added(tellChange(words.told, props.model, change)));
    setName('');
    setStops([]);
    setRide({ ...ride(), stops: [] });
  }

  return (
    <form class="scenario-form card" onSubmit={add} aria-label={words.title} novalidate>
      <h3>{words.title}</h3>
      <SelectField
        label={words.kind}
        name="changement"
        value={kind()}
        hint={words.hints[kind()]}
        options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        onInput={(value) => {
          setKind(KINDS.find((each) => each === value) ?? 'retire');
          setSite('');
          setFault(null);
          setRideFault(null);
        }}
      />
      <Show when={rideKind()}>
        {(each) => (
          <ScenarioTransportFields
            kind={each()}
            days={props.model.days}
            draft={ride()}
            fault={rideFault()}
            onChange={(change) => setRide({ ...ride(), ...change })}
            onFault={setRideFault}
          />
        )}
      </Show>
      <ScenarioFormFields
        model={props.model}
        changes={props.changes}
        kind={siteKind()}
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
      <Show when={usualName() !== ''}>
        <TextField
          label={isTransport(kind()) ? transport.name : words.name}
          name="nom-lieu"
          maxLength={80}
          note={text.common.optional}
          value={name()}
          hint={usualName()}
          onInput={setName}
        />
      </Show>
      <Show when={wrong()}>
        {(told) => (
          <Notice tone="warn" role="alert">
            <p>{told()}</p>
          </Notice>
        )}
      </Show>
      <Button type="submit">{words.add}</Button>
      <p role="status">
        <Show when={said()}>
          {said()} <SeeResult />
        </Show>
      </p>
    </form>
  );
}

// The questions a change of transport asks: a transport on demand, a new line, a line at other hours.

import { Match, Show, Switch } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Notice } from '#web/ui/notice.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField, TextField, TimeField } from '#web/ui/text-field.tsx';
import { ScenarioCommuneList } from './scenario-commune-list.tsx';
import type {
  TransportDraft,
  TransportFault,
  TransportKind,
} from './scenario-compose-transport.ts';
import type { ShownDays } from './scenario-days-shown.ts';
import { ScenarioLineStops } from './scenario-line-stops.tsx';
import { ScenarioWeekdays } from './scenario-weekdays.tsx';

type Known = Extract<ShownDays, { state: 'done' }>;

export type ScenarioTransportFieldsProps = {
  kind: TransportKind;
  days: ShownDays;
  draft: TransportDraft;
  fault: TransportFault | null;
  onChange: (change: Partial<TransportDraft>) => void;
  onFault: (fault: TransportFault | null) => void;
};

export function ScenarioTransportFields(props: ScenarioTransportFieldsProps) {
  const { text } = usePage();
  const words = text.scenario.days.form;
  const wrong = (...faults: TransportFault[]) =>
    props.fault !== null && faults.includes(props.fault) ? words.wrong[props.fault] : undefined;
  const known = (): Known | null => (props.days.state === 'done' ? props.days : null);
  const unknown = () => (props.days.state === 'done' ? null : props.days.state);
  return (
    <>
      <Show when={unknown()}>
        {(state) => (
          <Notice>
            <p>{words.unknown[state()]}</p>
          </Notice>
        )}
      </Show>
      <Show when={known()}>
        {(days) => (
          <>
            <Switch>
              <Match when={props.kind === 'add_on_demand'}>
                <OnDemandFields {...props} known={days()} wrong={wrong} />
              </Match>
              <Match when={props.kind === 'add_line'}>
                <ScenarioLineStops {...props} known={days()} wrong={wrong} />
              </Match>
              <Match when={props.kind === 'retime_line'}>
                <Show when={days().lines.length > 0} fallback={<p>{words.noLine}</p>}>
                  <SelectField
                    label={words.line}
                    name="ligne"
                    value={props.draft.line}
                    error={wrong('line')}
                    options={[
                      { value: '', label: '—' },
                      ...days().lines.map(({ id, name }) => ({ value: id, label: name })),
                    ]}
                    onInput={(line) => props.onChange({ line })}
                  />
                  <TextField
                    label={words.shift}
                    name="decalage"
                    hint={words.shiftHint}
                    maxLength={5}
                    value={props.draft.shift}
                    error={wrong('shift')}
                    onInput={(shift) => props.onChange({ shift })}
                  />
                </Show>
              </Match>
            </Switch>
            <ScenarioWeekdays
              value={props.draft.weekdays}
              error={wrong('weekdays')}
              onChange={(weekdays) => props.onChange({ weekdays })}
            />
          </>
        )}
      </Show>
    </>
  );
}

function OnDemandFields(
  props: ScenarioTransportFieldsProps & {
    known: Known;
    wrong: (...faults: TransportFault[]) => string | undefined;
  },
) {
  const { text } = usePage();
  const words = text.scenario.days.form;
  const optionsOf = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return (
    <>
      <RadioGroup
        legend={words.zone}
        name="zone"
        compact
        value={props.draft.isWhole ? 'tout' : 'certaines'}
        options={[
          { value: 'tout', label: words.whole },
          { value: 'certaines', label: words.some },
        ]}
        onChange={(value) => props.onChange({ isWhole: value === 'tout' })}
      />
      <Show when={!props.draft.isWhole}>
        <ScenarioCommuneList
          label={words.zoneCommune}
          add={words.addZone}
          title={words.zoneList}
          name="zone-commune"
          communes={props.known.homes}
          value={props.draft.zone}
          error={props.wrong('zone')}
          onChange={(zone) => props.onChange({ zone })}
        />
      </Show>
      <ScenarioCommuneList
        label={words.destination}
        hint={words.destinationHint}
        add={words.addDestination}
        title={words.destinations}
        name="destination"
        communes={props.known.communes}
        value={props.draft.destinations}
        error={props.wrong('destinations')}
        onChange={(destinations) => props.onChange({ destinations })}
      />
      <div class="scenario-hours">
        <TimeField
          label={words.from}
          name="debut"
          value={props.draft.from}
          error={props.wrong('hours')}
          onInput={(from) => props.onChange({ from })}
        />
        <TimeField
          label={words.to}
          name="fin"
          value={props.draft.to}
          onInput={(to) => props.onChange({ to })}
        />
      </div>
      <p class="field-hint">{words.hoursHint}</p>
      <SelectField
        label={words.booking}
        name="reservation"
        value={props.draft.booking}
        options={optionsOf(words.bookings)}
        onInput={(booking) => props.onChange({ booking })}
      />
      <TextField
        label={words.wait}
        name="attente"
        inputMode="numeric"
        maxLength={3}
        value={props.draft.wait}
        error={props.wrong('wait')}
        onInput={(wait) => props.onChange({ wait })}
      />
      <SelectField
        label={words.detour}
        name="detours"
        value={props.draft.detour}
        options={optionsOf(words.detours)}
        onInput={(detour) => props.onChange({ detour })}
      />
    </>
  );
}

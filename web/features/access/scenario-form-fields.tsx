// The questions each kind of change asks.

import { For, Show } from 'solid-js';
import type { HalfDay } from '#domain/access/half-days.ts';
import { ACCESS_PROFESSIONS, type AccessProfession } from '#domain/access/professions.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import { usePage } from '#web/lib/page-context.ts';
import { SelectField, TextField } from '#web/ui/text-field.tsx';
import type { DraftFault, FormKind } from './scenario-compose.ts';
import { ScenarioHalfDays } from './scenario-half-days.tsx';
import { howManyOptions, leavingChoice, leavingOptions } from './scenario-leaving.ts';
import type { DeskModel } from './scenario-messages.ts';
import { isShared } from './scenario-professions.ts';
import { siteName } from './scenario-told.ts';

export type ScenarioFormFieldsProps = {
  model: DeskModel;
  changes: readonly ScenarioChange[];
  /** Null: nothing is asked here. */
  kind: FormKind | null;
  site: string;
  place: string;
  percent: string;
  staff: Partial<Record<AccessProfession, string>>;
  halfDays: readonly HalfDay[];
  everyWeeks: string;
  fault: DraftFault | null;
  onSite: (value: string) => void;
  onPlace: (value: string) => void;
  onPercent: (value: string) => void;
  onStaff: (profession: AccessProfession, value: string) => void;
  onHalfDays: (halfDays: readonly HalfDay[]) => void;
  onEveryWeeks: (value: string) => void;
};

const ASKS: Readonly<Record<FormKind, readonly string[]>> = {
  retire: ['who'],
  reduce_activity: ['site', 'percent'],
  extend_hours: ['site', 'halfDays'],
  move: ['site', 'place'],
  open_site: ['place', 'staff', 'halfDays'],
  advanced_consultation: ['place', 'halfDays'],
  mobile_unit: ['place', 'halfDays', 'weeks'],
  teleconsultation_booth: ['place', 'halfDays', 'percent'],
};

export function ScenarioFormFields(props: ScenarioFormFieldsProps) {
  const { text } = usePage();
  const words = text.scenario.form;
  const asks = (what: string) => props.kind !== null && ASKS[props.kind].includes(what);
  const wrong = (what: DraftFault) => (props.fault === what ? words.wrong[what] : undefined);
  const choose = { value: '', label: '—' };
  const howMany = () => howManyOptions(text, props.model, props.site);
  const places = () => [
    choose,
    ...props.model.openings.map(({ id, name }) => ({ value: id, label: name })).toSorted(byLabel),
  ];
  return (
    <>
      <Show when={asks('who')}>
        <SelectField
          label={words.who}
          name="qui"
          value={leavingChoice(props.model, props.site)}
          error={wrong('site')}
          options={[choose, ...leavingOptions(text, props.model)]}
          onInput={props.onSite}
        />
        <Show when={howMany().length > 0}>
          <SelectField
            label={words.howMany}
            name="combien"
            value={props.site}
            options={howMany()}
            onInput={props.onSite}
          />
        </Show>
      </Show>
      <Show when={asks('site')}>
        <SelectField
          label={words.site}
          name="lieu"
          value={props.site}
          error={wrong('site')}
          options={[choose, ...siteOptions()]}
          onInput={props.onSite}
        />
      </Show>
      <Show when={asks('place')}>
        <SelectField
          label={words.place}
          name="commune"
          value={props.place}
          error={wrong('place')}
          options={places()}
          onInput={props.onPlace}
        />
      </Show>
      <Show when={asks('staff')}>
        <fieldset class="scenario-staff">
          <legend class="field-label">{words.staff}</legend>
          <For
            each={ACCESS_PROFESSIONS.filter(
              (each) => isShared(each) || each === props.model.profession,
            )}
          >
            {(profession) => (
              <TextField
                label={words.posts[profession]}
                name={`temps-plein-${profession}`}
                inputMode="text"
                maxLength={5}
                value={props.staff[profession] ?? ''}
                onInput={(value) => props.onStaff(profession, value)}
              />
            )}
          </For>
        </fieldset>
      </Show>
      <Show when={asks('percent')}>
        <TextField
          label={props.kind === 'reduce_activity' ? words.keptPercent : words.countsPercent}
          name="pourcentage"
          inputMode="numeric"
          maxLength={5}
          value={props.percent}
          error={wrong('percent')}
          onInput={props.onPercent}
        />
      </Show>
      <Show when={asks('halfDays')}>
        <ScenarioHalfDays value={props.halfDays} onChange={props.onHalfDays} />
      </Show>
      <Show when={asks('weeks')}>
        <SelectField
          label={words.everyWeeks}
          name="semaines"
          value={props.everyWeeks}
          options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
          onInput={props.onEveryWeeks}
        />
      </Show>
    </>
  );

  function siteOptions() {
    const own = props.model.sites
      .filter(({ isInside }) => isInside)
      .map(({ id }) => ({ value: id, label: siteName(props.model, id) }));
    const opened = props.changes.flatMap((change) =>
      'id' in change && change.kind !== 'mobile_unit'
        ? [{ value: change.id, label: change.id }]
        : [],
    );
    return [...own, ...opened].toSorted(byLabel);
  }
}

const byLabel = (a: { label: string }, b: { label: string }): number =>
  a.label.localeCompare(b.label, 'fr');

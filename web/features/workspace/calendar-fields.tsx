// Which days: those of the week, which of the month, holidays, school, a season, and the exceptions.

import { For, Show } from 'solid-js';
import type { ServiceCalendar } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { CheckField, DateField, SelectField } from '#web/ui/text-field.tsx';
import { type CalendarFieldsProps, DAYS, RANKS, toggled } from './calendar-ticks.ts';
import { ExceptionFields } from './exception-fields.tsx';
import { MarketFields } from './market-fields.tsx';

export function CalendarFields(props: CalendarFieldsProps) {
  const { text, format } = usePage();
  const words = text.editor.when;
  const set = (change: Partial<ServiceCalendar>) =>
    props.onChange({ ...props.calendar, ...change });
  const ranks = () => props.calendar.nthOfMonth ?? [];
  const setRank = (rank: number, on: boolean) => {
    const next = toggled(RANKS, ranks(), rank, on);
    set({ nthOfMonth: next.length === 0 ? null : next });
  };
  const setSchool = (school: string) => {
    const { schoolZone: _, ...rest } = props.calendar;
    props.onChange({ ...rest, school: school as ServiceCalendar['school'] });
  };
  return (
    <>
      <fieldset class="editor-list">
        <legend>{words.weekdays}</legend>
        <div class="check-row">
          <For each={DAYS}>
            {(day) => (
              <CheckField
                label={text.rules.sentence(format.weekday(day))}
                name={`${props.name}-day-${day}`}
                checked={props.calendar.weekdays.includes(day)}
                onChange={(on) =>
                  set({ weekdays: toggled(DAYS, props.calendar.weekdays, day, on) })
                }
              />
            )}
          </For>
        </div>
      </fieldset>
      <fieldset class="editor-list">
        <legend>{words.ranks}</legend>
        <p class="field-hint">{words.ranksHint}</p>
        <div class="check-row">
          <For each={RANKS}>
            {(rank) => (
              <CheckField
                label={words.rank(rank)}
                name={`${props.name}-rank-${rank}`}
                checked={ranks().includes(rank)}
                onChange={(on) => setRank(rank, on)}
              />
            )}
          </For>
        </div>
      </fieldset>
      <MarketFields {...props} />
      <RadioGroup
        legend={words.holidays}
        name={`${props.name}-holidays`}
        value={props.calendar.holidays}
        compact
        options={(['closed', 'runs', 'as_sunday'] as const).map((value) => ({
          value,
          label: words.holidayAnswers[value],
        }))}
        onChange={(value) => set({ holidays: value as ServiceCalendar['holidays'] })}
      />
      <RadioGroup
        legend={words.school}
        name={`${props.name}-school`}
        value={props.calendar.school}
        compact
        options={(['any', 'term', 'vacation'] as const).map((value) => ({
          value,
          label: words.schoolAnswers[value],
        }))}
        onChange={setSchool}
      />
      <Show when={props.calendar.school !== 'any'}>
        <SelectField
          label={words.zone}
          name={`${props.name}-zone`}
          value={props.calendar.schoolZone ?? ''}
          options={[
            { value: '', label: words.zoneOfPlace },
            ...(['A', 'B', 'C'] as const).map((zone) => ({
              value: zone,
              label: words.zoneName(zone),
            })),
          ]}
          onInput={(zone) => {
            const { schoolZone: _, ...rest } = props.calendar;
            const isZone = zone === 'A' || zone === 'B' || zone === 'C';
            props.onChange(isZone ? { ...rest, schoolZone: zone } : rest);
          }}
        />
      </Show>
      <Disclosure summary={words.season(props.calendar.startsOn, props.calendar.endsOn)}>
        <div class="editor-list-row">
          <DateField
            label={words.startsOn}
            note={text.editor.optional}
            name={`${props.name}-starts`}
            value={props.calendar.startsOn ?? ''}
            onInput={(date) => set({ startsOn: date === '' ? null : date })}
          />
          <DateField
            label={words.endsOn}
            note={text.editor.optional}
            name={`${props.name}-ends`}
            value={props.calendar.endsOn ?? ''}
            error={isBackwards() ? words.backwards : undefined}
            onInput={(date) => set({ endsOn: date === '' ? null : date })}
          />
        </div>
      </Disclosure>
      <Disclosure summary={words.exceptionsCount(props.calendar.exceptions.length)}>
        <ExceptionFields {...props} />
      </Disclosure>
    </>
  );

  function isBackwards(): boolean {
    const { startsOn, endsOn } = props.calendar;
    return startsOn !== null && endsOn !== null && endsOn < startsOn;
  }
}

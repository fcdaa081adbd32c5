// The fields of one line of price, by its kind.

import { Match, Show, Switch } from 'solid-js';
import type { FareComponent } from '#domain/transport/fare.ts';
import { usePage } from '#web/lib/page-context.ts';
import { SelectField, TextField } from '#web/ui/text-field.tsx';
import type { FareKind } from './blank-fare.ts';
import { FlatFields, PerKmFields } from './distance-fare-fields.tsx';
import { MoneyField } from './money-field.tsx';
import { NumberField } from './number-field.tsx';
import { PerFields } from './per-fields.tsx';
import { PeriodFields } from './period-fields.tsx';
import { UnknownFareFields } from './unknown-fare-fields.tsx';
import { ZoneFareFields } from './zone-fare-fields.tsx';

export type Fare<Kind extends FareKind> = Extract<FareComponent, { kind: Kind }>;
export type FareFieldsProps = {
  name: string;
  fare: FareComponent;
  communes: readonly { insee: string; name: string }[];
  onChange: (fare: FareComponent) => void;
};

export function FareFields(props: FareFieldsProps) {
  const { text } = usePage();
  const words = text.editor.fares;
  const as = <Kind extends FareKind>(kind: Kind): Fare<Kind> | null =>
    props.fare.kind === kind ? (props.fare as Fare<Kind>) : null;
  const money = (
    label: string,
    key: string,
    cents: number | null,
    set: (cents: number) => void,
  ) => (
    <MoneyField
      label={label}
      name={`${props.name}-${key}`}
      cents={cents}
      onChange={(value) => value !== null && set(value)}
    />
  );
  /** An amount there may not be. */
  const bound = (
    label: string,
    key: 'min' | 'max',
    cents: number | null,
    set: (cents: number | null) => void,
  ) => (
    <MoneyField
      label={label}
      note={text.editor.optional}
      name={`${props.name}-${key}`}
      cents={cents}
      onChange={set}
    />
  );
  const percent = (label: string, value: number, set: (value: number) => void) => (
    <NumberField
      label={label}
      name={`${props.name}-percent`}
      min={1}
      max={100}
      value={value}
      onChange={(next) => next !== null && set(next)}
    />
  );
  return (
    <div class="fare-fields">
      <Switch>
        <Match when={as('flat')}>
          {(fare) => <FlatFields name={props.name} fare={fare()} onChange={props.onChange} />}
        </Match>
        <Match when={as('per_km')}>
          {(fare) => <PerKmFields name={props.name} fare={fare()} onChange={props.onChange} />}
        </Match>
        <Match when={as('zone')}>
          {(fare) => (
            <ZoneFareFields
              name={props.name}
              fare={fare()}
              communes={props.communes}
              onChange={props.onChange}
            />
          )}
        </Match>
        <Match when={as('wait')}>
          {(fare) => (
            <div class="editor-list-row">
              {money(words.perHour, 'hour', fare().centsPerHour, (centsPerHour) =>
                props.onChange({ ...fare(), centsPerHour }),
              )}
              <NumberField
                label={words.freeMinutes}
                name={`${props.name}-free`}
                min={0}
                max={600}
                value={fare().freeMinutes}
                onChange={(freeMinutes) =>
                  freeMinutes !== null && props.onChange({ ...fare(), freeMinutes })
                }
              />
            </div>
          )}
        </Match>
        <Match when={as('period')}>
          {(fare) => <PeriodFields name={props.name} fare={fare()} onChange={props.onChange} />}
        </Match>
        <Match when={as('limits')}>
          {(fare) => (
            <>
              <div class="editor-list-row">
                {bound(words.atLeast, 'min', fare().minCents, (minCents) =>
                  props.onChange({ ...fare(), minCents }),
                )}
                {bound(words.atMost, 'max', fare().maxCents, (maxCents) =>
                  props.onChange({ ...fare(), maxCents }),
                )}
              </div>
              <PerFields
                name={props.name}
                per={fare().per}
                onChange={(per) => props.onChange({ ...fare(), per })}
              />
            </>
          )}
        </Match>
        <Match when={as('membership') ?? as('deposit')}>
          {(fare) =>
            money(
              fare().kind === 'membership' ? words.perYear : words.amount,
              'cents',
              fare().cents,
              (cents) => props.onChange({ ...fare(), cents }),
            )
          }
        </Match>
        <Match when={as('pass')}>
          {(fare) => (
            <>
              {money(words.amount, 'cents', fare().cents, (cents) =>
                props.onChange({ ...fare(), cents }),
              )}
              <SelectField
                label={words.passFor}
                name={`${props.name}-pass`}
                value={fare().per}
                options={(['book', 'month', 'year'] as const).map((value) => ({
                  value,
                  label: words.passes[value],
                }))}
                onInput={(value) =>
                  props.onChange({ ...fare(), per: value as Fare<'pass'>['per'] })
                }
              />
              <Show when={fare().per === 'book'}>
                <NumberField
                  label={words.trips}
                  name={`${props.name}-trips`}
                  min={2}
                  max={500}
                  value={fare().trips}
                  onChange={(trips) => props.onChange({ ...fare(), trips })}
                />
              </Show>
            </>
          )}
        </Match>
        <Match when={as('extra')}>
          {(fare) => (
            <TextField
              label={words.extra}
              name={`${props.name}-label`}
              value={fare().label}
              maxLength={120}
              onInput={(label) => props.onChange({ ...fare(), label })}
            />
          )}
        </Match>
        <Match when={as('subsidy') ?? as('discount')}>
          {(fare) =>
            percent(words.share, fare().percent, (value) =>
              props.onChange({ ...fare(), percent: value }),
            )
          }
        </Match>
        <Match when={as('reimbursed')}>
          {(fare) => (
            <>
              {percent(words.share, fare().ratePercent, (ratePercent) =>
                props.onChange({ ...fare(), ratePercent }),
              )}
              {money(words.franchiseTrip, 'trip', fare().franchiseCentsPerTrip, (cents) =>
                props.onChange({ ...fare(), franchiseCentsPerTrip: cents }),
              )}
              {money(words.franchiseDay, 'day', fare().franchiseCentsPerDay, (cents) =>
                props.onChange({ ...fare(), franchiseCentsPerDay: cents }),
              )}
              {money(words.franchiseYear, 'year', fare().franchiseCentsPerYear, (cents) =>
                props.onChange({ ...fare(), franchiseCentsPerYear: cents }),
              )}
            </>
          )}
        </Match>
        <Match when={as('allowance')}>
          {(fare) =>
            money(words.perYear, 'year', fare().centsPerYear, (centsPerYear) =>
              props.onChange({ ...fare(), centsPerYear }),
            )
          }
        </Match>
        <Match when={as('unknown')}>
          {(fare) => (
            <UnknownFareFields name={props.name} fare={fare()} onChange={props.onChange} />
          )}
        </Match>
        <Match when={as('quote')}>
          {(fare) => (
            <TextField
              label={words.quote}
              note={text.editor.optional}
              name={`${props.name}-url`}
              value={fare().url ?? ''}
              onInput={(url) => props.onChange({ ...fare(), url: url.trim() === '' ? null : url })}
            />
          )}
        </Match>
      </Switch>
      <Show when={as('subsidy')}>
        {(fare) =>
          bound(words.atMost, 'max', fare().maxCents, (maxCents) =>
            props.onChange({ ...fare(), maxCents }),
          )
        }
      </Show>
    </div>
  );
}

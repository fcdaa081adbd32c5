// The fields of a price that may depend on the distance: fixed, or by the kilometre.

import { Show } from 'solid-js';
import type { FareComponent, KmBasis } from '#domain/transport/fare.ts';
import { usePage } from '#web/lib/page-context.ts';
import { CheckField, SelectField } from '#web/ui/text-field.tsx';
import { BandFields } from './band-fields.tsx';
import { MoneyField } from './money-field.tsx';
import { NumberField } from './number-field.tsx';
import { PerFields } from './per-fields.tsx';

type Flat = Extract<FareComponent, { kind: 'flat' }>;
type PerKm = Extract<FareComponent, { kind: 'per_km' }>;
type Props<Fare> = { name: string; fare: Fare; onChange: (fare: FareComponent) => void };

const BASES: readonly KmBasis[] = ['trip', 'home_round_trip', 'driver_loop'];
const USUAL_WAIT = { freeMinutes: 90, kmFactorBeyond: 2, driverGoesHomeFactor: 1 } as const;

export function FlatFields(props: Props<Flat>) {
  const { text } = usePage();
  const words = text.editor.fares;
  return (
    <>
      <MoneyField
        label={words.amount}
        name={`${props.name}-cents`}
        cents={props.fare.cents}
        onChange={(cents) => cents !== null && props.onChange({ ...props.fare, cents })}
      />
      <PerFields
        name={props.name}
        per={props.fare.per}
        onChange={(per) => props.onChange({ ...props.fare, per })}
      />
      <BandFields
        name={props.name}
        band={props.fare.band}
        onChange={(band) => props.onChange(withBand(props.fare, band))}
      />
    </>
  );
}

export function PerKmFields(props: Props<PerKm>) {
  const { text } = usePage();
  const words = text.editor.fares;
  return (
    <>
      <MoneyField
        label={words.perKm}
        name={`${props.name}-km`}
        cents={props.fare.centsPerKm}
        onChange={(cents) => cents !== null && props.onChange({ ...props.fare, centsPerKm: cents })}
      />
      <SelectField
        label={words.basis}
        hint={words.basisHint}
        name={`${props.name}-basis`}
        value={props.fare.basis}
        options={BASES.map((value) => ({ value, label: words.bases[value] }))}
        onInput={(basis) => props.onChange({ ...props.fare, basis: basis as KmBasis })}
      />
      <CheckField
        label={words.waitRule}
        hint={words.waitRuleHint}
        name={`${props.name}-wait`}
        checked={props.fare.waitRule !== null}
        onChange={(on) => props.onChange({ ...props.fare, waitRule: on ? USUAL_WAIT : null })}
      />
      <Show when={props.fare.waitRule}>
        {(rule) => (
          <div class="editor-list-row">
            <NumberField
              label={words.freeMinutes}
              name={`${props.name}-free`}
              min={0}
              max={600}
              value={rule().freeMinutes}
              onChange={(freeMinutes) =>
                freeMinutes !== null &&
                props.onChange({ ...props.fare, waitRule: { ...rule(), freeMinutes } })
              }
            />
            <NumberField
              label={words.factorBeyond}
              name={`${props.name}-factor`}
              min={1}
              max={4}
              value={rule().kmFactorBeyond}
              onChange={(kmFactorBeyond) =>
                kmFactorBeyond !== null &&
                props.onChange({ ...props.fare, waitRule: { ...rule(), kmFactorBeyond } })
              }
            />
          </div>
        )}
      </Show>
      <BandFields
        name={props.name}
        band={props.fare.band}
        onChange={(band) => props.onChange(withBand(props.fare, band))}
      />
    </>
  );
}

function withBand<Fare extends Flat | PerKm>(fare: Fare, band: Flat['band'] | null): Fare {
  const { band: _, ...rest } = fare;
  return (band === null || band === undefined ? rest : { ...rest, band }) as Fare;
}

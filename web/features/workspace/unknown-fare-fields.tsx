// A price that was not known: whoever knows it now says how it is counted, in its place.

import type { FareComponent } from '#domain/transport/fare.ts';
import { usePage } from '#web/lib/page-context.ts';
import { SelectField } from '#web/ui/text-field.tsx';
import { blankFare, FARE_KINDS, type FareKind } from './blank-fare.ts';

export type UnknownFareFieldsProps = {
  name: string;
  fare: FareComponent;
  onChange: (fare: FareComponent) => void;
};

export function UnknownFareFields(props: UnknownFareFieldsProps) {
  const { text } = usePage();
  const words = text.editor.fares;
  return (
    <SelectField
      label={words.nowKnown}
      hint={words.nowKnownHint}
      name={`${props.name}-known`}
      value="unknown"
      options={FARE_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind].label }))}
      onInput={(kind) => {
        const { note, vehicle, provenance } = props.fare;
        const known = { note, ...(vehicle === undefined ? {} : { vehicle }) };
        props.onChange({ ...blankFare(kind as FareKind, provenance), ...known });
      }}
    />
  );
}

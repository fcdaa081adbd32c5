// Is a price for one way, or for there and back?

import { usePage } from '#web/lib/page-context.ts';
import { SelectField } from '#web/ui/text-field.tsx';

type Per = 'leg' | 'round_trip';

export type PerFieldsProps = { name: string; per: Per; onChange: (per: Per) => void };

export function PerFields(props: PerFieldsProps) {
  const { text } = usePage();
  const words = text.editor.fares;
  return (
    <SelectField
      label={words.per}
      name={`${props.name}-per`}
      value={props.per}
      options={(['leg', 'round_trip'] as const).map((value) => ({
        value,
        label: words.pers[value],
      }))}
      onInput={(value) => props.onChange(value as Per)}
    />
  );
}

// Does a price hold for some distances only?

import { Show } from 'solid-js';
import type { KmBand } from '#domain/transport/fare.ts';
import { usePage } from '#web/lib/page-context.ts';
import { CheckField } from '#web/ui/text-field.tsx';
import { NumberField } from './number-field.tsx';

const MOST_KM = 999;

export type BandFieldsProps = {
  name: string;
  band: KmBand | undefined;
  onChange: (band: KmBand | null) => void;
};

export function BandFields(props: BandFieldsProps) {
  const { text } = usePage();
  const words = text.editor.fares;
  return (
    <>
      <CheckField
        label={words.band}
        name={`${props.name}-band`}
        checked={props.band !== undefined}
        onChange={(on) => props.onChange(on ? { fromKm: null, toKm: 20 } : null)}
      />
      <Show when={props.band}>
        {(band) => (
          <div class="editor-list-row">
            <NumberField
              label={words.fromKm}
              note={text.editor.optional}
              name={`${props.name}-from-km`}
              min={1}
              max={MOST_KM}
              value={band().fromKm}
              onChange={(fromKm) => props.onChange({ ...band(), fromKm })}
            />
            <NumberField
              label={words.toKm}
              note={text.editor.optional}
              name={`${props.name}-to-km`}
              min={1}
              max={MOST_KM}
              value={band().toKm}
              onChange={(toKm) => props.onChange({ ...band(), toKm })}
            />
          </div>
        )}
      </Show>
    </>
  );
}

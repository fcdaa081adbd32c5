// Which help is given, on request, or not; what is unsaid is asked on the phone.

import { For, Show } from 'solid-js';
import type { Answer } from '#domain/directory/directory.ts';
import {
  ACCOMMODATIONS,
  type AccommodationCode,
  type AccommodationOffer,
} from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { SelectField, TextField } from '#web/ui/text-field.tsx';
import { editOffer, type StepProps } from './editor-data.ts';

const VALUES = ['unknown', 'yes', 'on_request', 'no'] as const;

export function AccommodationFields(props: StepProps) {
  const { text } = usePage();
  const words = text.editor.who;
  const all = () => props.draft.document().offer.accommodations;
  const find = (code: AccommodationCode) => all().find((each) => each.code === code);
  const put = (code: AccommodationCode, change: Partial<AccommodationOffer>) => {
    const current = find(code) ?? { code, value: 'unknown' as const, note: null };
    const next: AccommodationOffer = { ...current, ...change };
    const isSaid = next.value !== 'unknown' || next.note !== null;
    const known = ACCOMMODATIONS.flatMap((each) => {
      if (each === code) return isSaid ? [next] : [];
      return find(each) ?? [];
    });
    editOffer(props.draft, { accommodations: known });
  };
  return (
    <fieldset class="editor-list">
      <legend>{words.help}</legend>
      <p class="field-hint">{words.helpHint}</p>
      <For each={ACCOMMODATIONS}>
        {(code) => (
          <div class="editor-list-row">
            <SelectField
              label={text.rules.accommodations[code]}
              name={`help-${code}`}
              value={find(code)?.value ?? 'unknown'}
              options={VALUES.map((value) => ({
                value,
                label: text.rules.sentence(text.rules.accommodationValues[value]),
              }))}
              onInput={(value) => put(code, { value: value as Answer | 'on_request' })}
            />
            <Show when={find(code)}>
              {(help) => (
                <TextField
                  label={words.helpNote(text.rules.accommodations[code])}
                  note={text.editor.optional}
                  name={`help-${code}-note`}
                  maxLength={200}
                  value={help().note ?? ''}
                  onInput={(note) => put(code, { note: note.trim() === '' ? null : note })}
                />
              )}
            </Show>
          </div>
        )}
      </For>
    </fieldset>
  );
}

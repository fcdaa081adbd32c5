// « De quoi avez-vous besoin ? »: a need in lay words, or somebody by name.

import type { NeedSuggestion } from '#domain/directory/directory.ts';
import { labelIn } from '#web/lib/locale.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Combobox, type ComboboxOption } from '#web/ui/combobox.tsx';
import { Field } from '#web/ui/field.tsx';
import { entryValue } from './need-resolve.ts';

export type NeedFieldProps = {
  text: string;
  value: string | null;
  insee: string | null;
  error: string | undefined;
  onText: (text: string) => void;
  onChoose: (option: ComboboxOption) => void;
};

export function NeedField(props: NeedFieldProps) {
  const { text, api, locale } = usePage();

  function toOption(suggestion: NeedSuggestion): ComboboxOption {
    if (suggestion.kind === 'need') {
      return { value: suggestion.id, label: labelIn(suggestion.label, locale), icon: 'search' };
    }
    return {
      value: entryValue(suggestion.id),
      label: suggestion.name,
      detail: `${suggestion.title}, ${suggestion.communeName}`,
      icon: 'person',
    };
  }

  return (
    <Field id="besoin" label={text.form.needQuestion} hint={text.form.needHint} error={props.error}>
      {(ids) => (
        <Combobox
          id={ids.id}
          icon="search"
          textName="quoi"
          valueName="besoin"
          text={props.text}
          value={props.value}
          suggest={async (query, signal) =>
            (await api.suggestNeeds(query, props.insee ?? undefined, signal)).map(toOption)
          }
          labels={{
            count: text.form.suggestions,
            none: text.form.noSuggestion,
            loading: text.common.loading,
          }}
          describedBy={ids.describedBy}
          invalid={ids.invalid}
          onText={(typed) => props.onText(typed)}
          onChoose={(option) => props.onChoose(option)}
        />
      )}
    </Field>
  );
}

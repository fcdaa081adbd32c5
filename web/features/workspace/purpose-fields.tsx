// For which trips: accepted, refused, or left unsaid.

import { For } from 'solid-js';
import { PURPOSES, type Purpose } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { SelectField } from '#web/ui/text-field.tsx';
import { editOffer, type StepProps } from './editor-data.ts';

const REASONS = ['unsaid', 'allowed', 'denied'] as const;
type Reason = (typeof REASONS)[number];

export function PurposeFields(props: StepProps) {
  const { text } = usePage();
  const words = text.editor.who;
  const purposes = () => props.draft.document().offer.purposes;
  const answerOf = (purpose: Purpose): Reason => {
    if (purposes().allowed.includes(purpose)) return 'allowed';
    return purposes().denied.includes(purpose) ? 'denied' : 'unsaid';
  };
  const put = (purpose: Purpose, answer: Reason) => {
    const listed = (list: readonly Purpose[], kind: Reason) =>
      PURPOSES.filter((each) => (each === purpose ? answer === kind : list.includes(each)));
    editOffer(props.draft, {
      purposes: {
        allowed: listed(purposes().allowed, 'allowed'),
        denied: listed(purposes().denied, 'denied'),
      },
    });
  };
  return (
    <fieldset class="editor-list">
      <legend>{words.purposes}</legend>
      <p class="field-hint">{words.purposesHint}</p>
      <div class="editor-grid">
        <For each={PURPOSES}>
          {(purpose) => (
            <SelectField
              label={text.rules.sentence(text.rules.purposes[purpose])}
              name={`purpose-${purpose}`}
              value={answerOf(purpose)}
              options={REASONS.map((value) => ({ value, label: words.purposeAnswers[value] }))}
              onInput={(value) => put(purpose, value as Reason)}
            />
          )}
        </For>
      </div>
    </fieldset>
  );
}

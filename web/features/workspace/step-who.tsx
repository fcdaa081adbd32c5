// « Pour qui » : who may ride and what they show, for which reasons, with which help.

import { createMemo, For, Show } from 'solid-js';
import { VISITING_KINDS } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { CheckField } from '#web/ui/text-field.tsx';
import { AccommodationFields } from './accommodation-fields.tsx';
import { editOffer, type StepProps } from './editor-data.ts';
import { EligibilityFields } from './eligibility-fields.tsx';
import { PurposeFields } from './purpose-fields.tsx';

export function StepWho(props: StepProps) {
  const { text } = usePage();
  const words = text.editor.who;
  const offer = () => props.draft.document().offer;
  return (
    <div class="editor-fields">
      <RadioGroup
        legend={words.everybody}
        name="everybody"
        value={offer().eligibility === null ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((value) => ({
          value,
          label: words.everybodyAnswers[value],
        }))}
        onChange={(value) =>
          editOffer(props.draft, { eligibility: value === 'yes' ? null : { all: [] } })
        }
      />
      <Show when={offer().eligibility}>
        {(expression) => (
          <EligibilityFields
            name="eligibility"
            expression={expression()}
            communes={props.data.ground.communes}
            onChange={(eligibility) => editOffer(props.draft, { eligibility })}
          />
        )}
      </Show>
      <PurposeFields draft={props.draft} data={props.data} />
      <AccommodationFields draft={props.draft} data={props.data} />
      <Show when={VISITING_KINDS.includes(offer().kind) || offer().needIds.length > 0}>
        <Needs draft={props.draft} data={props.data} />
      </Show>
    </div>
  );
}

function Needs(props: StepProps) {
  const { text, locale } = usePage();
  const words = text.editor.who;
  const chosen = () => props.draft.document().offer.needIds;
  /** What is chosen and exists no more can be unticked. */
  const needs = createMemo(
    (): readonly { id: string; label: Readonly<Record<string, string>> }[] => {
      const known = new Set(props.data.ground.needs.map(({ id }) => id));
      const gone = chosen().filter((id) => !known.has(id));
      return [...props.data.ground.needs, ...gone.map((id) => ({ id, label: {} }))];
    },
  );
  return (
    <fieldset class="editor-list">
      <legend>{words.needs}</legend>
      <p class="field-hint">{words.needsHint}</p>
      <div class="editor-grid">
        <For each={needs()}>
          {(need) => (
            <CheckField
              label={need.label[locale] ?? need.label['fr'] ?? need.id}
              name={`need-${need.id}`}
              checked={chosen().includes(need.id)}
              onChange={(on) =>
                editOffer(props.draft, {
                  needIds: on
                    ? [...chosen(), need.id].sort()
                    : chosen().filter((each) => each !== need.id),
                })
              }
            />
          )}
        </For>
      </div>
    </fieldset>
  );
}

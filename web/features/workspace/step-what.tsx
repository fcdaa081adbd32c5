// « Quoi » : the name of the offer, what it is, whom to call, what people must know.

import { Index } from 'solid-js';
import { OFFER_KINDS, type OfferKind } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { SelectField, TextAreaField, TextField } from '#web/ui/text-field.tsx';
import { editOffer, type StepProps } from './editor-data.ts';

const MOST_NAME = 120;
const MOST_SUMMARY = 400;
const MOST_CONDITION = 300;

const orNull = (value: string) => (value.trim() === '' ? null : value);

export function StepWhat(props: StepProps) {
  const { text } = usePage();
  const words = text.editor.what;
  const offer = () => props.draft.document().offer;
  const conditions = () => offer().conditions;
  const setCondition = (index: number, value: string) =>
    editOffer(props.draft, {
      conditions: conditions().map((each, at) => (at === index ? value : each)),
    });
  return (
    <div class="editor-fields">
      <SelectField
        label={words.kind}
        name="kind"
        value={offer().kind}
        options={OFFER_KINDS.map((kind) => ({ value: kind, label: text.codes.offerKinds[kind] }))}
        onInput={(kind) => editOffer(props.draft, { kind: kind as OfferKind })}
      />
      <TextField
        label={words.name}
        hint={words.nameHint}
        name="name"
        value={offer().name}
        maxLength={MOST_NAME}
        onInput={(name) => editOffer(props.draft, { name })}
      />
      <TextAreaField
        label={words.summary}
        hint={words.summaryHint}
        name="summary"
        value={offer().summary}
        rows={3}
        maxLength={MOST_SUMMARY}
        onInput={(summary) => editOffer(props.draft, { summary })}
      />
      <TextField
        label={words.phone}
        name="phone"
        inputMode="tel"
        value={offer().phone ?? ''}
        onInput={(phone) => editOffer(props.draft, { phone: orNull(phone) })}
      />
      <TextField
        label={words.email}
        name="email"
        inputMode="email"
        note={text.editor.optional}
        value={offer().email ?? ''}
        onInput={(email) => editOffer(props.draft, { email: orNull(email) })}
      />
      <TextField
        label={words.url}
        name="url"
        note={text.editor.optional}
        value={offer().url ?? ''}
        onInput={(url) => editOffer(props.draft, { url: orNull(url) })}
      />
      <TextField
        label={words.organizer}
        hint={words.organizerHint}
        name="organizer"
        note={text.editor.optional}
        value={offer().organizer ?? ''}
        onInput={(organizer) => editOffer(props.draft, { organizer: orNull(organizer) })}
      />
      <fieldset class="editor-list">
        <legend>{words.conditions}</legend>
        <p class="field-hint">{words.conditionsHint}</p>
        <Index each={conditions()}>
          {(condition, index) => (
            <div class="editor-list-row">
              <TextField
                label={words.condition(index + 1)}
                name={`condition-${index}`}
                value={condition()}
                maxLength={MOST_CONDITION}
                onInput={(value) => setCondition(index, value)}
              />
              <Button
                look="quiet"
                icon="close"
                label={words.removeCondition(index + 1)}
                onClick={() =>
                  editOffer(props.draft, {
                    conditions: conditions().filter((_, at) => at !== index),
                  })
                }
              >
                {text.editor.remove}
              </Button>
            </div>
          )}
        </Index>
        <Button
          look="quiet"
          onClick={() => editOffer(props.draft, { conditions: [...conditions(), ''] })}
        >
          {words.addCondition}
        </Button>
      </fieldset>
    </div>
  );
}

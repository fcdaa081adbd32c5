// « Quoi » : the name of the offer, what it is, whom to call, what people must know.

import { OFFER_KINDS, type OfferKind } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { SelectField, TextAreaField, TextField } from '#web/ui/text-field.tsx';
import { editOffer, type StepProps } from './editor-data.ts';
import { TextList } from './text-list.tsx';

const MOST_NAME = 120;
const MOST_SUMMARY = 400;

const orNull = (value: string) => (value.trim() === '' ? null : value);

export function StepWhat(props: StepProps) {
  const { text } = usePage();
  const words = text.editor.what;
  const offer = () => props.draft.document().offer;
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
      <TextList
        legend={words.conditions}
        hint={words.conditionsHint}
        name="condition"
        item={words.condition}
        add={words.addCondition}
        items={offer().conditions}
        onChange={(conditions) => editOffer(props.draft, { conditions })}
      />
    </div>
  );
}

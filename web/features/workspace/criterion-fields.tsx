// One condition: what it asks, the proof to show, and whether it can be a reason to refuse.

import { For, Show } from 'solid-js';
import type { Criterion } from '#domain/transport/eligibility.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { CheckField, TextAreaField, TextField } from '#web/ui/text-field.tsx';
import { BENEFIT_CODES } from './blank-criterion.ts';
import type { Leaf } from './eligibility-fields.tsx';
import { NumberField } from './number-field.tsx';
import { readCommunes } from './read-communes.ts';

const OLDEST = 120;

type As<Kind extends Criterion['kind']> = Extract<Criterion, { kind: Kind }>;

export type CriterionFieldsProps = {
  name: string;
  leaf: Leaf;
  communes: readonly { insee: string; name: string }[];
  onChange: (leaf: Leaf) => void;
};

export function CriterionFields(props: CriterionFieldsProps) {
  const { text } = usePage();
  const words = text.editor.who;
  const criterion = () => props.leaf.criterion;
  const set = (next: Criterion) => props.onChange({ ...props.leaf, criterion: next });
  const as = <Kind extends Criterion['kind']>(kind: Kind): As<Kind> | null =>
    criterion().kind === kind ? (criterion() as As<Kind>) : null;
  const labelled = () => as('low_income') ?? as('pension') ?? as('other');
  const names = () => new Map(props.communes.map(({ insee, name }) => [insee, name]));
  return (
    <>
      <p class="editor-said">{text.rules.sentence(text.rules.criterion(criterion()))}.</p>
      <Show when={as('age')}>
        {(age) => (
          <div class="editor-list-row">
            <NumberField
              label={words.ageFrom}
              note={text.editor.optional}
              name={`${props.name}-min`}
              min={0}
              max={OLDEST}
              value={age().min}
              onChange={(min) => set({ ...age(), min })}
            />
            <NumberField
              label={words.ageTo}
              note={text.editor.optional}
              name={`${props.name}-max`}
              min={0}
              max={OLDEST}
              value={age().max}
              onChange={(max) => set({ ...age(), max })}
            />
          </div>
        )}
      </Show>
      <Show when={as('residence')}>
        {(residence) => (
          <>
            <TextField
              label={words.residenceLabel}
              hint={words.residenceLabelHint}
              name={`${props.name}-label`}
              maxLength={200}
              value={residence().label}
              onInput={(label) => set({ ...residence(), label })}
            />
            <TextAreaField
              label={words.residenceCommunes}
              hint={text.editor.fares.zoneCommunesHint}
              name={`${props.name}-communes`}
              rows={4}
              value={residence()
                .insees.map((insee) => names().get(insee) ?? insee)
                .join(', ')}
              onInput={(written) =>
                set({ ...residence(), insees: readCommunes(written, props.communes).insees })
              }
            />
            <p>{words.communeCount(residence().insees.length)}</p>
          </>
        )}
      </Show>
      <Show when={as('benefit')}>
        {(benefit) => (
          <div class="check-row">
            <For each={BENEFIT_CODES}>
              {(code) => (
                <CheckField
                  label={text.rules.sentence(text.rules.benefit(code))}
                  name={`${props.name}-${code}`}
                  checked={benefit().anyOf.includes(code)}
                  onChange={(on) =>
                    set({
                      ...benefit(),
                      anyOf: on
                        ? [...benefit().anyOf, code]
                        : benefit().anyOf.filter((each) => each !== code),
                    })
                  }
                />
              )}
            </For>
          </div>
        )}
      </Show>
      <Show when={labelled()}>
        {(part) => (
          <TextField
            label={words.inWords}
            name={`${props.name}-label`}
            maxLength={200}
            value={part().label}
            onInput={(label) => set({ ...part(), label })}
          />
        )}
      </Show>
      <Show when={as('referral')}>
        {(referral) => (
          <TextField
            label={words.referredBy}
            name={`${props.name}-by`}
            maxLength={200}
            value={referral().by}
            onInput={(by) => set({ ...referral(), by })}
          />
        )}
      </Show>
      <Disclosure
        summary={words.more}
        open={props.leaf.proof !== null || props.leaf.weight === 'soft'}
      >
        <TextField
          label={words.proof}
          note={text.editor.optional}
          name={`${props.name}-proof`}
          maxLength={200}
          value={props.leaf.proof ?? ''}
          onInput={(proof) =>
            props.onChange({ ...props.leaf, proof: proof.trim() === '' ? null : proof })
          }
        />
        <CheckField
          label={words.soft}
          hint={words.softHint}
          name={`${props.name}-soft`}
          checked={props.leaf.weight === 'soft'}
          onChange={(soft) => props.onChange({ ...props.leaf, weight: soft ? 'soft' : 'hard' })}
        />
      </Disclosure>
    </>
  );
}

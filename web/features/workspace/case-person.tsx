// What is known of the invented person of a case: their age, their situation, what they need.

import { For } from 'solid-js';
import type { Profile } from '#domain/transport/eligibility.ts';
import { ACCOMMODATIONS, type AccommodationCode } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Field } from '#web/ui/field.tsx';
import { CheckField, TextField } from '#web/ui/text-field.tsx';

const FACTS = [
  'hasLicence',
  'hasVehicle',
  'lowIncome',
  'member',
  'prescription',
  'disabilityCard',
] as const;
type Fact = (typeof FACTS)[number];

export type CasePersonProps = {
  age: string;
  profile: Profile;
  needs: readonly AccommodationCode[];
  onAge: (age: string) => void;
  onProfile: (profile: Profile) => void;
  onNeeds: (needs: readonly AccommodationCode[]) => void;
};

export function CasePerson(props: CasePersonProps) {
  const { text } = usePage();
  const words = text.editor.trial.form;

  /** What is not known is absent: it is never « non ». */
  function setFact(fact: Fact, answer: string): void {
    const { [fact]: _, ...others } = props.profile;
    props.onProfile(answer === 'unknown' ? others : { ...others, [fact]: answer === 'yes' });
  }

  return (
    <>
      <fieldset class="editor-list">
        <legend>{words.who}</legend>
        <div class="editor-grid">
          <TextField
            name="case-age"
            label={words.age}
            note={text.common.optional}
            inputMode="numeric"
            value={props.age}
            onInput={(age) => props.onAge(age)}
          />
          <For each={FACTS}>
            {(fact) => (
              <Field label={words.facts[fact]}>
                {(ids) => (
                  <select
                    class="input"
                    id={ids.id}
                    name={`case-${fact}`}
                    onChange={(event) => setFact(fact, event.currentTarget.value)}
                  >
                    <For each={['unknown', 'yes', 'no'] as const}>
                      {(answer) => (
                        <option value={answer} selected={answer === answerOf(props.profile[fact])}>
                          {words.answers[answer]}
                        </option>
                      )}
                    </For>
                  </select>
                )}
              </Field>
            )}
          </For>
        </div>
      </fieldset>
      <fieldset class="editor-list">
        <legend>{words.needs}</legend>
        <div class="editor-grid">
          <For each={ACCOMMODATIONS}>
            {(code) => (
              <CheckField
                name={`case-need-${code}`}
                label={text.rules.accommodations[code]}
                checked={props.needs.includes(code)}
                onChange={(on) =>
                  props.onNeeds(
                    ACCOMMODATIONS.filter((each) =>
                      each === code ? on : props.needs.includes(each),
                    ),
                  )
                }
              />
            )}
          </For>
        </div>
      </fieldset>
    </>
  );
}

function answerOf(value: boolean | undefined): 'yes' | 'no' | 'unknown' {
  return value === undefined ? 'unknown' : value ? 'yes' : 'no';
}

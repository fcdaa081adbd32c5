// Questions whose answers change the list. They travel in the body of a form, never in an address.

import {
  type Answers,
  formFields,
  hasAnswers,
  isYesNoQuestion,
  readAnswers,
  registeredField,
} from '#web/lib/personal-answers.ts';
import './appointment-form.css';
import { For, Show } from 'solid-js';
import type { JourneyPlan, ProfileQuestion } from '#domain/journey/journey.ts';
import { ACCOMMODATIONS } from '#domain/transport/offer.ts';
import { isRegistered } from '#domain/transport/person.ts';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { CheckField, TextField } from '#web/ui/text-field.tsx';

export type QuestionsFormProps = {
  /** Address of this page, its query included: where the form goes without JavaScript. */
  action: string;
  plan: JourneyPlan;
  answers: Answers;
  fromName: string;
  fromInsee: string;
  busy: boolean;
  /** With JavaScript: the page computes again without leaving. */
  onAnswers: (answers: Answers) => void;
};

export function QuestionsForm(props: QuestionsFormProps) {
  const { text } = usePage();
  const words = text.journey.questions;
  /** Those asked now, then those already answered, so that an answer can be changed. */
  const questions = () => {
    const asked = props.plan.questions;
    const { registrations: _, ...said } = props.answers.profile;
    const answered = (Object.keys(said) as ProfileQuestion[]).filter(
      (question) => !asked.includes(question),
    );
    return [...asked, ...answered];
  };

  /** Those that would change the answer, and those said already. */
  const needs = () =>
    ACCOMMODATIONS.filter(
      (need) => props.plan.needsAsked.includes(need) || props.answers.needs.includes(need),
    );

  return (
    <form
      id="questions"
      class="questions card no-print"
      method="post"
      action={props.action}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new URLSearchParams();
        for (const [name, value] of new FormData(event.currentTarget)) {
          if (typeof value === 'string') form.append(name, value);
        }
        props.onAnswers(readAnswers(form));
      }}
    >
      <h2>{words.heading}</h2>
      <p>{words.intro}</p>
      <p class="soft needs-script">{words.onDevice}</p>
      <For each={props.plan.registrations}>{(offer) => <Registered offer={offer} />}</For>
      <For each={otherRegistrations()}>
        {([name, value]) => <input type="hidden" name={name} value={value} />}
      </For>
      <For each={questions()}>{(question) => <Question question={question} />}</For>
      <Show when={needs().length > 0}>
        <fieldset class="needs-group">
          <legend class="field-label">{text.journey.form.needs}</legend>
          <p class="field-hint">{text.journey.form.needsHint}</p>
          <div class="check-grid">
            <For each={needs()}>
              {(need) => (
                <CheckField
                  label={text.rules.accommodations[need]}
                  name="besoins"
                  value={need}
                  checked={props.answers.needs.includes(need)}
                />
              )}
            </For>
          </div>
        </fieldset>
      </Show>
      <div class="actions">
        <Button type="submit" disabled={props.busy}>
          {props.busy ? text.common.loading : words.submit}
        </Button>
        <Show when={hasAnswers(props.answers)}>
          <a
            class="button button-plain"
            href={props.action}
            onClick={(event) => {
              event.preventDefault();
              props.onAnswers({ profile: {}, needs: [] });
            }}
          >
            {words.forget}
          </a>
        </Show>
      </div>
    </form>
  );

  /** Answers about transports this trip does not use: kept as they are. */
  function otherRegistrations() {
    const shown = new Set(props.plan.registrations.map(({ offerId }) => registeredField(offerId)));
    const { registrations } = props.answers.profile;
    const said = registrations === undefined ? {} : { registrations };
    return formFields({ profile: said, needs: [] }).filter(([name]) => !shown.has(name));
  }

  function Registered(asked: { offer: JourneyPlan['registrations'][number] }) {
    const { offer } = asked;
    const said = isRegistered(props.answers.profile, offer.offerId);
    return (
      <RadioGroup
        legend={<Named said={words.registered(offer.offerName)} names={[offer.offerName]} />}
        name={registeredField(offer.offerId)}
        hint={words.registeredHint}
        value={said === null ? '' : said ? 'oui' : 'non'}
        options={[
          { value: 'oui', label: words.yes },
          { value: 'non', label: words.no },
          { value: '', label: words.skip },
        ]}
        compact
      />
    );
  }

  function Question(asked: { question: ProfileQuestion }) {
    const { question } = asked;
    const { profile } = props.answers;
    const hint = words.hints[question];
    if (question === 'ageYears') {
      return (
        <TextField
          id="ageYears"
          label={words.text.ageYears}
          hint={hint}
          name="ageYears"
          inputMode="numeric"
          maxLength={3}
          value={profile.ageYears === undefined ? '' : String(profile.ageYears)}
        />
      );
    }
    if (question === 'benefits') {
      return (
        <fieldset class="needs-group">
          <legend class="field-label">{words.text.benefits}</legend>
          <p class="field-hint">{hint}</p>
          <div class="check-grid">
            <For each={benefitCodes(props.plan)}>
              {(code) => (
                <CheckField
                  label={text.rules.benefit(code)}
                  name="benefits"
                  value={code}
                  checked={profile.benefits?.includes(code) ?? false}
                />
              )}
            </For>
            <CheckField
              label={words.noBenefit}
              name="benefits"
              value=""
              checked={profile.benefits?.length === 0}
            />
          </div>
        </fieldset>
      );
    }
    if (question === 'residenceInsee') {
      return (
        <RadioGroup
          legend={words.residence(props.fromName)}
          name="residenceInsee"
          hint={hint}
          value={residenceValue()}
          options={[
            { value: props.fromInsee, label: words.yes },
            { value: ELSEWHERE, label: words.no },
            { value: '', label: words.skip },
          ]}
          compact
        />
      );
    }
    if (!isYesNoQuestion(question)) return null;
    const answer = profile[question];
    return (
      <RadioGroup
        legend={words.text[question]}
        name={question}
        hint={hint}
        value={answer === undefined ? '' : answer ? 'oui' : 'non'}
        options={[
          { value: 'oui', label: words.yes },
          { value: 'non', label: words.no },
          { value: '', label: words.skip },
        ]}
        compact
      />
    );
  }

  function residenceValue(): string {
    const residence = props.answers.profile.residenceInsee;
    if (residence === undefined) return '';
    return residence === props.fromInsee ? props.fromInsee : ELSEWHERE;
  }
}

/** A commune code no area holds: « elsewhere ». */
const ELSEWHERE = '00000';

/** Benefits named by the ways found: only those can change the answer. */
function benefitCodes(plan: JourneyPlan): string[] {
  const codes = [...plan.options, ...plan.almost].flatMap((option) =>
    option.eligibility.reasons.flatMap((reason) =>
      reason.criterion.kind === 'benefit' ? reason.criterion.anyOf : [],
    ),
  );
  return [...new Set(codes)];
}

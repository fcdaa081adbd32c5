// The questions about a transport prescribed by a doctor: a plain form, answered in the browser when it can.

import { For, Show } from 'solid-js';
import {
  MEDICAL_POSTURES,
  MEDICAL_REASONS,
  type MedicalAnswers,
  type MedicalQuestion,
} from '#domain/transport/medical-situations.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import {
  FIRST_QUESTIONS,
  isNumberQuestion,
  NUMBER_LIMITS,
  OTHER_QUESTIONS,
  readMedicalAnswers,
} from './medical-form.ts';

export type MedicalQuestionsProps = {
  answers: MedicalAnswers;
  answered: boolean;
  /** With JavaScript: the list is made here, and nothing is sent. */
  onAnswers: (answers: MedicalAnswers) => void;
};

export function MedicalQuestions(props: MedicalQuestionsProps) {
  const { text, link } = usePage();
  const words = text.medical;
  const path = link('/transport-sur-prescription');
  const moreOpen = () => OTHER_QUESTIONS.some((question) => props.answers[question] !== undefined);
  return (
    <form
      id="reponses"
      class="medical-form card no-print"
      method="post"
      action={path}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new URLSearchParams();
        for (const [name, value] of new FormData(event.currentTarget)) {
          if (typeof value === 'string') form.append(name, value);
        }
        props.onAnswers(readMedicalAnswers(form));
      }}
    >
      <h2>{props.answered ? words.change : words.formTitle}</h2>
      <p>{words.optional}</p>
      <p class="soft">
        {words.privacy} <span class="needs-script">{words.onDevice}</span>
      </p>
      <For each={FIRST_QUESTIONS}>{(question) => <Question question={question} />}</For>
      <Disclosure summary={words.more} open={moreOpen()}>
        <div class="medical-more">
          <For each={OTHER_QUESTIONS}>{(question) => <Question question={question} />}</For>
        </div>
      </Disclosure>
      <div class="actions">
        <Button type="submit" icon="list">
          {words.submit}
        </Button>
        <Show when={props.answered}>
          <a class="button button-plain" href={path}>
            {words.forget}
          </a>
        </Show>
      </div>
    </form>
  );

  function Question(asked: { question: MedicalQuestion }) {
    const { question } = asked;
    const answer = () => props.answers[question];
    if (isNumberQuestion(question)) {
      return (
        <TextField
          id={question}
          label={words.questions[question]}
          hint={words.hints[question]}
          name={question}
          inputMode="numeric"
          maxLength={String(NUMBER_LIMITS[question]).length}
          value={answer() === undefined ? '' : String(answer())}
        />
      );
    }
    return (
      <RadioGroup
        legend={words.questions[question]}
        name={question}
        value={sayAnswer(answer())}
        options={[...choicesOf(question), { value: '', label: words.skip }]}
        compact
      />
    );
  }

  function choicesOf(question: MedicalQuestion): { value: string; label: string }[] {
    if (question === 'reason')
      return MEDICAL_REASONS.map((value) => ({ value, label: words.reasons[value] }));
    if (question === 'posture')
      return MEDICAL_POSTURES.map((value) => ({ value, label: words.postures[value] }));
    return [
      { value: 'oui', label: words.yes },
      { value: 'non', label: words.no },
    ];
  }
}

function sayAnswer(answer: MedicalAnswers[MedicalQuestion]): string {
  if (typeof answer === 'boolean') return answer ? 'oui' : 'non';
  return answer === undefined ? '' : String(answer);
}

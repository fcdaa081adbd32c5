// The list of what to ask comes first once there is one; the questions stay below, to be changed.

import { createSignal, Show } from 'solid-js';
import { adviseMedicalTransport } from '#domain/transport/medical-advice.ts';
import type { MedicalAnswers } from '#domain/transport/medical-situations.ts';
import type { PageProps } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { MedicalAdviceList } from './medical-advice-list.tsx';
import type { MedicalData } from './medical-page.tsx';
import { MedicalQuestions } from './medical-questions.tsx';

export function MedicalContent(props: PageProps<MedicalData>) {
  const { text } = usePage();
  const words = text.medical;
  const [answers, setAnswers] = createSignal(props.data.answers);
  const [answered, setAnswered] = createSignal(props.data.answered);

  function answer(next: MedicalAnswers) {
    setAnswers(next);
    setAnswered(true);
    document.getElementById('a-demander')?.focus();
  }

  return (
    <main id="contenu" class="page wrap medical">
      <PageHeader title={words.title} lead={answered() ? undefined : words.lead} />
      <Notice>
        <p>{words.noVerdict}</p>
      </Notice>
      <Show when={answered()}>
        <MedicalAdviceList advice={adviseMedicalTransport(answers())} />
      </Show>
      <MedicalQuestions answers={answers()} answered={answered()} onAnswers={answer} />
    </main>
  );
}

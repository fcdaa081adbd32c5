// Answers kept in the tab change which hours are possible: the calendar is asked again with them, posted
// and never in an address, and takes the place of the one for everybody.

import { createSignal, onMount, Show } from 'solid-js';
import { keepAnswers, readKeptAnswers } from '#web/lib/kept-answers.ts';
import { usePage } from '#web/lib/page-context.ts';
import { askPagePart } from '#web/lib/page-part.ts';
import { type Answers, formFields, hasAnswers } from '#web/lib/personal-answers.ts';
import { Notice } from '#web/ui/notice.tsx';

export type SlotsAnswersProps = {
  /** Those the calendar was written for. */
  answers: Answers;
  /** Address of this page. */
  path: string;
  calendar: () => HTMLElement | undefined;
};

export function SlotsAnswers(props: SlotsAnswersProps) {
  const words = usePage().text.slots;
  const [state, setState] = createSignal<'idle' | 'busy' | 'done' | 'failed'>('idle');

  onMount(() => {
    if (hasAnswers(props.answers)) return keepAnswers(props.answers);
    const kept = readKeptAnswers();
    if (hasAnswers(kept)) void askAgain(kept);
  });

  async function askAgain(kept: Answers) {
    const calendar = props.calendar();
    if (calendar === undefined) return;
    setState('busy');
    calendar.setAttribute('aria-busy', 'true');
    try {
      const part = await askPagePart(props.path, formFields(kept), '.slots-found');
      if (part === null) throw new Error('No calendar in the answer');
      calendar.replaceChildren(...part.childNodes);
      setState('done');
    } catch {
      setState('failed');
    } finally {
      calendar.removeAttribute('aria-busy');
    }
  }

  return (
    <>
      <p class="slots-busy" classList={{ 'visually-hidden': state() !== 'busy' }} role="status">
        {state() === 'busy' ? words.answersBusy : state() === 'done' ? words.withAnswers : ''}
      </p>
      <Show when={state() === 'failed'}>
        <Notice tone="warn">
          <p>{words.answersFailed}</p>
        </Notice>
      </Show>
    </>
  );
}

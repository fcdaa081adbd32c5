// To the hours to ask for: with the answers given, they are posted, so that no address holds them.

import { For, Show } from 'solid-js';
import { keepAnswers, readKeptAnswers } from '#web/lib/kept-answers.ts';
import { usePage } from '#web/lib/page-context.ts';
import { type Answers, formFields, hasAnswers } from '#web/lib/personal-answers.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';

export function SlotsLink(props: { href: string; answers: Answers }) {
  const words = usePage().text.journey.slots;
  return (
    <Show
      when={hasAnswers(props.answers)}
      fallback={
        <LinkButton href={props.href} icon="calendar">
          {words.link}
        </LinkButton>
      }
    >
      <form method="post" action={props.href} onSubmit={followKept}>
        <For each={formFields(props.answers)}>
          {([name, value]) => <input type="hidden" name={name} value={value} />}
        </For>
        <Button type="submit" look="quiet" icon="calendar">
          {words.link}
        </Button>
      </form>
    </Show>
  );

  /** A page reached by its address can be come back to without sending a form again. */
  function followKept(event: SubmitEvent) {
    keepAnswers(props.answers);
    if (!hasAnswers(readKeptAnswers())) return;
    event.preventDefault();
    location.assign(props.href);
  }
}

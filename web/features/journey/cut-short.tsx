// The time to search was over before everything was looked at: said, with the same question to ask again.

import { For } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { type Answers, formFields } from '#web/lib/personal-answers.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';

export type CutShortProps = {
  /** Address of this page: answers are posted, so that no address holds them. */
  action: string;
  answers: Answers;
  busy: boolean;
  /** With JavaScript: the page computes again without leaving. */
  onAgain: () => void;
};

export function CutShort(props: CutShortProps) {
  const words = usePage().text.journey.cutShort;
  return (
    <Notice tone="warn" title={words.title}>
      <p>{words.text}</p>
      <form
        class="no-print"
        method="post"
        action={props.action}
        onSubmit={(event) => {
          event.preventDefault();
          props.onAgain();
        }}
      >
        <For each={formFields(props.answers)}>
          {([name, value]) => <input type="hidden" name={name} value={value} />}
        </For>
        <Button type="submit" look="quiet" icon="clock" disabled={props.busy}>
          {words.again}
        </Button>
      </form>
    </Notice>
  );
}

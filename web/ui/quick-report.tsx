// « Signaler une erreur » where it is read: open, press what is wrong, and it is sent, script or not.

import '#web/styles/quick-report.css';
import { For } from 'solid-js';
import { Button } from './button.tsx';
import { Disclosure } from './disclosure.tsx';

export type QuickReportProps<Reason extends string> = {
  /** Where the form is sent, and read whole, in the language of the page. */
  action: string;
  /** What is reported, as the form names it. */
  subject: { name: 'fiche' | 'offre'; id: string };
  /** What is most often wrong: one press each. */
  reasons: readonly Reason[];
  words: {
    title: string;
    quickIntro: string;
    quickOther: string;
    kinds: Readonly<Record<Reason, string>>;
  };
};

export function QuickReport<Reason extends string>(props: QuickReportProps<Reason>) {
  const more = () =>
    `${props.action}?${props.subject.name}=${encodeURIComponent(props.subject.id)}`;
  return (
    <Disclosure summary={props.words.title} class="quick-report no-print">
      <form method="post" action={props.action}>
        <p>{props.words.quickIntro}</p>
        <input type="hidden" name={props.subject.name} value={props.subject.id} />
        <div class="actions">
          <For each={props.reasons}>
            {(reason) => (
              <Button look="quiet" type="submit" name="quoi" value={reason} icon="flag">
                {props.words.kinds[reason]}
              </Button>
            )}
          </For>
        </div>
        <p>
          <a href={more()}>{props.words.quickOther}</a>
        </p>
      </form>
    </Disclosure>
  );
}

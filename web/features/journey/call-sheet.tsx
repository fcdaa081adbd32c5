// The calls of the first way, and what to have at hand for them: a sheet to print.

import { For, Show } from 'solid-js';
import type { JourneyOption } from '#domain/journey/journey.ts';
import type { AccommodationCode } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { PrintButton } from '#web/ui/print-button.tsx';
import { CallList } from './call-list.tsx';

export type CallSheetProps = {
  option: JourneyOption;
  needs: readonly AccommodationCode[];
  fromName: string;
};

export function CallSheet(props: CallSheetProps) {
  const { text, dataLang } = usePage();
  const words = text.journey;
  return (
    <Show when={props.option.calls.length > 0}>
      <section class="call-sheet card" aria-labelledby="calls-heading">
        <div class="section-head">
          <h2 id="calls-heading">{words.calls.heading}</h2>
          <PrintButton part="calls" label={words.calls.print} />
        </div>
        <CallList
          kind={props.option.kind}
          calls={props.option.calls}
          needs={props.needs}
          fromName={props.fromName}
          hasReturn={props.option.back !== null}
        />
        <Show when={props.option.toHave.length > 0}>
          <div class="to-have">
            <h3>{words.toHave}</h3>
            <ul>
              <For each={props.option.toHave}>{(item) => <li lang={dataLang}>{item}</li>}</For>
            </ul>
          </div>
        </Show>
      </section>
    </Show>
  );
}

// What does it cost: the sector as the Assurance Maladie publishes it, with its date, and the card?

import { Show } from 'solid-js';
import type { Fees } from '#domain/directory/directory.ts';
import { usePage } from '#web/lib/page-context.ts';
import { type EntryData, originOf } from './entry-data.ts';

export function EntryFees(props: { data: EntryData; fees: Fees }) {
  const { text, format } = usePage();
  const words = text.entry;
  const origin = () => {
    const { sourceId, asOf } = originOf(props.data.entry, ['fees']);
    return words.feesOrigin(
      props.data.sources[sourceId]?.name ?? text.common.unknownSource,
      asOf === null ? null : format.factDate(asOf),
    );
  };
  const vitale = () => (props.fees.vitaleCard === 'unknown' ? null : props.fees.vitaleCard);
  return (
    <section class="card entry-section">
      <h2>{words.feesHeading}</h2>
      <Show when={props.fees.sector}>
        {(sector) => (
          <p>
            <strong>{sector()}</strong> <span class="soft">({origin()})</span>
          </p>
        )}
      </Show>
      <Show when={props.fees.option}>{(option) => <p>{words.feeOption(option())}</p>}</Show>
      <Show when={vitale()}>{(answer) => <p>{words.vitaleCard[answer()]}</p>}</Show>
    </section>
  );
}

// What does it cost: the sector as the Assurance Maladie publishes it, with its date, and the card?

import { Show } from 'solid-js';
import type { Fees } from '#domain/directory/directory.ts';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';
import { type EntryData, originOf } from './entry-data.ts';

export function EntryFees(props: { data: EntryData; fees: Fees }) {
  const { text, format, dataLang } = usePage();
  const words = text.entry;
  const fees = () => originOf(props.data.entry, ['fees']);
  const sourceName = () => props.data.sources[fees().sourceId]?.name;
  const origin = () => {
    const { asOf } = fees();
    return words.feesOrigin(
      sourceName() ?? text.common.unknownSource,
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
            <strong lang={dataLang}>{sector()}</strong>{' '}
            <span class="soft">
              (<Named said={origin()} names={[sourceName()]} />)
            </span>
          </p>
        )}
      </Show>
      <Show when={props.fees.option}>
        {(option) => (
          <p>
            <Named said={words.feeOption(option())} names={[option()]} />
          </p>
        )}
      </Show>
      <Show when={vitale()}>{(answer) => <p>{words.vitaleCard[answer()]}</p>}</Show>
    </section>
  );
}

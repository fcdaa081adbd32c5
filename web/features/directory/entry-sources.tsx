// « D'où vient cette information ? »: each fact, its source, its date, and whether to confirm it.

import { For, Show } from 'solid-js';
import type { Provenance } from '#domain/provenance.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { FactAge } from '#web/ui/fact-age.tsx';
import { type EntryData, factOrigins } from './entry-data.ts';

export function EntrySources(props: { data: EntryData }) {
  const { text, nowMs, format, dataLang } = usePage();
  const words = text.entry;
  const origins = () => factOrigins(props.data.entry, localMoment(nowMs).date);
  const whole = () => origins()[0];
  return (
    <section class="entry-sources">
      <Show when={whole()}>
        {(origin) => (
          <p>
            <FactAge
              age={ageOf(origin().provenance)}
              source={sourceName(origin().provenance)}
              sourceLang={dataLang}
              toConfirm={origin().toConfirm ? words.toConfirm : undefined}
            />
          </p>
        )}
      </Show>
      <Disclosure summary={words.source}>
        <p>{words.sourceIntro}</p>
        <ul class="origins">
          <For each={origins()}>
            {(origin) => (
              <li>
                <strong>{words.field(origin.field)}</strong>
                <FactAge
                  age={ageOf(origin.provenance)}
                  source={sourceName(origin.provenance)}
                  sourceLang={dataLang}
                  sourceUrl={props.data.sources[origin.provenance.sourceId]?.url ?? undefined}
                  toConfirm={origin.toConfirm ? words.toConfirm : undefined}
                />
              </li>
            )}
          </For>
        </ul>
        <Show when={origins().some((origin) => origin.toConfirm)}>
          <p>{words.toConfirmText}</p>
        </Show>
      </Disclosure>
      <p class="print-only">
        {words.printSources}{' '}
        <span lang={dataLang}>
          {[...new Set(origins().map((origin) => sourceName(origin.provenance)))].join(' ; ')}
        </span>
      </p>
    </section>
  );

  function sourceName(provenance: Provenance): string {
    const source = props.data.sources[provenance.sourceId];
    return source === undefined ? text.common.unknownSource : source.name;
  }

  function ageOf(provenance: Provenance): string {
    if (provenance.confirmedOn !== null)
      return text.common.factConfirmed(format.factDate(provenance.confirmedOn));
    if (provenance.asOf !== null) return text.common.factDated(format.factDate(provenance.asOf));
    return text.common.factUndated;
  }
}

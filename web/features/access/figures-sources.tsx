// Where the figures come from, how old they are, and what is missing around the territory.

import { For, Show } from 'solid-js';
import type { SupplyKind } from '#domain/access/supply.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Notice } from '#web/ui/notice.tsx';
import type { AccessOverview, HaloReport } from './access-data.ts';

/** Communes named one by one; more are counted. */
const NAMED = 8;

export function FiguresSources(props: { overview: AccessOverview }) {
  const { text, dataLang } = usePage();
  const words = text.access.sources;
  /** Of what we made ourselves; null: it bears the name of its source. */
  const ownName = ({ id, name }: AccessOverview['vintages'][number]): string | null => {
    if (name === 'estimate') return words.estimateName;
    return id === 'week' ? words.weekName : null;
  };
  return (
    <section class="figures-sources" aria-labelledby="sources-chiffres">
      <h2 id="sources-chiffres">{words.title}</h2>
      <Show when={props.overview.computedAt}>
        {(computedAt) => <p>{words.computed(computedAt().slice(0, 10))}</p>}
      </Show>
      <ul class="figures-sources-list">
        <For each={props.overview.vintages}>
          {(vintage) => (
            <li>
              <Show
                when={ownName(vintage)}
                fallback={<strong lang={dataLang}>{vintage.name}</strong>}
              >
                {(name) => <strong>{name()}</strong>}
              </Show>
              <span lang={dataLang}>{vintage.source}</span>
              <span class="soft">
                {vintage.date === null ? words.undated : words.dated(vintage.date)}
                <Show when={vintage.toConfirm}>
                  {' · '}
                  <span class="fact-warn">{words.toConfirm}</span>
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.overview.estimatedTimes.length > 0}>
        <p>{words.estimated}</p>
      </Show>
      <Show when={props.overview.halo}>{(halo) => <Halo halo={halo()} />}</Show>
    </section>
  );
}

function Halo(props: { halo: HaloReport }) {
  const { text } = usePage();
  const words = text.access.sources;
  const named = (communes: readonly string[]): string => {
    const more = communes.length - NAMED;
    return communes.slice(0, NAMED).join(', ') + (more > 0 ? ` ${words.others(more)}` : '');
  };
  const gaps = () => gapsOf(props.halo);
  const least = () => new Set(gaps().flatMap(({ communes }) => communes)).size;
  return (
    <Show when={!props.halo.isComplete} fallback={<p>{words.haloFull(props.halo.communeCount)}</p>}>
      <Notice tone="warn" title={words.haloTitle}>
        <p>{words.haloWhy(least(), props.halo.communeCount)}</p>
        <Disclosure summary={words.haloWhich}>
          <ul>
            <For each={gaps()}>
              {({ what, kinds, communes }) => (
                <li>
                  {what === 'population' && words.haloPeople(named(communes), communes.length)}
                  {what === 'supply' &&
                    words.haloSupply(
                      kinds.map((kind) => text.access.kinds[kind].toLowerCase()),
                      named(communes),
                      communes.length,
                    )}
                  {what === 'ground' && words.haloGround}
                </li>
              )}
            </For>
          </ul>
        </Disclosure>
      </Notice>
    </Show>
  );
}

type Gap = {
  what: HaloReport['missing'][number]['what'];
  kinds: SupplyKind[];
  communes: readonly string[];
};

/** Professions that lack in the very same communes are told together. */
function gapsOf({ missing }: HaloReport): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const each of missing) {
    const communes = 'communes' in each ? each.communes : [];
    const key = `${each.what} ${communes.join('|')}`;
    const gap = gaps.get(key) ?? { what: each.what, kinds: [], communes };
    if ('kind' in each) gap.kinds.push(each.kind);
    gaps.set(key, gap);
  }
  return [...gaps.values()];
}

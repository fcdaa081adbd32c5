// Which communes are like this one, and what has each of them of the question shown?

import { createResource, createSignal, For, onMount, Show } from 'solid-js';
import { DENSITY_BOUNDS } from '#domain/access/twin-communes.ts';
import { OLDER_POINTS } from '#domain/access/twin-likeness.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import type { Indicator, SheetValue } from './access-data.ts';
import { type AccessAlike, alikePath } from './compare-data.ts';
import { observatoryPath } from './observatory-data.ts';
import { sayPlace } from './say-value.ts';

export type TwinListProps = {
  territory: string;
  insee: string;
  name: string;
  indicator: Indicator;
  /** Of this commune; undefined: not known here. */
  own: SheetValue | undefined;
};

/** Asked for once the page is there: it needs every territory of the site. */
export function TwinList(props: TwinListProps) {
  const { api, text, link, dataLang } = usePage();
  const words = text.access.compare.communes;
  const [isHere, setIsHere] = createSignal(false);
  onMount(() => setIsHere(true));
  const [found] = createResource(
    () => (isHere() ? alikePath(props.territory, props.insee, props.indicator.id) : null),
    async (path): Promise<AccessAlike | 'failed'> => {
      try {
        return await api.get<AccessAlike>(path);
      } catch {
        return 'failed';
      }
    },
  );
  const alike = (): AccessAlike | null => {
    const answer = found.loading ? undefined : found();
    return answer === undefined || answer === 'failed' ? null : answer;
  };
  const bare = (bound: number | null) => (bound === null ? null : text.access.bare(bound, 0));
  const intro = ({ densityClass }: AccessAlike): string =>
    densityClass === null
      ? words.introUnknown
      : words.intro(bare(densityClass.from), bare(densityClass.to));
  const short = () => text.access.indicators[props.indicator.id].short;
  return (
    <Show when={isHere()}>
      <section class="commune-sheet-part" aria-busy={found.loading}>
        <h3>{words.title}</h3>
        <Show when={alike()} fallback={<p>{found.loading ? words.loading : words.failed}</p>}>
          {(answer) => (
            <Show when={answer().communes.length > 0} fallback={<p>{words.none}</p>}>
              <p>{intro(answer())}</p>
              <table class="sheet-table twin-table">
                <caption class="visually-hidden">
                  {words.title} : {short()}
                </caption>
                <tbody>
                  <tr class="twin-own">
                    <th scope="row">
                      <strong lang={dataLang}>{props.name}</strong>
                    </th>
                    <td>
                      <Show when={props.own} fallback={text.access.states.unknown}>
                        {(own) => <strong>{sayPlace(text.access, props.indicator, own())}</strong>}
                      </Show>
                    </td>
                  </tr>
                  <For each={answer().communes}>
                    {(commune) => (
                      <tr>
                        <th scope="row">
                          <a
                            lang={dataLang}
                            href={link(
                              `${observatoryPath('/observatoire', {
                                territory: commune.territory.code,
                                indicator: props.indicator.id,
                                insee: commune.insee,
                              })}#fiche-commune`,
                            )}
                          >
                            {commune.name}
                          </a>
                          <span class="sheet-trust">
                            <Show when={commune.territory.code !== props.territory}>
                              <span lang={dataLang}>{commune.territory.name}</span>
                              {', '}
                            </Show>
                            {words.facts(commune.population, commune.olderShare)}
                          </span>
                        </th>
                        <td>
                          {sayPlace(text.access, props.indicator, commune)}
                          <Show when={commune.hasOtherTimes}>
                            <span class="sheet-trust">{words.otherTimes}</span>
                          </Show>
                        </td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
              <Disclosure class="sheet-how" summary={text.access.how.summary}>
                <p>
                  {text.access.compare.how.communes({
                    olderPoints: OLDER_POINTS,
                    densityBounds: DENSITY_BOUNDS,
                  })}
                  <Show when={answer().isSchematic}> {words.schematic}</Show>
                </p>
              </Disclosure>
            </Show>
          )}
        </Show>
      </section>
    </Show>
  );
}

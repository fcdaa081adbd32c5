// What is near a commune: for each kind of care the nearest place, by car and on which days without one.

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import type { NearSite } from './access-data.ts';

export function SheetNear(props: { near: readonly NearSite[]; isEstimated: boolean }) {
  const { text, dataLang } = usePage();
  const words = text.access.sheet;
  const columns = words.nearColumns;
  const days = (site: NearSite) =>
    site.usefulDays === null ? words.daysUnknown : words.daysAWeek(site.usefulDays);
  /** The first of each kind: the others are told with the care chosen. */
  const nearest = () =>
    [...Map.groupBy(props.near, ({ kind }) => kind).values()].flatMap((all) => all.slice(0, 1));
  const isWalkKnown = () =>
    props.near.some(({ walk }) => walk !== undefined && walk.state !== 'unknown');
  const walk = ({ walk: onFoot }: NearSite): string => {
    if (onFoot?.state === 'none_in_reach') return words.walkFar;
    return onFoot?.minutes == null ? text.common.unknown : words.minutes(onFoot.minutes);
  };
  return (
    <section class="commune-sheet-part">
      <h3>{words.near}</h3>
      <Show when={props.near.length > 0} fallback={<p>{words.nearNone}</p>}>
        <table class="sheet-table">
          <caption class="visually-hidden">{words.near}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.kind}</th>
              <th scope="col">{columns.where}</th>
              <th scope="col">{columns.car}</th>
              <Show when={isWalkKnown()}>
                <th scope="col">{columns.walk}</th>
              </Show>
              <th scope="col">{columns.days}</th>
            </tr>
          </thead>
          <tbody>
            <For each={nearest()}>
              {(site) => (
                <tr>
                  <th scope="row">{text.access.kinds[site.kind]}</th>
                  <td data-label={columns.where} lang={dataLang}>
                    {site.label}
                  </td>
                  <td data-label={columns.car}>{words.minutes(site.minutes)}</td>
                  <Show when={isWalkKnown()}>
                    <td data-label={columns.walk}>{walk(site)}</td>
                  </Show>
                  <td data-label={columns.days} classList={{ soft: site.usefulDays === null }}>
                    {days(site)}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <Show when={props.near.length > 0}>
        <p class="soft">{isWalkKnown() ? words.walkFrom : words.walkUnknown}</p>
      </Show>
      <Show when={props.isEstimated}>
        <p class="soft">{text.access.sources.estimated}</p>
      </Show>
    </section>
  );
}

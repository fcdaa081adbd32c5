// Are these territories alike? Their people, their age, their density, one line each.

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import type { ComparedTerritory } from './compare-data.ts';
import { sayLikeness } from './say-likeness.ts';

export function ComparePortrait(props: { territories: readonly ComparedTerritory[] }) {
  const { text, format, dataLang } = usePage();
  const words = text.access.compare;
  const { portrait } = words;
  const { unknown } = words.question;
  return (
    <section class="compare-part" aria-labelledby="portrait">
      <h2 id="portrait">{portrait.title}</h2>
      <table class="sheet-table compare-table">
        <caption class="visually-hidden">{portrait.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{portrait.territory}</th>
            <th scope="col">{portrait.people}</th>
            <th scope="col">{portrait.older}</th>
            <th scope="col">{portrait.density}</th>
            <th scope="col">{portrait.communes}</th>
            <th scope="col">{portrait.alike}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.territories}>
            {(each) => (
              <tr>
                <th scope="row" lang={dataLang}>
                  {each.name}
                </th>
                <td data-label={portrait.people}>
                  {portrait.peopleOf(format.number(each.population), each.populationYear)}
                </td>
                <td data-label={portrait.older}>
                  {each.olderShare === null ? unknown : portrait.percent(each.olderShare)}
                </td>
                <td data-label={portrait.density}>
                  {each.density === null ? unknown : portrait.densityOf(each.density)}
                  <Show when={each.density !== null && each.isSchematic}>
                    <span class="sheet-trust">{portrait.schematic}</span>
                  </Show>
                </td>
                <td data-label={portrait.communes}>{format.number(each.communeCount)}</td>
                <td data-label={portrait.alike}>
                  {each.likeness === null ? portrait.own : sayLikeness(words, each.likeness)}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

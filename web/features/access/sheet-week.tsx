// On which half-days can one go from a commune to a general practitioner without a car, with whom, at what time?

import { createResource, createSignal, For, Match, onMount, Show, Switch } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { accessApi } from './access-data.ts';
import { type CommuneWeek, daysOfWeek, type HalfDay, weekOf } from './commune-week.ts';

export function SheetWeek(props: { territory: string; insee: string }) {
  const { api, text, format, dataLang } = usePage();
  const words = text.access.week;
  const [isHere, setIsHere] = createSignal(false);
  onMount(() => setIsHere(true));
  const [found] = createResource(
    () => (isHere() ? props.insee : null),
    async (insee): Promise<CommuneWeek | null> => {
      try {
        const days = await api.get<Parameters<typeof weekOf>[0]>(
          accessApi(props.territory, `/communes/${insee}/days`),
        );
        return weekOf(days);
      } catch {
        return null;
      }
    },
  );
  return (
    <Show when={found.loading || found()}>
      <section class="commune-sheet-part" aria-busy={found.loading}>
        <h3>{words.title}</h3>
        <Switch fallback={<p class="soft">{words.loading}</p>}>
          <Match when={found()?.state === 'not_computed'}>
            <p>{words.notComputed}</p>
          </Match>
          <Match when={found()?.state === 'unknown'}>
            <p>{words.unknown}</p>
          </Match>
          <Match when={found()?.state === 'known' && found()}>
            {(week) => <Week week={week()} />}
          </Match>
        </Switch>
      </section>
    </Show>
  );

  function Week(shown: { week: CommuneWeek }) {
    return (
      <>
        <table class="sheet-table">
          <caption class="visually-hidden">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.day}</th>
              <th scope="col">{words.columns.morning}</th>
              <th scope="col">{words.columns.afternoon}</th>
            </tr>
          </thead>
          <tbody>
            <For each={daysOfWeek(shown.week)}>
              {({ weekday, morning, afternoon }) => (
                <tr>
                  <th scope="row">{format.weekday(weekday)}</th>
                  <td data-label={words.columns.morning}>
                    <Cell half={morning} />
                  </td>
                  <td data-label={words.columns.afternoon}>
                    <Cell half={afternoon} />
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <Show when={shown.week.monday}>
          {(monday) => <p class="soft">{words.note(format.factDate(monday()))}</p>}
        </Show>
        <Show when={shown.week.hasUsualHours}>
          <p class="soft">{words.usual}</p>
        </Show>
        <Show when={shown.week.hasConditions}>
          <p class="soft">{words.conditional}</p>
        </Show>
      </>
    );
  }

  function Cell(shown: { half: HalfDay }) {
    return (
      <>
        {words.states[shown.half.state]}
        <Show when={shown.half.way}>
          {(way) => (
            <span class="sheet-trust">
              <span lang={dataLang}>
                {words.way(way().title === '' ? words.onFoot : way().title, way().siteName)}
              </span>
              {', '}
              {words.times(way().leaveMinute, way().homeMinute)}
              <Show when={!way().isForAll}>{` (${words.conditions})`}</Show>
            </span>
          )}
        </Show>
      </>
    );
  }
}

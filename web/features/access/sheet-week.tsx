// On which half-days can one go to care from a commune without a car, with whom, at what time, and is it for all?

import { For, Match, Show, Switch } from 'solid-js';
import type { AccessProfession } from '#domain/access/professions.ts';
import { usePage } from '#web/lib/page-context.ts';
import {
  type CommuneWeek,
  type DaysAnswer,
  daysOfWeek,
  type HalfDay,
  weekOf,
} from './commune-week.ts';

export function SheetWeek(props: { answer: DaysAnswer; profession: AccessProfession }) {
  const { text, link, format, dataLang } = usePage();
  const words = text.access.week;
  const week = () => weekOf(props.answer, props.profession);
  return (
    <>
      <h4 class="sheet-minor">{words.whom.title}</h4>
      <Switch fallback={<Week week={week()} />}>
        <Match when={week().state === 'not_computed'}>
          <p>{words.notComputed}</p>
        </Match>
        <Match when={week().state === 'unknown'}>
          <p>{words.unknown}</p>
        </Match>
        <Match when={week().days.possible === 0}>
          <p class="large">{words.whom.none}</p>
        </Match>
      </Switch>
    </>
  );

  function Week(shown: { week: CommuneWeek }) {
    const counts = () => shown.week.days;
    return (
      <>
        <p class="large">
          {counts().forAll === 0
            ? words.whom.nobodyForAll
            : words.whom.forAll(counts().forAll, counts().sure)}
          <Show when={counts().possible > counts().forAll}>
            {' '}
            {words.whom.possible(counts().possible)}
          </Show>
        </p>
        <table class="sheet-table sheet-week">
          <caption class="visually-hidden">
            {words.whom.title} : {text.access.kinds[props.profession]}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.day}</th>
              <th scope="col">{words.columns.morning}</th>
              <th scope="col">{words.columns.afternoon}</th>
            </tr>
          </thead>
          <tbody>
            <For each={daysOfWeek(shown.week)}>
              {({ from, to, morning, afternoon }) => (
                <tr>
                  <th scope="row">
                    {from === to
                      ? format.weekday(from)
                      : words.fromTo(format.weekday(from), format.weekday(to))}
                  </th>
                  <td data-label={words.columns.morning} data-state={morning.state}>
                    <Cell half={morning} />
                  </td>
                  <td data-label={words.columns.afternoon} data-state={afternoon.state}>
                    <Cell half={afternoon} />
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <p class="soft">
          <Show when={shown.week.monday}>{(monday) => words.note(format.factDate(monday()))}</Show>{' '}
          <Show when={shown.week.computedOn}>{(date) => words.computed(date())}</Show>
        </p>
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
        <strong>{words.states[shown.half.state]}</strong>
        <Show when={shown.half.way}>
          {(way) => (
            <span class="sheet-trust">
              <span lang={dataLang}>
                <Title way={way()} />
                {words.to(way().siteName)}
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

  /** One offer leads to its page, which says its conditions and its phone. */
  function Title(shown: { way: NonNullable<HalfDay['way']> }) {
    const only = () => (shown.way.offerIds.length === 1 ? shown.way.offerIds[0] : undefined);
    return (
      <Show when={only()} fallback={shown.way.title === '' ? words.onFoot : shown.way.title}>
        {(id) => <a href={link(`/transports/${encodeURIComponent(id())}`)}>{shown.way.title}</a>}
      </Show>
    );
  }
}

// What becomes of those without a car: a sentence, the figures with and without, who gains days and who loses some.

import { Show } from 'solid-js';
import { daysIn } from '#domain/access/half-days.ts';
import type { NoCarResult, NoCarSide } from '#domain/access/no-car-outcome.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { type ComparedRow, ScenarioCompared } from './scenario-compared.tsx';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { type ScenarioColumn, ScenarioRows } from './scenario-rows.tsx';

export const changesDays = ({ gainers, losers }: NoCarResult): boolean =>
  gainers.places.length + losers.places.length > 0;

/** By car all is as it was. */
export const changesOnlyDays = ({ noCar, losers, gainers }: TriedResult): boolean =>
  noCar !== null && changesDays(noCar) && losers.places.length + gainers.places.length === 0;

/** `isFirst`: it says what the changes come to. */
export function ScenarioDaysSentence(props: { result: NoCarResult; isFirst?: boolean }) {
  const { text } = usePage();
  const words = text.scenario.days.result;
  const sides = () => props.result.sides;
  return (
    <p classList={{ large: props.isFirst === true }} role="status" data-said="no-car">
      <Show when={changesDays(props.result)} fallback={words.calm}>
        {words.sentence(props.result.gainers.people, props.result.losers.people)}{' '}
        {words.mean(sides().before.meanDays, sides().after.meanDays)}
      </Show>
    </p>
  );
}

export function ScenarioDaysTable(props: {
  model: DeskModel;
  results: readonly TriedResult[];
  id: string;
}) {
  const { text } = usePage();
  const words = text.scenario.days;
  const unknown = () => (props.model.days.state === 'done' ? null : props.model.days.state);
  const row = (label: string, of: (side: NoCarSide) => string): ComparedRow => ({
    label,
    before: ({ noCar }) => (noCar === null ? '—' : of(noCar.sides.before)),
    after: ({ noCar }) => (noCar === null ? '—' : of(noCar.sides.after)),
  });
  const passing = (label: string, of: (result: NoCarResult) => number): ComparedRow => ({
    label,
    before: () => '—',
    after: ({ noCar }) => (noCar === null ? '—' : text.scenario.table.whole(of(noCar))),
  });
  const whole = text.scenario.table.whole;
  const rows = [
    row(words.table.meanDays, ({ meanDays }) => words.table.number(meanDays)),
    row(words.table.meanHalfDays, ({ meanHalfDays }) => words.table.number(meanHalfDays)),
    passing(words.table.gaining, ({ gainers }) => gainers.people),
    passing(words.table.losing, ({ losers }) => losers.people),
    row(words.table.withoutDay, ({ withoutDay }) => whole(withoutDay)),
    row(words.table.withoutDay75Plus, ({ withoutDay75Plus }) => whole(withoutDay75Plus)),
  ];
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    row(words.table.day(weekday), ({ byWeekday }) => whole(byWeekday[weekday - 1] ?? 0)),
  );
  return (
    <>
      <h3 id={props.id}>{words.title}</h3>
      <Show when={unknown()}>{(state) => <p>{words.form.unknown[state()]}</p>}</Show>
      <Show when={unknown() === null}>
        <p class="soft">{words.table.hint}</p>
        <ScenarioCompared caption={words.table.caption} rows={rows} results={props.results} />
        <Disclosure summary={words.table.days}>
          <ScenarioCompared caption={words.table.days} rows={days} results={props.results} />
        </Disclosure>
      </Show>
    </>
  );
}

/** Who loses, then who gains. */
export function ScenarioDaysPlaces(props: { model: DeskModel; result: NoCarResult }) {
  const { text } = usePage();
  const words = text.scenario.days.places;
  return (
    <>
      <DaysOfCommunes {...props} places={props.result.losers.places} title={words.losersTitle} />
      <DaysOfCommunes {...props} places={props.result.gainers.places} title={words.gainersTitle} />
    </>
  );
}

function DaysOfCommunes(props: {
  model: DeskModel;
  result: NoCarResult;
  places: readonly number[];
  title: string;
}) {
  const { text, format } = usePage();
  const words = text.scenario.days.places;
  const common = text.scenario.losers;
  const home = (place: number) =>
    props.model.days.state === 'done' ? props.model.days.homes[place] : undefined;
  const before = (place: number) => daysIn(props.result.before[place] ?? 0);
  const after = (place: number) => daysIn(props.result.after[place] ?? 0);
  const signed = (change: number) =>
    change > 0 ? `+${format.number(change)}` : format.number(change).replace('-', '−');
  const columns: readonly ScenarioColumn<number>[] = [
    { title: common.population, of: (place) => format.number(home(place)?.population ?? 0) },
    { title: words.before, of: before },
    { title: words.after, of: after },
    { title: words.change, of: (place) => signed(after(place) - before(place)) },
  ];
  return (
    <>
      <h3>{props.title}</h3>
      <ScenarioRows
        title={props.title}
        rows={props.places}
        name={{ title: common.commune, of: (place) => home(place)?.name }}
        columns={columns}
        none={common.none}
        all={common.all}
      />
    </>
  );
}

// How many more people come to those who stay.

import { createMemo } from 'solid-js';
import type { DeskLoad } from '#domain/access/scenario-desk.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { type ScenarioColumn, ScenarioRows } from './scenario-rows.tsx';
import { createValueWords } from './scenario-values.ts';

const FIRST = 8;
const LEAST_PEOPLE = 1;

export function ScenarioLoads(props: { model: DeskModel; result: TriedResult }) {
  const { text } = usePage();
  const words = text.scenario.loads;
  const values = createMemo(() => createValueWords(text, props.model));
  const shown = createMemo(() =>
    props.result.loads
      .filter((load) => Math.abs(load.peopleAfter - load.peopleBefore) >= LEAST_PEOPLE)
      .toSorted((a, b) => Number(a.peopleAfter === 0) - Number(b.peopleAfter === 0))
      .slice(0, FIRST),
  );
  const columns: readonly ScenarioColumn<DeskLoad>[] = [
    { title: words.before, of: ({ peopleBefore }) => values().whole(peopleBefore) },
    {
      title: words.after,
      of: ({ peopleAfter }) => (peopleAfter === 0 ? words.closed : values().whole(peopleAfter)),
    },
    {
      title: words.change,
      of: ({ peopleBefore, peopleAfter }) => values().people(peopleAfter - peopleBefore),
    },
  ];
  return (
    <section aria-labelledby="qui-reste">
      <h2 id="qui-reste">{words.title}</h2>
      <p class="soft">{words.lead}</p>
      <ScenarioRows
        title={words.title}
        rows={shown()}
        name={{ title: words.site, of: nameOf }}
        columns={columns}
        none={words.none}
      />
    </section>
  );
}

function nameOf({ label, communeName }: DeskLoad): string {
  return communeName === '' || label.includes(communeName) ? label : `${label}, ${communeName}`;
}

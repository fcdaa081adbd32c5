// Where one more site would help most: ranked on what is tried already, for all or for the worst off first.

import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { SiteObjective } from '#domain/access/best-sites.ts';
import type { RankedOpening } from '#domain/access/rank-openings.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { Bench } from './scenario-bench.ts';

const FIRST = 8;

export function ScenarioBest(props: { bench: Bench }) {
  const { text, format } = usePage();
  const words = text.scenario.best;
  const [fullTime, setFullTime] = createSignal('1');
  const [objective, setObjective] = createSignal<SiteObjective>('total');
  const [ranked, setRanked] = createSignal<readonly RankedOpening[] | null>(null);
  const [said, setSaid] = createSignal('');
  let asked = 0;
  const amount = () => Number(fullTime().trim().replace(',', '.'));
  const isAmount = () => amount() >= 0.1 && amount() <= 100;

  async function rank(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!isAmount()) return;
    const { ask, changes } = props.bench;
    asked += 1;
    const turn = asked;
    setSaid('');
    try {
      const answer = await ask({
        ask: 'rank',
        changes: changes(),
        fullTime: amount(),
        objective: objective(),
      });
      if (turn === asked) setRanked(answer);
    } catch {
      if (turn === asked) setSaid(words.failed);
    }
  }
  // Of other changes, of another amount, a ranking says nothing.
  createEffect(
    on(
      [() => props.bench.changes(), fullTime, objective],
      () => {
        asked += 1;
        setRanked(null);
      },
      { defer: true },
    ),
  );

  function open({ name, point }: RankedOpening): void {
    const model = props.bench.model();
    if (model === null) return;
    const taken = props.bench.changes().flatMap((change) => ('id' in change ? [change.id] : []));
    const usual = text.scenario.form.names.open_site(name);
    const id = taken.includes(usual) ? `${usual} ${taken.length + 1}` : usual;
    props.bench.add({
      kind: 'open_site',
      id,
      at: point,
      staff: [{ profession: model.profession, fullTime: amount() }],
      halfDays: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    });
    setRanked(null);
    setSaid(words.opened(name));
  }

  return (
    <section aria-labelledby="ou-ouvrir">
      <h2 id="ou-ouvrir">{words.title}</h2>
      <p class="soft">{words.lead}</p>
      <form class="scenario-best" onSubmit={(event) => void rank(event)} novalidate>
        <TextField
          label={words.fullTime}
          name="temps-plein"
          maxLength={5}
          value={fullTime()}
          error={isAmount() ? undefined : text.scenario.form.wrong.staff}
          onInput={setFullTime}
        />
        <RadioGroup
          legend={words.objective}
          name="objectif"
          compact
          value={objective()}
          options={[
            { value: 'total', label: words.total },
            { value: 'equity', label: words.equity },
          ]}
          onChange={(value) => setObjective(value === 'equity' ? 'equity' : 'total')}
        />
        <Button type="submit" look="quiet">
          {words.rank}
        </Button>
      </form>
      <p role="status">{said()}</p>
      <Show when={ranked()}>
        {(list) => (
          <Show when={list().length > 0} fallback={<p>{words.none}</p>}>
            <ScrollRegion class="scenario-scroll" label={words.title}>
              <table class="scenario-table">
                <caption class="visually-hidden">{words.title}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.place}</th>
                    <th scope="col">{words.lifted}</th>
                    <th scope="col">{words.gain}</th>
                    <td />
                  </tr>
                </thead>
                <tbody>
                  <For each={list().slice(0, FIRST)}>
                    {(each) => (
                      <tr>
                        <th scope="row">{each.name}</th>
                        <td data-of={words.lifted}>
                          {format.number(Math.round(each.liftedPeople))}
                        </td>
                        <td data-of={words.gain}>
                          <meter min={0} max={1} value={each.lackShare} aria-label={words.gain} />{' '}
                          {words.share(each.lackShare)}
                        </td>
                        <td>
                          <Button
                            look="plain"
                            label={words.openAt(each.name)}
                            onClick={() => open(each)}
                          >
                            {words.open}
                          </Button>
                        </td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </ScrollRegion>
            <p class="soft">{words.gainHint}</p>
          </Show>
        )}
      </Show>
    </section>
  );
}

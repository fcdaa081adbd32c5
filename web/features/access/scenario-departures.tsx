// Departures a coordination was told of: written by hand, kept to itself, tried on the map.

import { createEffect, createMemo, createSignal, For, onMount, Show } from 'solid-js';
import { departureChanges, leavingShares } from '#domain/access/departures.ts';
import type { KeptDeparture } from '#domain/access/kept-scenario.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { Button } from '#web/ui/button.tsx';
import { SelectField } from '#web/ui/text-field.tsx';
import type { Bench, Changes } from './scenario-bench.ts';
import type { ScenarioSpace } from './scenario-data.ts';
import { DepartureForm } from './scenario-departure-form.tsx';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { SeeResult } from './scenario-see.tsx';

const YEARS = 10;
const WORST = 5;

export function ScenarioDepartures(props: { bench: Bench; space: ScenarioSpace }) {
  const { text, api, format, nowMs } = usePage();
  const words = text.scenario.kept.departures;
  const path = `${workspaceApi(props.space.id)}/departures`;
  const thisYear = Number(localMoment(nowMs).date.slice(0, 4));
  const [told, setTold] = createSignal<readonly KeptDeparture[]>([]);
  const [year, setYear] = createSignal(String(thisYear + 5));
  const [leaving, setLeaving] = createSignal<{ model: DeskModel; result: TriedResult } | null>(
    null,
  );
  const [said, setSaid] = createSignal('');
  const [applied, setApplied] = createSignal('');
  let title: HTMLElement | undefined;
  onMount(() => void api.get<KeptDeparture[]>(path).then(show, () => setSaid(words.failed)));

  function show(all: readonly KeptDeparture[]): void {
    setTold(all);
    void reckon();
  }
  const found = createMemo(() => {
    const model = props.bench.model();
    return model === null ? null : { model, ...departureChanges(model, told(), Number(year())) };
  });
  createEffect(() => {
    const model = props.bench.model();
    const noted = model === null ? [] : departureChanges(model, told(), Infinity).changes;
    props.bench.setNotedSites(new Set(noted.map(({ site }) => site)));
  });
  /** The share is of the departures alone, whatever else is tried. */
  async function reckon(): Promise<void> {
    const of = found();
    if (of === null || of.changes.length === 0) return void setLeaving(null);
    const result = await props.bench.ask({ ask: 'try', changes: of.changes });
    if (of === found()) setLeaving({ model: of.model, result });
  }
  /** Those the scenario does not hold yet: pressed twice, nobody leaves twice. */
  const missing = (): Changes => {
    const held = props.bench.changes().map((change) => JSON.stringify(change));
    return (found()?.changes ?? []).filter((change) => {
      const at = held.indexOf(JSON.stringify(change));
      if (at >= 0) held.splice(at, 1);
      return at < 0;
    });
  };
  async function remove(each: KeptDeparture): Promise<void> {
    const { status } = await api.call('DELETE', `${path}/${encodeURIComponent(each.entryId)}`, {
      etag: each.etag,
    });
    setSaid(status === 204 ? words.removed : words.failed);
    show(await api.get<KeptDeparture[]>(path));
    // The button that was pressed is gone.
    title?.focus();
  }
  async function refresh(): Promise<void> {
    setSaid(words.stale);
    show(await api.get<KeptDeparture[]>(path));
  }
  const shares = createMemo(() => {
    const of = leaving();
    if (of === null) return null;
    const { model, result } = of;
    const byPlace = leavingShares(result.before, result.after);
    const worst = model.places
      .flatMap(({ name, isInside }, place) => {
        const share = byPlace[place] ?? null;
        return isInside && share !== null && share > 0 ? [{ name, share }] : [];
      })
      .toSorted((a, b) => b.share - a.share || a.name.localeCompare(b.name, 'fr'))
      .slice(0, WORST);
    const { before, after } = result.sides;
    return { whole: before.mean > 0 ? (before.mean - after.mean) / before.mean : 0, worst };
  });

  return (
    <section aria-labelledby="departs" class="no-print">
      <h2 id="departs" tabindex="-1" ref={(heading) => (title = heading)}>
        {words.title}
      </h2>
      <p class="soft">{words.lead}</p>
      <ul class="scenario-list">
        <For each={told()} fallback={<li>{words.none}</li>}>
          {(each) => (
            <li>
              <span>
                <strong>{each.entryName ?? words.gone}</strong>
                <Show when={each.communeName}>{(commune) => <>, {commune()}</>}</Show>
                {' : '}
                {format.factDate(each.leavesOn)}
                <Show when={each.note}>{(note) => <span class="soft"> ({note()})</span>}</Show>
              </span>
              <Button
                look="plain"
                icon="close"
                label={words.removeOf(each.entryName ?? words.gone)}
                onClick={() => void remove(each).catch(() => setSaid(words.failed))}
              >
                {words.remove}
              </Button>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.bench.model()}>
        {(model) => (
          <DepartureForm
            model={model()}
            told={told()}
            path={path}
            onNoted={(all, name) => {
              setSaid(words.noted(name));
              show(all);
            }}
            onFailed={() => setSaid(words.failed)}
            onStale={() => void refresh().catch(() => setSaid(words.failed))}
          />
        )}
      </Show>
      <p role="status">{said()}</p>
      <Show when={told().length > 0}>
        <p class="soft">{words.caution}</p>
        <div class="scenario-save">
          <SelectField
            label={words.year}
            name="annee-departs"
            value={year()}
            options={Array.from({ length: YEARS + 1 }, (_, i) => String(thisYear + i)).map(
              (value) => ({ value, label: value }),
            )}
            onInput={(value) => {
              setYear(value);
              void reckon();
            }}
          />
          <Button
            disabled={missing().length === 0}
            onClick={() => {
              const changes = missing();
              props.bench.addAll(changes);
              setApplied(words.applied(changes.length));
            }}
          >
            {words.apply}
          </Button>
        </div>
        <p role="status">{applied()}</p>
        <Show when={(found()?.changes.length ?? 0) > 0 && missing().length === 0}>
          <p>
            {applied() === '' ? words.allTried : ''} <SeeResult />
          </p>
        </Show>
        <Show when={(found()?.elsewhere ?? 0) > 0}>
          <p class="soft">{words.elsewhere(found()?.elsewhere ?? 0)}</p>
        </Show>
        <Show when={shares()}>
          {(of) => (
            <>
              <p class="large">{words.share(format.number(Math.round(of().whole * 100)))}</p>
              <p class="field-label">{words.worst}</p>
              <ul>
                <For each={of().worst}>
                  {({ name, share }) => (
                    <li>
                      {name} : {words.percent(share)}
                    </li>
                  )}
                </For>
              </ul>
            </>
          )}
        </Show>
      </Show>
    </section>
  );
}

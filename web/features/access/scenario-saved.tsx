// Scenarios an organization keeps under a name: kept, opened again, replaced, thrown away.

import { createSignal, For, onMount, Show } from 'solid-js';
import { type KeptScenario, keptVintage, readKeptVintage } from '#domain/access/kept-scenario.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { Button } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { Bench } from './scenario-bench.ts';
import type { ScenarioSpace } from './scenario-data.ts';

export function ScenarioSaved(props: { bench: Bench; space: ScenarioSpace; territory: string }) {
  const { text, api, format } = usePage();
  const words = text.scenario.kept.save;
  const path = `${workspaceApi(props.space.id)}/scenarios`;
  const [kept, setKept] = createSignal<readonly KeptScenario[]>([]);
  const [name, setName] = createSignal('');
  const [isUnnamed, setUnnamed] = createSignal(false);
  const [said, setSaid] = createSignal('');
  /** The scenario whose removal is to be confirmed. */
  const [doomed, setDoomed] = createSignal<string | null>(null);
  // One key an attempt: sent again after a cut, it is kept once.
  let key = crypto.randomUUID();

  async function refresh(): Promise<void> {
    const all = await api.get<KeptScenario[]>(path);
    setKept(all.filter(({ territoryCode }) => territoryCode === props.territory));
  }
  onMount(() => void refresh().catch(() => setSaid(words.failed)));

  const bodyOf = (called: string) => {
    const model = props.bench.model();
    return {
      name: called,
      territoryCode: props.territory,
      changes: props.bench.changes(),
      vintage: model === null ? '' : keptVintage(model),
    };
  };
  const professionOf = (kept: KeptScenario) => readKeptVintage(kept).profession;
  /** Told of the profession shown alone: another one rests on other data. */
  const isAged = (kept: KeptScenario): boolean => {
    const model = props.bench.model();
    const { profession, fingerprint } = readKeptVintage(kept);
    return profession === model?.profession && fingerprint !== model?.fingerprint;
  };

  async function run(
    method: 'POST' | 'PUT' | 'DELETE',
    to: string,
    options: { body?: unknown; etag?: string; key?: string },
    done: string,
  ): Promise<boolean> {
    try {
      const { status } = await api.call(method, to, options);
      const isDone = status >= 200 && status < 300;
      setSaid(isDone ? done : status === 412 || status === 404 ? words.stale : words.failed);
      if (isDone || status === 412 || status === 404) await refresh();
      return isDone;
    } catch {
      setSaid(words.failed);
      return false;
    }
  }

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const called = name().trim();
    setUnnamed(called === '');
    if (called === '') return;
    if (await run('POST', path, { body: bodyOf(called), key }, words.saved(called))) {
      key = crypto.randomUUID();
      setName('');
    }
  }

  return (
    <section aria-labelledby="gardes" class="no-print">
      <h2 id="gardes">{words.title}</h2>
      <form class="scenario-save" onSubmit={(event) => void save(event)} novalidate>
        <TextField
          label={words.name}
          name="nom-scenario"
          maxLength={120}
          value={name()}
          error={isUnnamed() ? words.noName : undefined}
          onInput={setName}
        />
        <Button type="submit">{words.save(props.bench.shown() + 1)}</Button>
      </form>
      <p role="status">{said()}</p>
      <ul class="scenario-list scenario-kept">
        <For each={kept()} fallback={<li>{words.none}</li>}>
          {(each) => (
            <li>
              <p>
                <strong>{each.name}</strong>
                <span class="soft">
                  {' '}
                  <Show when={professionOf(each)}>
                    {(profession) => <>{text.scenario.professions[profession()]}, </>}
                  </Show>
                  {words.changes(each.changes.length)},{' '}
                  {words.changed(format.factDate(each.updatedAt.slice(0, 10)))}
                </span>
                <Show when={isAged(each)}>
                  <span class="scenario-aged">{text.scenario.kept.otherData}</span>
                </Show>
              </p>
              <div class="actions">
                <For each={[0, 1]}>
                  {(index) => (
                    <Button
                      look="plain"
                      label={words.openOf(each.name, index + 1)}
                      onClick={() => props.bench.put(index, each.changes, professionOf(each))}
                    >
                      {words.openAs(index + 1)}
                    </Button>
                  )}
                </For>
                <Button
                  look="plain"
                  label={words.rewriteOf(each.name)}
                  onClick={() =>
                    void run(
                      'PUT',
                      `${path}/${each.id}`,
                      { body: bodyOf(each.name), etag: each.etag },
                      words.saved(each.name),
                    )
                  }
                >
                  {words.rewrite}
                </Button>
                <Show
                  when={doomed() === each.id}
                  fallback={
                    <Button
                      look="plain"
                      label={words.removeOf(each.name)}
                      onClick={() => setDoomed(each.id)}
                    >
                      {words.remove}
                    </Button>
                  }
                >
                  <Button
                    look="quiet"
                    icon="warning"
                    onClick={() =>
                      void run(
                        'DELETE',
                        `${path}/${each.id}`,
                        { etag: each.etag },
                        words.removed(each.name),
                      )
                    }
                  >
                    {words.sure}
                  </Button>
                </Show>
              </div>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

// Departures announced to a coordination: which share of care goes with them, in all and by commune. Private.

import './desk.css';
import { type Accessor, createSignal, For, Match, onMount, Show, Switch } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import { SelectField } from '#web/ui/text-field.tsx';
import { type Leaving, leavingPath, leavingRows, YEARS_AHEAD } from './desk-leaving-model.ts';

export type LeavingState = {
  /** Null: it could not come. */
  leaving: Accessor<Leaving | null>;
  hasFailed: Accessor<boolean>;
  pick: (year: string) => void;
};

export function createLeaving(
  first: Leaving | null,
  workspaceId: string,
  territory: string,
): LeavingState {
  const { api } = usePage();
  const [leaving, setLeaving] = createSignal(first);
  const [hasFailed, setHasFailed] = createSignal(false);
  let asked = '';
  async function pick(year: string): Promise<void> {
    asked = year;
    try {
      const found = await api.get<Leaving>(leavingPath(workspaceId, territory, year));
      if (asked !== year) return;
      setLeaving(found);
      setHasFailed(false);
    } catch {
      if (asked === year) setHasFailed(true);
    }
  }
  return { leaving, hasFailed, pick: (year) => void pick(year) };
}

/** Lines shown before all are asked for. */
const FEW = 8;

export function DeskLeaving(props: { state: LeavingState; territory: string; action: string }) {
  const { text, link, format, nowMs, dataLang } = usePage();
  const words = text.access.desk.leaving;
  const thisYear = Number(localMoment(nowMs).date.slice(0, 4));
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, i) => String(thisYear + i));
  const [folded, setFolded] = createSignal(false);
  onMount(() => setFolded(true));
  return (
    <section class="desk-leaving" aria-labelledby="departs-annonces">
      <h2 id="departs-annonces">{words.title}</h2>
      <Show when={props.state.leaving()} fallback={<p>{words.computing}</p>}>
        {(leaving) => (
          <>
            <form
              class="leaving-pick no-print"
              method="get"
              action={`${props.action}#departs-annonces`}
            >
              <input type="hidden" name="territoire" value={props.territory} />
              <SelectField
                label={words.until}
                name="annee"
                value={String(leaving().year)}
                options={years.map((value) => ({ value, label: value }))}
                onInput={props.state.pick}
              />
              <Button type="submit" class="observatory-submit">
                {words.submit}
              </Button>
            </form>
            <Show when={props.state.hasFailed()}>
              <p class="field-error" role="alert">
                {words.failed}
              </p>
            </Show>
            <div role="status">
              <Said leaving={leaving()} />
            </div>
            <Show when={leaving().counted > 0}>
              <Table leaving={leaving()} />
            </Show>
            <p class="soft">{words.private}</p>
          </>
        )}
      </Show>
      <div class="actions no-print">
        <LinkButton
          icon="edit"
          href={link(withQuery('/observatoire/scenario', { territoire: props.territory }))}
        >
          {words.note}
        </LinkButton>
      </div>
    </section>
  );

  function Said(shown: { leaving: Leaving }) {
    return (
      <>
        <Switch>
          <Match when={shown.leaving.noted === 0}>
            <p class="large">{words.nobody(shown.leaving.year)}</p>
          </Match>
          <Match when={shown.leaving.counted > 0 && shown.leaving.whole.state === 'suppressed'}>
            <p class="large">{words.hidden}</p>
          </Match>
          <Match when={shown.leaving.counted > 0}>
            <p class="large">{words.whole(shown.leaving.whole.value ?? 0, shown.leaving.year)}</p>
          </Match>
        </Switch>
        <Show when={shown.leaving.counted > 0 && shown.leaving.notedAt}>
          {(notedAt) => (
            <p>{words.counted(shown.leaving.counted, format.factDate(notedAt().slice(0, 10)))}</p>
          )}
        </Show>
        <Show when={shown.leaving.elsewhere > 0}>
          <p>{words.elsewhere(shown.leaving.elsewhere)}</p>
        </Show>
      </>
    );
  }

  function Table(shown: { leaving: Leaving }) {
    const rows = () => leavingRows(shown.leaving);
    return (
      <Show when={rows().length > 0} fallback={<p>{words.none}</p>}>
        <ScrollRegion class="leaving-scroll" label={words.caption}>
          <table class="leaving-table" classList={{ 'is-folded': folded() }}>
            <caption class="visually-hidden">{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.commune}</th>
                <th scope="col">{words.columns.share}</th>
                <th scope="col">{words.columns.people}</th>
              </tr>
            </thead>
            <tbody>
              <For each={rows()}>
                {({ name, value, state, population }) => (
                  <tr>
                    <th scope="row" lang={dataLang}>
                      {name}
                    </th>
                    <td>
                      {state === 'value' && value !== null ? (
                        <strong>{words.percent(value)}</strong>
                      ) : (
                        <span class="soft">{state === 'value' ? '' : words.states[state]}</span>
                      )}
                    </td>
                    <td>{format.number(population)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </ScrollRegion>
        <Show when={rows().length > FEW}>
          <Button
            look="quiet"
            class="leaving-more needs-script no-print"
            expanded={!folded()}
            onClick={() => setFolded(!folded())}
          >
            {folded() ? words.more(rows().length) : words.less}
          </Button>
        </Show>
      </Show>
    );
  }
}

/** In the sheet of a commune, for who is signed in. */
export function LeavingHere(props: { leaving: Leaving | null; insee: string }) {
  const { text } = usePage();
  const words = text.access.desk.leaving;
  const said = (): string | null => {
    const { leaving } = props;
    if (leaving === null || leaving.counted === 0) return null;
    const share = leaving.communes.find(({ insee }) => insee === props.insee);
    if (share?.state === 'suppressed') return words.hereHidden;
    if (share?.state !== 'value' || share.value === null) return null;
    return share.value === 0 ? words.hereNone(leaving.year) : words.here(share.value, leaving.year);
  };
  return (
    <Show when={said()}>
      {(sentence) => (
        <p class="leaving-here">
          {sentence()} <span class="soft">({words.mine})</span>
        </p>
      )}
    </Show>
  );
}

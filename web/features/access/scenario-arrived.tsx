// What came by the address: broken, of another territory, on older data, or the same figures.

import { Match, Show, Switch } from 'solid-js';
import { changedSources } from '#domain/access/scenario-link.ts';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import type { Bench } from './scenario-bench.ts';
import type { ScenarioPageData } from './scenario-data.ts';

export function ScenarioArrived(props: { bench: Bench; data: ScenarioPageData }) {
  const { text, link } = usePage();
  const words = text.scenario.kept;
  const arrived = () => props.bench.arrived();
  /** The territory a link speaks of, when it is not this one. */
  const elsewhere = () => {
    const came = arrived();
    return came.kind === 'elsewhere' ? came.territory : null;
  };
  const nameOf = (code: string): string =>
    props.data.territories.find((each) => each.code === code)?.name ?? code;
  /** As it came, before anything is tried here. */
  const linkHash = import.meta.env.SSR ? '' : location.hash;
  const sources = () => {
    const [came, model] = [arrived(), props.bench.model()];
    return came.kind === 'read' && model !== null ? changedSources(came.scenario, model) : [];
  };
  return (
    <Switch>
      <Match when={arrived().kind === 'broken'}>
        <Notice tone="warn" role="alert">
          <p>{words.broken}</p>
        </Notice>
      </Match>
      <Match when={elsewhere()} keyed>
        {(code) => (
          <Notice tone="warn" role="alert">
            <p>{words.elsewhere(nameOf(code))}</p>
            <LinkButton
              href={`${link(withQuery(props.data.path, { territoire: code }))}${linkHash}`}
            >
              {words.goThere(nameOf(code))}
            </LinkButton>
          </Notice>
        )}
      </Match>
      <Match
        when={
          arrived().kind === 'read' && props.bench.model() !== null && !props.bench.isSameData()
        }
      >
        <Notice tone="warn" role="alert">
          <p>{words.otherData}</p>
          <Show when={sources().length > 0}>
            <p>{words.otherSources(sources().map((id) => words.sources[id] ?? id))}</p>
          </Show>
        </Notice>
      </Match>
      <Match
        when={arrived().kind === 'read' && props.bench.model() !== null && !props.bench.isTouched()}
      >
        <p class="soft scenario-same">{words.sameData}</p>
      </Match>
    </Switch>
  );
}

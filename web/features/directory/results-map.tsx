// The map of the answers: asked for on a phone, after the first view on a desk; never in the way.

import { type Component, createSignal, onMount, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { withQuery } from '#web/lib/api.ts';
import { wantsLessData, whenIdle } from '#web/lib/less-data.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { MapLegendProps } from '#web/map/map-legend.tsx';
import type { MapPanelProps } from '#web/map/map-panel.tsx';
import { Button } from '#web/ui/button.tsx';
import { travelQuery } from './need-search.ts';
import type { AnswerData } from './results-data.ts';

export type ResultsMapProps = {
  data: AnswerData;
  selectedId: string | null;
  onSelect: (id: string | null) => void;
};

const DESK = '(min-width: 72rem)';

export function ResultsMap(props: ResultsMapProps) {
  const { text, link, site, baseMap } = usePage();
  let aside: HTMLElement | undefined;
  const [Panel, setPanel] = createSignal<Component<MapPanelProps> | null>(null);
  const [open, setOpen] = createSignal(false);
  const [onDesk, setOnDesk] = createSignal(false);
  const [chosenId, setChosenId] = createSignal<string | null>(null);

  async function show() {
    setOpen(true);
    const module = await import('#web/map/map-panel.tsx');
    setPanel(() => module.MapPanel);
    if (!onDesk()) aside?.scrollIntoView({ block: 'start' });
  }

  /** Back to the card chosen on the map, or to the button that opened it. */
  function hide() {
    setOpen(false);
    setPanel(null);
    const chosen = chosenId();
    const card = chosen === null ? null : document.getElementById(`reponse-${chosen}`);
    card?.scrollIntoView({ block: 'start' });
    (card?.querySelector('a') ?? aside?.querySelector('button'))?.focus({ preventScroll: true });
  }

  onMount(() => {
    setOnDesk(matchMedia(DESK).matches);
    if (!matchMedia(DESK).matches || wantsLessData()) return;
    whenIdle(() => void show());
  });

  const entries = () =>
    props.data.cards.flatMap((card) =>
      card.point === null
        ? []
        : [
            {
              id: card.id,
              name: card.name,
              category: card.category,
              point: card.point,
              approximate: card.approximate,
            },
          ],
    );

  const travel = () => travelQuery(props.data.search);
  const legend = (): MapLegendProps => {
    const { title, cluster, other, approximate } = text.map.legend;
    const rough = props.data.cards.some((card) => card.approximate);
    return {
      title,
      categories: [...new Set(entries().map((entry) => entry.category))],
      words: text.codes.categories,
      extra: { cluster, other, ...(rough ? { approximate } : {}) },
    };
  };

  return (
    <aside
      ref={aside}
      class="results-map needs-script no-print"
      classList={{ 'is-open': open() }}
      aria-label={text.results.mapTitle}
    >
      <Show
        when={Panel()}
        fallback={
          <div class="map-wait">
            <Button look="quiet" icon="map" onClick={() => void show()} disabled={open()}>
              {open() ? text.results.mapLoading : text.results.showMap}
            </Button>
          </div>
        }
      >
        {(panel) => (
          <Dynamic
            component={panel()}
            labels={text.map}
            shapesUrl={`/api/territories/${site?.territoryCode ?? ''}/shapes`}
            tilesUrl={withQuery('/api/directory/tiles/{z}/{x}/{y}', {
              need: props.data.search.need,
            })
              .replaceAll('%7B', '{')
              .replaceAll('%7D', '}')}
            baseMap={baseMap}
            entries={entries()}
            entryHref={(id) => link(withQuery(`/fiche/${encodeURIComponent(id)}`, travel()))}
            legend={legend()}
            places={[
              { name: props.data.placeName, point: props.data.placePoint, role: 'start' as const },
            ]}
            selectedId={chosenId()}
            hoveredId={props.selectedId}
            onHover={props.onSelect}
            onSelect={(id) => {
              setChosenId(id);
              props.onSelect(id);
              if (id !== null) bringToView(id);
            }}
            {...(onDesk() ? {} : { onBackToList: hide })}
          />
        )}
      </Show>
    </aside>
  );
}

function bringToView(entryId: string) {
  const card = document.getElementById(`reponse-${entryId}`);
  if (!matchMedia(DESK).matches) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  card?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
}

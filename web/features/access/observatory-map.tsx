// The map of the observatory: fetched once the page is quiet, or when it is asked for on a slow network.

import { type Component, createEffect, createSignal, onMount, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { wantsLessData, whenIdle } from '#web/lib/less-data.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { ValueMapProps } from '#web/map/value-map.tsx';
import { Button } from '#web/ui/button.tsx';
import { type AccessPlace, type AccessTiles, accessApi, type Indicator } from './access-data.ts';
import { type DemandedCommune, dotPixels } from './desk-demand-model.ts';
import { type RankedPlace, tiedWithWorst, worstPlaces } from './rank-places.ts';
import { sayPlace } from './say-value.ts';
import { cellOf, colourOf, type ValueClass } from './value-classes.ts';

export type ObservatoryMapProps = {
  territory: string;
  indicator: Indicator;
  classes: readonly ValueClass[];
  places: readonly AccessPlace[];
  ranked: readonly RankedPlace[];
  /** Drawn as circles; none on the public page. */
  searches: readonly DemandedCommune[];
  /** Squares of 200 m are known. */
  hasTiles: boolean;
  selected: string | null;
  onSelect: (insee: string | null) => void;
};

export function ObservatoryMap(props: ObservatoryMapProps) {
  const { text, baseMap, api } = usePage();
  const words = text.access;
  const [Panel, setPanel] = createSignal<Component<ValueMapProps> | null>(null);
  const [isComing, setIsComing] = createSignal(false);

  async function show(): Promise<void> {
    setIsComing(true);
    const module = await import('#web/map/value-map.tsx');
    setPanel(() => module.ValueMap);
  }
  onMount(() => {
    if (!wantsLessData()) whenIdle(() => void show());
  });

  const [isClose, setIsClose] = createSignal(false);
  const [squares, setSquares] = createSignal<{ id: string } & AccessTiles>();
  // Not a resource: the page waits for those, and would put the map away meanwhile.
  createEffect(() => {
    const { id } = props.indicator;
    if (!isClose() || !props.hasTiles) return;
    const path = accessApi(props.territory, `/tiles?indicator=${id}`);
    // The communes are drawn without them.
    const found = api.get<AccessTiles>(path).catch((): AccessTiles => ({ tiles: [] }));
    void found.then(({ tiles }) => {
      if (props.indicator.id === id) setSquares({ id, tiles });
    });
  });
  const tiles = () => {
    const found = squares();
    if (found === undefined || found.id !== props.indicator.id) return [];
    return found.tiles.flatMap((tile) => {
      const colour = colourOf(props.classes, tile);
      return colour === null ? [] : [{ point: tile.point, colour }];
    });
  };

  const cells = () => props.places.map((place) => cellOf(props.classes, place));
  const marks = () =>
    worstPlaces(props.ranked).map((place, index) => ({
      insee: place.insee,
      text: String(index + 1),
      label: words.map.mark(index + 1, place.name, sayPlace(words, props.indicator, place)),
    }));
  const dots = () => {
    const most = Math.max(...props.searches.map(({ count }) => count));
    const marked = new Set(marks().map(({ insee }) => insee));
    return props.searches.map(({ insee, name, count }) => ({
      insee,
      text: String(count),
      label: words.desk.layer.dot(name, count),
      pixels: dotPixels(count, most),
      isBeside: marked.has(insee),
    }));
  };
  const tied = () => tiedWithWorst(props.ranked, props.indicator.direction);
  const reading = (insee: string): string => {
    const place = props.places.find((each) => each.insee === insee);
    if (place === undefined) return '';
    const said = sayPlace(words, props.indicator, place);
    return words.map.reading(place.name, said, place.population);
  };

  return (
    <div class="observatory-map needs-script no-print">
      <Show
        when={Panel()}
        fallback={
          <div class="map-wait">
            <Button look="quiet" icon="map" disabled={isComing()} onClick={() => void show()}>
              {isComing() ? words.map.loading : words.map.show}
            </Button>
          </div>
        }
      >
        {(panel) => (
          <Dynamic
            component={panel()}
            labels={text.map}
            title={words.map.title(words.indicators[props.indicator.id].short)}
            shapesUrl={`/api/territories/${encodeURIComponent(props.territory)}/shapes`}
            baseMap={baseMap}
            cells={cells()}
            marks={marks()}
            dots={dots()}
            tiles={tiles()}
            onCloser={() => setIsClose(true)}
            selected={props.selected}
            onSelect={props.onSelect}
            reading={reading}
          />
        )}
      </Show>
      <p class="soft">
        {words.map.worst}
        <Show when={tied()}>
          {(equal) => (
            <> {words.rank.tied(equal().count, sayPlace(words, props.indicator, equal().place))}</>
          )}
        </Show>{' '}
        {words.map.press}
      </p>
    </div>
  );
}

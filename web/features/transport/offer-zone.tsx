// Where an offer applies: in words, as a list of communes, and on a map when asked for.

import { createSignal, For, lazy, Show, Suspense } from 'solid-js';
import { Named } from '#web/lib/named.tsx';
import { whereWords } from '#web/lib/offer-words.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { MapPlace } from '#web/map/map-types.ts';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { type OfferData, offerInsees } from './offer-data.ts';
import { placeNames } from './offer-names.ts';
import { Section } from './offer-section.tsx';

const MapPanel = lazy(() =>
  import('#web/map/map-panel.tsx').then((module) => ({ default: module.MapPanel })),
);

export function OfferZone(props: { data: OfferData }) {
  const { text, baseMap, dataLang } = usePage();
  const words = text.transport;
  const [open, setOpen] = createSignal(false);
  const offer = () => props.data.offer;
  const insees = () => offerInsees(offer());
  const points = () =>
    offer().patterns.flatMap((pattern) =>
      [pattern.origin, pattern.destination].flatMap((area) =>
        area?.kind === 'points' ? area.points : [],
      ),
    );
  const places = (): MapPlace[] => [
    ...points().map(({ name, point }) => ({ name, point, role: 'change' as const })),
    ...offer().places.flatMap(({ name, point }) =>
      point === null ? [] : [{ name, point, role: 'change' as const }],
    ),
  ];
  return (
    <Section id="offer-zone" title={words.zone}>
      <p>
        <Named said={whereWords(offer(), text)} names={placeNames(offer())} />
      </p>
      <Show when={points().length > 0}>
        <h3>{words.zonePoints}</h3>
        <ul>
          <For each={[...new Set(points().map((point) => point.name))]}>
            {(name) => <li lang={dataLang}>{name}</li>}
          </For>
        </ul>
      </Show>
      <Show when={props.data.communes.length > 0}>
        <Disclosure
          summary={`${words.zoneList} (${words.zoneCommunes(props.data.communes.length)})`}
        >
          <ul class="offer-communes">
            <For each={props.data.communes}>{(name) => <li lang={dataLang}>{name}</li>}</For>
          </ul>
        </Disclosure>
      </Show>
      <Show when={(insees().length > 0 || places().length > 0) && props.data.territoryCode}>
        {(code) => (
          <div class="offer-map no-print">
            <Button
              look="plain"
              icon="map"
              class="needs-script"
              expanded={open()}
              onClick={() => setOpen(!open())}
            >
              {open() ? text.journey.hideMap : words.zoneMap}
            </Button>
            <Show when={open()}>
              <Suspense fallback={<Skeleton label={text.map.loading} lines={4} />}>
                <MapPanel
                  labels={{ ...text.map, title: `${words.zone} : ${offer().name}` }}
                  shapesUrl={`/api/territories/${code()}/shapes`}
                  baseMap={baseMap}
                  area={insees()}
                  places={places()}
                  legend={{
                    title: text.map.legend.title,
                    categories: [],
                    words: text.codes.categories,
                    extra: { area: text.map.legend.area },
                  }}
                />
              </Suspense>
            </Show>
          </div>
        )}
      </Show>
    </Section>
  );
}

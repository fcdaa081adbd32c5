// The trip on a map, when asked for: the map and its library load only then.

import { createSignal, lazy, Show, Suspense } from 'solid-js';
import { tripsOf } from '#domain/journey/hire-trips.ts';
import type { JourneyOption } from '#domain/journey/journey.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { MapLeg, MapPlace } from '#web/map/map-types.ts';
import { Button } from '#web/ui/button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';

const MapPanel = lazy(() =>
  import('#web/map/map-panel.tsx').then((module) => ({ default: module.MapPanel })),
);

export type TripMapProps = { option: JourneyOption; fromName: string; toName: string };

export function TripMap(props: TripMapProps) {
  const { text, site, baseMap } = usePage();
  const [open, setOpen] = createSignal(false);
  return (
    <Show when={site}>
      {(known) => (
        <div class="trip-map no-print">
          <Button
            look="plain"
            icon="map"
            class="needs-script"
            expanded={open()}
            onClick={() => setOpen(!open())}
          >
            {open() ? text.journey.hideMap : text.journey.seeMap}
          </Button>
          <Show when={open()}>
            <Suspense fallback={<Skeleton label={text.map.loading} lines={4} />}>
              <MapPanel
                labels={{ ...text.map, title: text.journey.forWhom(props.fromName, props.toName) }}
                shapesUrl={`/api/territories/${known().territoryCode}/shapes`}
                baseMap={baseMap}
                legs={legsOf(props.option)}
                places={placesOf(props.option)}
                legend={{
                  title: text.map.legend.title,
                  categories: [],
                  words: text.codes.categories,
                  modes: [...new Set(legsOf(props.option).map((leg) => leg.mode))],
                  modeWords: text.map.legend.modes,
                }}
              />
            </Suspense>
          </Show>
        </div>
      )}
    </Show>
  );
}

function legsOf(option: JourneyOption): MapLeg[] {
  return tripsOf(option).flatMap((trip) =>
    trip.legs.map((leg) => ({ mode: leg.mode, path: leg.path })),
  );
}

/** Home, the place of care, and where one changes on the way there, or fetches a vehicle before. */
function placesOf(option: JourneyOption): MapPlace[] {
  const { legs } = option.outbound;
  const [toVehicle] = option.hire?.fetch?.legs ?? [];
  const vehicle: MapPlace[] = toVehicle
    ? [{ name: toVehicle.to.name, point: toVehicle.to.point, role: 'change' }]
    : [];
  const onTheWay = legs.flatMap((leg, index): MapPlace[] => {
    const places: MapPlace[] = [];
    if (index === 0) places.push({ name: leg.from.name, point: leg.from.point, role: 'start' });
    const isLast = index === legs.length - 1;
    places.push({ name: leg.to.name, point: leg.to.point, role: isLast ? 'end' : 'change' });
    return places;
  });
  return [...onTheWay, ...vehicle];
}

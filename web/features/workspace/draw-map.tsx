// The map one draws on, fetched when it is asked for.

import { lazy, Suspense } from 'solid-js';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { MapPlace } from '#web/map/map-types.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';

const DrawPanel = lazy(() =>
  import('#web/map/draw-panel.tsx').then((module) => ({ default: module.DrawPanel })),
);

export type DrawMapProps = {
  territoryCode: string;
  purpose: 'drawings' | 'places';
  area?: readonly Insee[];
  drawings?: readonly (readonly LonLat[])[];
  places?: readonly MapPlace[];
  onDrawn?: (corners: readonly LonLat[]) => void;
  onMoved?: (index: number, corners: readonly LonLat[]) => void;
  onPick?: (point: LonLat) => void;
};

export function DrawMap(props: DrawMapProps) {
  const { text, baseMap } = usePage();
  const words = text.editor.where.map;
  return (
    <Suspense fallback={<Skeleton label={text.map.loading} lines={4} />}>
      <DrawPanel
        labels={{ ...text.map, title: words.title }}
        words={words}
        shapesUrl={`/api/territories/${encodeURIComponent(props.territoryCode)}/shapes`}
        baseMap={baseMap}
        purpose={props.purpose}
        area={props.area ?? []}
        drawings={props.drawings ?? []}
        places={props.places ?? []}
        onDrawn={(corners) => props.onDrawn?.(corners)}
        onMoved={(index, corners) => props.onMoved?.(index, corners)}
        onPick={(point) => props.onPick?.(point)}
      />
    </Suspense>
  );
}

// What did the person press on the map: an entry, a group, nothing?

import type { GeoJSONSource, MapGeoJSONFeature, MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { LonLat } from '#domain/geo.ts';
import { PRESSABLE_LAYERS } from './entry-layers.ts';

/** A group that no zoom can part: its members, by id and name. */
export type SamePlace = readonly PressedEntry[];

/** An entry as the map knows it. */
export type PressedEntry = { id: string; name: string };

export type PressEvents = {
  /** Name and place come with an entry of the tiles, which the list may not hold. */
  onPress: (pressed: PressedEntry | null) => void;
  onHover: (id: string | null) => void;
  onSamePlace: (members: SamePlace) => void;
};

/** Finger and pointer are wider than a point. */
const REACH_PIXELS = 8;

export function watchPresses(map: MapLibreMap, events: PressEvents): void {
  let hovered: string | null = null;
  map.on('mousemove', (event) => {
    const feature = featureAt(map, event);
    map.getCanvas().style.cursor = feature === null ? '' : 'pointer';
    const id = feature === null ? null : idOf(feature);
    if (id === hovered) return;
    hovered = id;
    events.onHover(id);
  });
  map.on('mouseout', () => {
    if (hovered === null) return;
    hovered = null;
    events.onHover(null);
  });
  map.on('click', (event) => {
    const feature = featureAt(map, event);
    const id = feature === null ? null : idOf(feature);
    if (feature === null) events.onPress(null);
    else if (id !== null) events.onPress({ id, name: String(feature.properties['name']) });
    else void openGroup(map, feature, events.onSamePlace);
  });
}

function featureAt(map: MapLibreMap, event: MapMouseEvent): MapGeoJSONFeature | null {
  const layers = PRESSABLE_LAYERS.filter((layer) => map.getLayer(layer) !== undefined);
  const { x, y } = event.point;
  const [feature] = map.queryRenderedFeatures(
    [
      [x - REACH_PIXELS, y - REACH_PIXELS],
      [x + REACH_PIXELS, y + REACH_PIXELS],
    ],
    { layers },
  );
  return feature ?? null;
}

function idOf(feature: MapGeoJSONFeature): string | null {
  const { id } = feature.properties;
  return typeof id === 'string' ? id : null;
}

/** Zooms into a group, or names its members when they stand at the same place. */
async function openGroup(
  map: MapLibreMap,
  feature: MapGeoJSONFeature,
  onSamePlace: PressEvents['onSamePlace'],
): Promise<void> {
  if (feature.geometry.type !== 'Point') return;
  const center = feature.geometry.coordinates as unknown as LonLat;
  const group = await membersOf(map, feature);
  if (group.zoom > map.getMaxZoom() && group.members.length > 0) {
    onSamePlace(group.members);
    return;
  }
  const zoom = Math.min(group.zoom, map.getMaxZoom());
  map.easeTo({ center: [...center], zoom }, { asked: true });
}

/** A group of a tile opens by two zooms; at the closest it lists its members. */
function tileGroup(
  map: MapLibreMap,
  properties: Readonly<Record<string, unknown>>,
): { zoom: number; members: SamePlace } {
  const names = String(properties['names'] ?? '').split('\n');
  const ids = String(properties['ids'] ?? '').split(' ');
  const closest = map.getZoom() >= map.getMaxZoom() - 0.5;
  return {
    zoom: closest ? map.getMaxZoom() + 1 : map.getZoom() + 2,
    members: ids.filter(Boolean).map((id, i) => ({ id, name: names[i] ?? id })),
  };
}

async function membersOf(
  map: MapLibreMap,
  { properties }: MapGeoJSONFeature,
): Promise<{ zoom: number; members: SamePlace }> {
  const clusterId: unknown = properties['cluster_id'];
  const source = map.getSource<GeoJSONSource>('entries');
  if (typeof clusterId !== 'number' || source === undefined) return tileGroup(map, properties);
  const zoom = await source.getClusterExpansionZoom(clusterId);
  const leaves = await source.getClusterLeaves(clusterId, 100, 0);
  return {
    zoom,
    members: leaves.map((leaf) => ({
      id: String(leaf.properties?.['id']),
      name: String(leaf.properties?.['name']),
    })),
  };
}

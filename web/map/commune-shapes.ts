// What does the map need to know of the communes: cells, names, outline, tones, extent?

import type { LonLat } from '#domain/geo.ts';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from './geo-json.ts';
import type { MapBounds, ShapeProperties } from './map-types.ts';

export type ShapesDocument = FeatureCollection<Polygon | MultiPolygon, ShapeProperties> & {
  shapeKind?: 'official' | 'schematic';
};

export type CommuneShapes = {
  schematic: boolean;
  /** Cells with `tone` 0 or 1. */
  cells: FeatureCollection<Polygon | MultiPolygon>;
  names: FeatureCollection;
  /** Lines between the territory and the rest. */
  outline: FeatureCollection;
  bounds: MapBounds | null;
  /** Commune whose name stands nearest. */
  nearest: (point: LonLat) => string | null;
  /** Where the name of a commune is written; null when it is not known. */
  pointOf: (insee: string) => LonLat | null;
  /** Outer line of some communes taken together. */
  outlineOf: (insees: ReadonlySet<string>) => FeatureCollection;
  /** Box around some communes; null when none is known. */
  boundsOf: (insees: readonly string[]) => MapBounds | null;
};

export function readCommuneShapes(document: ShapesDocument): CommuneShapes {
  const shapes = document.features;
  const tones = tonesOf(shapes);
  const pick = (insees: ReadonlySet<string>) =>
    shapes.filter((shape) => insees.has(shape.properties.insee));
  const labels = shapes.map((shape) => ({ shape, point: labelPoint(shape) }));
  return {
    schematic: document.shapeKind === 'schematic',
    cells: collection(
      shapes.map((shape) => ({
        ...shape,
        properties: { insee: shape.properties.insee, tone: tones(shape.properties) },
      })),
    ),
    names: collection(
      labels.map(({ shape: { properties }, point }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...point] },
        properties: { name: properties.name, population: properties.population },
      })),
    ),
    outline: outerLine(shapes),
    bounds: shapeBounds(shapes),
    nearest: (point) => nearestName(labels, point),
    pointOf: (insee) => labels.find(({ shape }) => shape.properties.insee === insee)?.point ?? null,
    outlineOf: (insees) => outerLine(pick(insees)),
    boundsOf: (insees) => shapeBounds(pick(new Set(insees))),
  };
}

/** Smallest box around points; null without any. */
export function boundsOf(points: readonly LonLat[]): MapBounds | null {
  const [first] = points;
  if (first === undefined) return null;
  let [west, south] = first;
  let [east, north] = first;
  for (const [lon, lat] of points) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

type Shape = Feature<Polygon | MultiPolygon, ShapeProperties>;

function collection<T extends Feature>(
  features: T[],
): { type: 'FeatureCollection'; features: T[] } {
  return { type: 'FeatureCollection', features };
}

function ringsOf(shape: Shape): Position[][] {
  const { geometry } = shape;
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function shapeBounds(shapes: readonly Shape[]): MapBounds | null {
  const corners = shapes.flatMap(ringsOf).flat();
  return boundsOf(corners.map(([lon = 0, lat = 0]): LonLat => [lon, lat]));
}

/**
 * Communities, in the order of their codes, take one tone then the other. Where they are not known,
 * each commune takes the tone fewer of its neighbours have.
 */
function tonesOf(shapes: readonly Shape[]): (properties: ShapeProperties) => number {
  const sirens = [...new Set(shapes.map((shape) => shape.properties.epciSiren ?? ''))].sort();
  if (sirens.length > 1) return (properties) => sirens.indexOf(properties.epciSiren ?? '') % 2;
  const neighbours = neighboursOf(shapes);
  const tones = new Map<string, number>();
  for (const { properties } of shapes) {
    const around = [...(neighbours.get(properties.insee) ?? [])].map((insee) => tones.get(insee));
    const ones = around.filter((tone) => tone === 1).length;
    const zeros = around.filter((tone) => tone === 0).length;
    tones.set(properties.insee, zeros > ones ? 1 : 0);
  }
  return (properties) => tones.get(properties.insee) ?? 0;
}

/** Communes that share a side. */
function neighboursOf(shapes: readonly Shape[]): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, string>();
  const neighbours = new Map(shapes.map(({ properties }) => [properties.insee, new Set<string>()]));
  for (const shape of shapes) {
    const { insee } = shape.properties;
    for (const { key } of sidesOf(shape)) {
      const other = owners.get(key);
      owners.set(key, insee);
      if (other === undefined || other === insee) continue;
      neighbours.get(insee)?.add(other);
      neighbours.get(other)?.add(insee);
    }
  }
  return neighbours;
}

type Side = { key: string; ends: Position[] };

function sidesOf(shape: Shape): Side[] {
  return ringsOf(shape).flatMap((ring) =>
    ring.slice(1).map((to, i) => {
      const ends = [ring[i] ?? to, to];
      return { key: ends.map(keyOf).sort().join(' '), ends };
    }),
  );
}

function labelPoint(shape: Shape): LonLat {
  if (shape.properties.label !== undefined) return shape.properties.label;
  const box = shapeBounds([shape]);
  return box === null ? [0, 0] : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

function nearestName(
  labels: readonly { shape: Shape; point: LonLat }[],
  [lon, lat]: LonLat,
): string | null {
  const flatten = Math.cos((lat * Math.PI) / 180);
  let best: { name: string; squared: number } | null = null;
  for (const { shape, point } of labels) {
    const squared = ((point[0] - lon) * flatten) ** 2 + (point[1] - lat) ** 2;
    if (best === null || squared < best.squared) best = { name: shape.properties.name, squared };
  }
  return best?.name ?? null;
}

/** Sides that only one of the shapes has: where cells touch, the same side is met twice. */
function outerLine(shapes: readonly Shape[]): FeatureCollection {
  const sides = new Map<string, Position[] | null>();
  for (const { key, ends } of shapes.flatMap(sidesOf)) sides.set(key, sides.has(key) ? null : ends);
  const coordinates = [...sides.values()].filter((side) => side !== null);
  return collection([
    { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates } },
  ]);
}

const keyOf = (position: Position): string => position.map((part) => part.toFixed(6)).join(',');

// Junctions and edges as they are found, then numbered so that neighbours are side by side.

import type { RoadGraph } from '#domain/journey/road-graph.ts';
import { hilbertOrder } from '#seeds/sources/osm/hilbert-order.ts';
import { bendsOf, lineMeters, type Points } from '#seeds/sources/osm/line-shape.ts';
import { NumberList } from '#seeds/sources/osm/number-list.ts';

export type Edges = Omit<RoadGraph, 'asOf' | 'junctionModes' | 'profileKmh' | 'profileFlags'>;

export class EdgeWriter {
  readonly #points: Points;
  readonly #lons = new NumberList(Int32Array);
  readonly #lats = new NumberList(Int32Array);
  readonly #froms = new NumberList(Uint32Array);
  readonly #tos = new NumberList(Uint32Array);
  readonly #meters = new NumberList(Float32Array);
  readonly #profiles = new NumberList(Uint16Array);
  readonly #shapeStarts = new NumberList(Uint32Array);
  readonly #shapePoints = new NumberList(Int32Array);

  constructor(points: Points) {
    this.#points = points;
  }

  /** Several junctions may stand on one node: the two sides of a barrier. */
  addJunction(node: number): number {
    this.#lons.push(this.#points.lons[node] ?? 0);
    this.#lats.push(this.#points.lats[node] ?? 0);
    return this.#lons.length - 1;
  }

  /** `line` goes from the node of one junction to that of the other, both included. */
  addEdge(from: number, to: number, profile: number, line: readonly number[]): void {
    this.#addEnds(from, to, profile, lineMeters(this.#points, line));
    for (const node of bendsOf(this.#points, line)) {
      this.#shapePoints.push(this.#points.lons[node] ?? 0);
      this.#shapePoints.push(this.#points.lats[node] ?? 0);
    }
  }

  /** The step across a barrier. */
  addStep(from: number, to: number, profile: number, meters: number): void {
    this.#addEnds(from, to, profile, meters);
  }

  #addEnds(from: number, to: number, profile: number, meters: number): void {
    this.#froms.push(from);
    this.#tos.push(to);
    this.#profiles.push(profile);
    this.#meters.push(meters);
    this.#shapeStarts.push(this.#shapePoints.length / 2);
  }

  finish(): Edges {
    const order = hilbertOrder({ lons: this.#lons.values(), lats: this.#lats.values() });
    const numbers = new Uint32Array(order.length);
    for (const [number, junction] of order.entries()) numbers[junction] = number;
    const froms = this.#froms.values().map((junction) => numbers[junction] ?? 0);
    const tos = this.#tos.values().map((junction) => numbers[junction] ?? 0);
    const byFrom = sortByValue(froms, order.length);
    return {
      junctionCount: order.length,
      edgeCount: froms.length,
      junctionLons: pick(this.#lons.values(), order, Int32Array),
      junctionLats: pick(this.#lats.values(), order, Int32Array),
      edgeFroms: pick(froms, byFrom, Uint32Array),
      edgeTos: pick(tos, byFrom, Uint32Array),
      edgeMeters: pick(this.#meters.values(), byFrom, Float32Array),
      edgeProfiles: pick(this.#profiles.values(), byFrom, Uint16Array),
      ...this.#shapesInOrder(byFrom),
    };
  }

  #shapesInOrder(order: Uint32Array): Pick<Edges, 'shapeStarts' | 'shapePoints'> {
    const points = this.#shapePoints.values();
    const starts = this.#shapeStarts.values();
    const shapeStarts = new Uint32Array(order.length + 1);
    const shapePoints = new Int32Array(points.length);
    let written = 0;
    for (const [position, edge] of order.entries()) {
      const [start = 0, end = points.length / 2] = [starts[edge], starts[edge + 1]];
      shapeStarts[position] = written;
      shapePoints.set(points.subarray(2 * start, 2 * end), 2 * written);
      written += end - start;
    }
    shapeStarts[order.length] = written;
    return { shapeStarts, shapePoints };
  }
}

/** Positions in order of value, equal values in the order given (counting sort). */
function sortByValue(values: Uint32Array, valueCount: number): Uint32Array {
  const next = new Uint32Array(valueCount + 1);
  for (const value of values) next[value + 1] = (next[value + 1] ?? 0) + 1;
  for (let value = 0; value < valueCount; value++) {
    next[value + 1] = (next[value + 1] ?? 0) + (next[value] ?? 0);
  }
  const order = new Uint32Array(values.length);
  for (const [position, value] of values.entries()) {
    const rank = next[value] ?? 0;
    next[value] = rank + 1;
    order[rank] = position;
  }
  return order;
}

type Numbers = Int32Array | Uint32Array | Float32Array | Uint16Array;

function pick<T extends Numbers>(
  values: T,
  order: Uint32Array,
  create: new (length: number) => T,
): T {
  const picked = new create(order.length);
  for (const [position, index] of order.entries()) picked[position] = values[index] ?? 0;
  return picked;
}

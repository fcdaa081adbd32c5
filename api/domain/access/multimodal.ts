// How is care shared between those who drive and those who cannot, on the days each can come?
//
// Multimodal 2SFCA, Mao and Nekorchuk 2013. People are split in layers: those with a car, those without on
// Monday, on Tuesday… Each layer has its own times and its part of the demand, and all draw on the same
// supply. Layers are laid one after the other as more places: place p of layer m is number
// m × placeCount + p, and every measure, scenario and draw of this folder takes them as they are. A site
// closed that day, or that nothing reaches then, has no pair in the layer. Demand × access over all layers
// is still the supply.

import { pairsFromRows, rowOf, type TravelPairs } from './travel-pairs.ts';

/** `demand` by place: its part of the people. Layers have the same places and the same sites. */
export type Layer = { pairs: TravelPairs; demand: Float64Array };

export function stackLayers(layers: readonly Layer[]): Layer {
  const first = layers[0];
  if (first === undefined) throw new RangeError('Layers: expected one at least, received none');
  const { placeCount, siteCount } = first.pairs;
  for (const [number, { pairs, demand }] of layers.entries()) {
    if (
      pairs.placeCount !== placeCount ||
      pairs.siteCount !== siteCount ||
      demand.length !== placeCount
    ) {
      throw new RangeError(
        `Layer ${number}: expected ${placeCount} places and ${siteCount} sites, received ${pairs.placeCount}, ${demand.length} in its demand, and ${pairs.siteCount} sites`,
      );
    }
  }
  const rows = Array.from({ length: siteCount }, (_, site) => {
    const parts = layers.map(({ pairs }) => rowOf(pairs, site));
    const places = parts.flatMap((part, layer) =>
      Array.from(part.places, (place) => layer * placeCount + place),
    );
    const tenths = parts.flatMap((part) => Array.from(part.tenths));
    return { places: Uint32Array.from(places), tenths: Uint16Array.from(tenths) };
  });
  const demand = new Float64Array(layers.length * placeCount);
  for (const [layer, each] of layers.entries()) demand.set(each.demand, layer * placeCount);
  return { pairs: pairsFromRows(layers.length * placeCount, rows), demand };
}

/** Values of one layer, not copied. */
export const layerOf = (values: Float64Array, layer: number, placeCount: number): Float64Array =>
  values.subarray(layer * placeCount, (layer + 1) * placeCount);

/** By place, the mean of some layers: of the days of those without a car, say. */
export function meanOfLayers(
  values: Float64Array,
  layers: readonly number[],
  placeCount: number,
): Float64Array {
  return new Float64Array(placeCount).map((_, place) => {
    const sum = layers.reduce((total, m) => total + (values[m * placeCount + place] ?? 0), 0);
    return sum / layers.length;
  });
}

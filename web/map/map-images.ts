// How do our drawn symbols become images of the map? As SVG text, no file to fetch.

import type { MapLibreMap } from 'maplibre-gl';
import { CATEGORIES } from '#domain/directory/directory.ts';
import { categorySymbolSvg } from '#web/ui/category-symbol.ts';
import { MAP_PALETTES } from './map-palette.ts';
import type { MapTheme } from './map-types.ts';

/** The symbol's 28 px and its halo. */
const SYMBOL_BOX_PIXELS = 34;

/** Drawn larger than shown: chosen symbols grow, and fine screens stay sharp. */
const PIXEL_RATIO = 4;

/** Adds one image a category, named by it. */
export async function addCategoryImages(map: MapLibreMap, theme: MapTheme): Promise<void> {
  await Promise.all(
    CATEGORIES.map(async (category) => {
      const svg = categorySymbolSvg(category, {
        theme,
        halo: MAP_PALETTES[theme].halo,
        pixels: SYMBOL_BOX_PIXELS * PIXEL_RATIO,
      });
      map.addImage(category, await imageOf(svg), { pixelRatio: PIXEL_RATIO });
    }),
  );
}

export async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

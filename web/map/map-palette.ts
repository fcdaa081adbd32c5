// The colours of the map, by theme: paper, quiet lines, one strong colour.

import type { LegMode } from '#domain/journey/journey.ts';
import type { MapTheme } from './map-types.ts';

export type MapPalette = {
  /** Beyond the communes we know. */
  outside: string;
  /** Two papers: neighbouring communities of communes differ. */
  land: readonly [string, string];
  hairline: string;
  border: string;
  name: string;
  /** Behind names and symbols. */
  halo: string;
  ink: string;
  card: string;
  leaf: string;
  areaFill: string;
  water: string;
  road: string;
  legs: Record<LegMode, string>;
};

/** Name of the self-hosted face in the style: see create-map-view.ts. */
export const MAP_FONT = ['Atkinson'];

export const MAP_PALETTES: Record<MapTheme, MapPalette> = {
  light: {
    outside: '#efe9db',
    land: ['#fbfaf6', '#f6f1e4'],
    hairline: '#d5cebb',
    border: '#a59d86',
    name: '#2f403e',
    halo: '#fbfaf6',
    ink: '#1c2b2a',
    card: '#ffffff',
    leaf: '#094e43',
    areaFill: '#cfe6de',
    water: '#cfdfe6',
    road: '#d9d0bb',
    legs: {
      walk: '#3f504e',
      cycle: '#7a5a1e',
      moped: '#7a5a1e',
      car: '#7a5a1e',
      ride: '#094e43',
      transit: '#26315f',
      local_network: '#26315f',
    },
  },
  dark: {
    outside: '#0d1615',
    land: ['#192625', '#1e2c2a'],
    hairline: '#33413f',
    border: '#5d6f6a',
    name: '#ccd3ca',
    halo: '#121c1b',
    ink: '#f4f0e6',
    card: '#192625',
    leaf: '#9fdfca',
    areaFill: '#1f4a40',
    water: '#1b3440',
    road: '#3b4a47',
    legs: {
      walk: '#ccd3ca',
      cycle: '#d9b779',
      moped: '#d9b779',
      car: '#d9b779',
      ride: '#9fdfca',
      transit: '#ccd4fb',
      local_network: '#ccd4fb',
    },
  },
};

// What the map is given and the words it shows: everything comes from the page.

import type { Category } from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { LegMode } from '#domain/journey/journey.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** One entry of the list. `approximate`: known to the commune or the village only. */
export type MapEntry = {
  id: string;
  name: string;
  category: Category;
  point: LonLat;
  approximate?: boolean;
};

/** One part of a journey, drawn by its mode. */
export type MapLeg = { mode: LegMode; path: readonly LonLat[] };

/** A named end or change of a journey, or where the person is. */
export type MapPlace = { name: string; point: LonLat; role: 'start' | 'end' | 'change' | 'here' };

/** West, south, east, north, in degrees. */
export type MapBounds = readonly [west: number, south: number, east: number, north: number];

/**
 * An optional background. `ign` is a raster address with {z}, {x} and {y}; `pmtiles` the address of
 * one PMTiles file. `attribution` is shown as it is.
 */
export type BaseMap = { kind: 'ign' | 'pmtiles'; url: string; attribution: string };

export type MapTheme = 'light' | 'dark';

export type Direction = 'north' | 'south' | 'west' | 'east';

export type MapLabels = {
  /** Name of the whole panel. */
  title: string;
  /** Name of the drawing itself; says that arrows, + and − work. */
  canvas: string;
  loading: string;
  failed: string;
  retry: string;
  noWebgl: string;
  zoomIn: string;
  zoomOut: string;
  /** Opens the four arrows. */
  moveButtons: string;
  move: Record<Direction, string>;
  showAll: string;
  locate: string;
  backToList: string;
  schematic: string;
  attribution: string;
  /** Shown over the map when one finger, or the wheel alone, would trap the page. */
  gestures: { touch: string; windows: string; mac: string };
  /** « 3 adresses au même endroit » */
  samePlace: (count: number) => string;
  close: string;
  /** Said after each move: the nearest commune and what is in view. */
  moved: (view: { place: string | null; count: number }) => string;
  selected: (name: string) => string;
};

/** What the signs of the map mean. */
export type LegendWords = {
  title: string;
  modes: Record<LegMode, string>;
  cluster: string;
  other: string;
  approximate: string;
  area: string;
};

/** Everything a language says of the map. */
export type MapWords = MapLabels & { legend: LegendWords };

/** A commune as the shapes address gives it. */
export type ShapeProperties = {
  insee: Insee;
  name: string;
  population: number;
  epciSiren?: string | null;
  /** Where its name is written; the middle of its box when absent. */
  label?: LonLat;
};

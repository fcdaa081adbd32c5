// What the map says in English: its controls, its messages, what a screen reader hears.

import type { MapWords } from '#web/map/map-types.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const enMap: MapWords = {
  title: 'Map',
  canvas: 'Map. Arrows move it, plus and minus change the scale.',
  loading: 'The map is coming…',
  failed: 'The map could not be shown. Everything is also written on the page.',
  retry: 'Try again',
  noWebgl: 'This device cannot show the map. Everything is also written on the page.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  moveButtons: 'Move the map with buttons',
  move: { north: 'Go north', south: 'Go south', west: 'Go west', east: 'Go east' },
  showAll: 'Show all',
  locate: 'My position',
  backToList: 'Back to the list',
  schematic: 'Commune limits are schematic.',
  attribution: 'Map: Voisoin.',
  gestures: {
    touch: 'Move the map with two fingers',
    windows: 'Ctrl and the wheel change the scale',
    mac: '⌘ and the wheel change the scale',
  },
  samePlace: (count) => `${count} ${plural(count, 'address', 'addresses')} at the same place`,
  close: 'Close',
  moved: ({ place, count }) =>
    `${place === null ? 'Map moved' : `Around ${place}`}, ${count} ${plural(count, 'address', 'addresses')} in view.`,
  selected: (name) => `${name}, chosen on the map.`,
  legend: {
    title: 'What the signs mean',
    modes: {
      walk: 'on foot',
      cycle: 'by bicycle',
      moped: 'by scooter',
      car: 'by car',
      ride: 'somebody drives you',
      transit: 'train or coach',
      local_network: 'town bus',
    },
    cluster: 'several addresses: touch to see them',
    other: 'another answer, further down the list',
    approximate: 'somewhere in this commune',
    area: 'communes served',
  },
};

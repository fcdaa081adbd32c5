// Where and when the counter of the Sud-Hérault stands, as published on 1 August 2024 (ANCT).

import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';

type CounterDay = {
  /** ISO: 1 Monday. */
  weekday: number;
  hours: string;
  /** Weeks of the month; absent: every week. */
  weeks?: readonly number[];
};

type CounterStop = {
  insee: Insee;
  name: string;
  address: string;
  point: LonLat;
  days: readonly CounterDay[];
};

export const SUD_HERAULT_STOPS: readonly CounterStop[] = [
  {
    insee: '34225',
    name: 'Puisserguier',
    address: '1 allée du Languedoc, ZAE La Rouquette, 34620 Puisserguier',
    point: [3.052657, 43.367742],
    days: [{ weekday: 2, hours: '9:00-12:00 14:00-17:00' }],
  },
  {
    insee: '34245',
    name: 'Saint-Chinian',
    address: '1 Grand-Rue, 34360 Saint-Chinian',
    point: [2.946859, 43.421138],
    days: [{ weekday: 4, hours: '9:00-12:00 14:00-17:00' }],
  },
  {
    insee: '34074',
    name: 'Cessenon-sur-Orb',
    address: 'Chemin de la Tuilerie, 34460 Cessenon-sur-Orb',
    point: [3.054753, 43.449959],
    days: [
      { weekday: 1, hours: '14:00-17:00' },
      { weekday: 3, hours: '9:00-12:00' },
      { weekday: 5, hours: '9:00-12:00' },
    ],
  },
  {
    insee: '34065',
    name: 'Cazedarnes, médiathèque',
    address: 'Rue des Mélias, 34460 Cazedarnes',
    point: [3.028684, 43.423223],
    days: [{ weekday: 1, hours: '9:00-12:00', weeks: [2, 4] }],
  },
  {
    insee: '34070',
    name: 'Cébazan',
    address: '34 avenue de Béziers, 34360 Cébazan',
    point: [2.973536, 43.403739],
    days: [{ weekday: 1, hours: '14:00-17:00', weeks: [1, 3] }],
  },
  {
    insee: '34089',
    name: 'Creissan',
    address: '7 rue de la République, 34370 Creissan',
    point: [3.009359, 43.374682],
    days: [{ weekday: 1, hours: '9:00-12:00', weeks: [1, 3] }],
  },
  {
    insee: '34092',
    name: 'Cruzy',
    address: '2 place Jean-Jaurès, 34310 Cruzy',
    point: [2.941134, 43.354544],
    days: [{ weekday: 1, hours: '14:00-17:00', weeks: [2, 4] }],
  },
];

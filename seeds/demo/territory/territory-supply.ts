// Care in each commune of Sud Charente, counted by Insee (BPE 2025); a commune left out has none of these.
// Order: GPs, nurses, physiotherapists, dentists, midwives, pharmacies, laboratories, homes for older
// people, home-help services for older people, psychologists.

export type SupplyCounts = readonly [
  gp: number,
  nurse: number,
  physio: number,
  dentist: number,
  midwife: number,
  pharmacy: number,
  laboratory: number,
  elderlyHome: number,
  homeHelp: number,
  psychologist: number,
];

export const TERRITORY_SUPPLY: Readonly<Record<string, SupplyCounts>> = {
  '16020': [2, 3, 0, 0, 0, 1, 0, 1, 1, 0],
  '16025': [2, 4, 1, 1, 0, 1, 0, 2, 0, 0],
  '16028': [9, 16, 11, 6, 0, 3, 1, 2, 2, 4],
  '16040': [0, 0, 0, 0, 0, 0, 0, 1, 0, 0],
  '16046': [2, 6, 1, 0, 0, 1, 0, 0, 1, 0],
  '16066': [0, 2, 1, 0, 0, 1, 0, 0, 1, 1],
  '16072': [0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
  '16073': [2, 11, 5, 2, 0, 1, 0, 1, 1, 0],
  '16079': [0, 0, 0, 0, 0, 0, 0, 1, 0, 0],
  '16162': [0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  '16175': [0, 1, 2, 2, 1, 0, 0, 1, 0, 1],
  '16230': [6, 9, 2, 2, 0, 1, 0, 1, 1, 2],
  '16276': [0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
  '16283': [0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
  '16350': [1, 1, 3, 0, 0, 1, 0, 0, 0, 0],
  '16408': [3, 3, 2, 2, 0, 1, 0, 1, 0, 0],
};

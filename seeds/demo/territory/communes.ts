// Every commune of the demonstration with its origin: the territory, its halo, the outlined territories.

import type { Provenance } from '#domain/provenance.ts';
import type { Commune, FormerCommune } from '#domain/territory/territory.ts';
import { fact } from '#seeds/demo/compact.ts';
import { FORMER_COMMUNES } from '#seeds/demo/territory/former-communes.ts';
import { FORMER_COMMUNES_AROUND } from '#seeds/demo/territory/former-communes-around.ts';
import { HALO_COMMUNES } from '#seeds/demo/territory/halo-communes.ts';
import {
  CARE_TOWNS,
  OUTLINE_COMMUNES,
  type OutlineCommuneRow,
} from '#seeds/demo/territory/outline-communes.ts';
import { EPCI_4B, EPCI_LAVALETTE } from '#seeds/demo/territory/territories.ts';
import { TERRITORY_COMMUNES } from '#seeds/demo/territory/territory-communes.ts';

export type CommuneSeed = Commune & { provenance: Provenance };

const CENSUS_2023 = fact('insee-rp-2023', '2023', 'high');
const CENSUS_2017 = fact('insee-rp-2017', '2017', 'high');

export const TERRITORY_SEEDS: readonly CommuneSeed[] = TERRITORY_COMMUNES.map(
  ([insee, name, epci, lon, lat, pointKind, postcodes, population, population75Plus]) => ({
    insee,
    name,
    epciSiren: epci === '4B' ? EPCI_4B.siren : EPCI_LAVALETTE.siren,
    departement: insee.slice(0, 2),
    point: [lon, lat],
    pointKind: pointKind === 'B' ? 'bourg' : 'area_centre',
    postcodes: postcodes.split(' '),
    population,
    population75Plus,
    populationYear: 2023,
    provenance: CENSUS_2023,
  }),
);

export const HALO_SEEDS: readonly CommuneSeed[] = HALO_COMMUNES.map(
  ([insee, name, lon, lat, postcodes, population, population75Plus]) => ({
    insee,
    name,
    epciSiren: null,
    departement: insee.slice(0, 2),
    point: [lon, lat],
    pointKind: 'area_centre',
    postcodes: postcodes.split(' '),
    population,
    population75Plus,
    populationYear: 2023,
    provenance: CENSUS_2023,
  }),
);

function outlineSeed(row: OutlineCommuneRow, epciSiren: string | null): CommuneSeed {
  const [insee, name, lon, lat, postcodes, population] = row;
  return {
    insee,
    name,
    epciSiren,
    departement: insee.slice(0, 2),
    point: [lon, lat],
    pointKind: 'area_centre',
    postcodes: postcodes.split(' '),
    population,
    population75Plus: null,
    populationYear: 2017,
    provenance: CENSUS_2017,
  };
}

export const OUTLINE_SEEDS: readonly CommuneSeed[] = Object.entries(OUTLINE_COMMUNES).flatMap(
  ([siren, rows]) => rows.map((row) => outlineSeed(row, siren)),
);

export const DEMO_COMMUNES: readonly CommuneSeed[] = [
  ...TERRITORY_SEEDS,
  ...HALO_SEEDS,
  ...OUTLINE_SEEDS,
  ...CARE_TOWNS.map((row) => outlineSeed(row, null)),
];

export const DEMO_FORMER_COMMUNES: readonly FormerCommune[] = [
  ...FORMER_COMMUNES,
  ...FORMER_COMMUNES_AROUND,
].map(([insee, name, currentInsee]) => ({ insee, name, currentInsee }));

// Every entry of the directory of the demonstration: true institutions first, invented people after.

import type { EntrySeed } from '#seeds/demo/directory/entry-seed.ts';
import { FRANCE_SERVICES } from '#seeds/demo/directory/france-services.ts';
import { HAUT_LANGUEDOC_SITES } from '#seeds/demo/directory/haut-languedoc.ts';
import { HEALTH_HOUSES } from '#seeds/demo/directory/health-houses.ts';
import { HOSPITALS } from '#seeds/demo/directory/hospitals.ts';
import { PARTNERS } from '#seeds/demo/directory/partners.ts';
import { COUNTED_HEALTH_HOUSES, demoProfessionals } from '#seeds/demo/directory/professionals.ts';

export function demoEntries(): EntrySeed[] {
  return [
    ...HOSPITALS,
    ...HEALTH_HOUSES,
    ...FRANCE_SERVICES,
    ...PARTNERS,
    ...HAUT_LANGUEDOC_SITES,
    ...COUNTED_HEALTH_HOUSES,
    ...demoProfessionals(),
  ];
}

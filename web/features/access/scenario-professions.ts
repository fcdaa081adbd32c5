// For which professions may one try a scenario?

import { ACCESS_PROFESSIONS } from '#domain/access/professions.ts';

/** Pharmacies have no measure of this kind: their distance is told elsewhere. */
export const PROFESSIONS_TRIED = ACCESS_PROFESSIONS.filter((each) => each !== 'pharmacy');

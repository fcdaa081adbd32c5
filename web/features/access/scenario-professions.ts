// For which professions may one try a scenario, and what is told of each?

import { ACCESS_PROFESSIONS, type AccessProfession } from '#domain/access/professions.ts';

export const PROFESSIONS_TRIED = ACCESS_PROFESSIONS;

/** Nobody shares pharmacies out: of those, only days without a car are told. */
export const isShared = (profession: AccessProfession): boolean => profession !== 'pharmacy';

// What does an organization keep of what it tries, and of what it was told?

import type { PartialDate } from '#domain/provenance.ts';
import { ACCESS_PROFESSIONS, type AccessProfession } from './professions.ts';
import type { ScenarioChange } from './scenario-change.ts';

/** `etag` names the state that was read. */
export type KeptScenario = {
  id: string;
  name: string;
  territoryCode: string;
  changes: readonly ScenarioChange[];
  /** Of what it was tried on: see `keptVintage`. */
  vintage: string;
  updatedAt: string;
  etag: string;
};

/** A departure a practitioner announced. Names are null once the directory knows them no more. */
export type KeptDeparture = {
  entryId: string;
  entryName: string | null;
  communeName: string | null;
  /** A year, a month or a day. */
  leavesOn: PartialDate;
  note: string | null;
  notedBy: string | null;
  notedAt: string;
  etag: string;
};

/** `gp:5c89ea10`: for which profession, then the fingerprint of what it was reckoned on. */
export const keptVintage = (model: { profession: AccessProfession; fingerprint: string }): string =>
  `${model.profession}:${model.fingerprint}`;

/** Kept without its profession, it is that of all its changes; null: they tell none, or several. */
export function readKeptVintage({ vintage, changes }: Pick<KeptScenario, 'vintage' | 'changes'>): {
  profession: AccessProfession | null;
  fingerprint: string;
} {
  const [said = '', ...rest] = vintage.split(':');
  const profession = ACCESS_PROFESSIONS.find((each) => each === said);
  if (profession !== undefined && rest.length > 0) {
    return { profession, fingerprint: rest.join(':') };
  }
  const told = new Set(changes.flatMap(professionsOf));
  const [only] = told;
  return {
    profession: told.size === 1 && only !== undefined ? only : null,
    fingerprint: vintage,
  };
}

function professionsOf(change: ScenarioChange): AccessProfession[] {
  if ('profession' in change) return [change.profession];
  return change.kind === 'open_site' ? change.staff.map(({ profession }) => profession) : [];
}

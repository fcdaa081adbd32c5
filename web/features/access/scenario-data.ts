// What the page of scenarios knows before anything is tried.

import type { AccessProfession } from '#domain/access/professions.ts';

/** A coordination whose person may keep scenarios. */
export type ScenarioSpace = { id: string; name: string };

export type ScenarioPageData = {
  path: string;
  territory: { code: string; name: string };
  territories: readonly { code: string; name: string }[];
  profession: AccessProfession;
  /** Null: nobody is signed in, or they keep none. */
  space: ScenarioSpace | null;
  isSignedIn: boolean;
  /** False: travel times are not computed yet. */
  isReady: boolean;
};

// What is read of the care that leaves with those who said so, and in which order?

import type { CommuneShare, Share } from '#domain/access/leaving-share.ts';
import { withQuery } from '#web/lib/api.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';

export type Leaving = {
  year: number;
  /** Departures noted up to the end of the year; of them, those who practise here or around. */
  noted: number;
  counted: number;
  elsewhere: number;
  notedAt: string | null;
  whole: Share;
  communes: readonly CommuneShare[];
};

/** The year one looks at is the fifth of these. */
export const YEARS_AHEAD = 10;

export function leavingPath(workspaceId: string, territory: string, year: string | null): string {
  const path = `${workspaceApi(workspaceId)}/leaving-share`;
  return withQuery(path, {
    territory,
    year: /^20\d\d$/.test(year ?? '') ? (year ?? '') : undefined,
  });
}

/** Those that lose something first, the most first; then those of which nothing is told. Who loses nothing is left out. */
export function leavingRows({ communes }: Leaving): CommuneShare[] {
  const weight = ({ value, state }: CommuneShare) => (state === 'value' ? (value ?? 0) : -1);
  return communes
    .filter(({ value, state }) => state === 'suppressed' || (state === 'value' && value !== 0))
    .toSorted(
      (a, b) =>
        weight(b) - weight(a) || b.population - a.population || (a.insee < b.insee ? -1 : 1),
    );
}

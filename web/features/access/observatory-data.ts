// What the page of the observatory is given, and its address.

import { withQuery } from '#web/lib/api.ts';
import type { AccessOverview, AccessPlaces, AccessSheet, IndicatorId } from './access-data.ts';
import type { SheetCareProps } from './sheet-care.tsx';

export type ObservatoryData = {
  territories: readonly { code: string; name: string }[];
  territory: string;
  overview: AccessOverview;
  /** Null: nothing was computed yet. */
  places: AccessPlaces | null;
  /** Of the commune the address names. */
  sheet: AccessSheet | null;
  /** Care near it; null: no commune is named, or it could not come. */
  care: SheetCareProps['first'];
};

export type Shown = {
  territory: string;
  indicator?: IndicatorId | undefined;
  insee?: string | null;
  /** What a coordination looks at of searches without a way: see `noteWhen`. */
  searches?: string | null | undefined;
};

/** `/observatoire?…`, or the desk of an organization: without the language. */
export function observatoryPath(
  base: string,
  { territory, indicator, insee, searches }: Shown,
): string {
  return withQuery(base, {
    territoire: territory,
    indicateur: indicator,
    commune: insee,
    recherches: searches,
  });
}

// What a report holds: a few questions, each with the figures of all communes, and where communes lie.

import type { AccessOverview, AccessPlaces } from './access-data.ts';
import type { CommuneSheet } from './report-shapes.ts';

export type ReportData = {
  path: string;
  territory: { code: string; name: string };
  overview: AccessOverview;
  /** In the order told. */
  sections: readonly AccessPlaces[];
  sheet: CommuneSheet;
};

// Which questions does a report answer, with which figures?

import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import {
  type AccessOverview,
  type AccessPlaces,
  accessApi,
  type IndicatorId,
  placesPath,
} from './access-data.ts';
import type { ReportData } from './report-data.ts';
import { layCommunes, type ShapesAnswer } from './report-shapes.ts';
import { chooseTerritory } from './scenario-load.ts';

/** What elected people ask first; the question the page came from stands before them. */
const USUAL: readonly IndicatorId[] = [
  'gp_access',
  'useful_days_gp',
  'pharmacy_nearest',
  'basket_missing',
];
const MOST = 4;

export async function loadReport(request: PageRequest): Promise<PageOutcome<ReportData>> {
  const { api, path, query, text } = request;
  const chosen = await chooseTerritory(request);
  if (chosen === null) return { kind: 'not_found' };
  const { territory } = chosen;
  const [overview, shapes] = await Promise.all([
    api.get<AccessOverview>(accessApi(territory.code)),
    api.get<ShapesAnswer>(`/api/territories/${encodeURIComponent(territory.code)}/shapes`),
  ]);
  const known = new Set(overview.indicators.map(({ id }) => id));
  const asked = overview.indicators.find(({ id }) => id === query.get('indicateur'))?.id;
  const ids = [...new Set(asked === undefined ? USUAL : [asked, ...USUAL])].filter((id) =>
    known.has(id),
  );
  const sections = await Promise.all(
    ids.slice(0, MOST).map((id) => api.get<AccessPlaces>(placesPath(territory.code, id))),
  );
  const words = text.scenario.report;
  return {
    kind: 'page',
    head: { title: words.head(territory.name), description: words.lead },
    data: { path, territory, overview, sections, sheet: layCommunes(shapes) },
  };
}

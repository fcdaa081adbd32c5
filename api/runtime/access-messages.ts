// What do the server and the thread that computes times and indicators say to each other?

import type { AccessFigures } from '#domain/access/figures.ts';
import type { TerritoryQuestion } from '#domain/access/measure-territory.ts';
import type { SiteRow } from '#domain/access/travel-pairs.ts';
import type { RowsQuestion } from '#domain/access/travel-rows.ts';
import type { LonLat } from '#domain/geo.ts';

export type ToAccessThread =
  /** Rows of this question from now on. Roads are in memory both read. */
  | { kind: 'question'; question: RowsQuestion }
  | { kind: 'rows'; points: readonly LonLat[] }
  | { kind: 'measure'; question: TerritoryQuestion };

export type FromAccessThread =
  | { kind: 'ready' }
  | { kind: 'rows'; rows: readonly SiteRow[] }
  | { kind: 'figures'; figures: AccessFigures }
  | { kind: 'failed'; message: string };

// What may be asked about reports, freshness, trips counted and searches without a way.

import { z } from 'zod';
import { isPlainText, PLAIN_TEXT } from '#domain/plain-text.ts';
import { TRIP_COUNT_FIELDS, type TripCounts } from '#domain/transport/trip-counts.ts';
import { workspaceParams } from './contract.ts';

const id = z.string().regex(/^[\w.:-]{1,120}$/, 'an id');
/** More than any association drives in a month; a slip of the finger is told. */
const MOST = 1_000_000;

export const reportParams = workspaceParams.extend({ reportId: id });

export const reportsQuery = z.strictObject({
  state: z.enum(['new', 'reviewed']).optional(),
  before: id.optional().meta({ description: 'The id of the last report read' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const reviewBody = z
  .strictObject({
    verdict: z.enum(['accepted', 'refused']),
    note: z.string().trim().max(1000).refine(isPlainText, PLAIN_TEXT).default(''),
  })
  .meta({ id: 'ReportReview', examples: [{ verdict: 'accepted', note: 'Numéro corrigé.' }] });

const yearText = z
  .string()
  .regex(/^20\d\d$/, 'a year, as 2026')
  .transform(Number);
export const yearQuery = z.strictObject({ year: yearText.optional() });
export const yearParams = workspaceParams.extend({
  file: z.string().regex(/^20\d\d\.csv$/, 'a year and .csv, as 2026.csv'),
});

const counted = z.int().min(0).max(MOST);

export const tripCountBody = z
  .strictObject({
    offerId: id,
    month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'a month, as 2026-11'),
    ...(Object.fromEntries(TRIP_COUNT_FIELDS.map((field) => [field, counted])) as Record<
      keyof TripCounts,
      typeof counted
    >),
  })
  .meta({
    id: 'TripCountsOfMonth',
    examples: [
      {
        offerId: 'transport-solidaire',
        month: '2026-11',
        trips: 42,
        kilometres: 1260,
        drivers: 7,
        beneficiariesByResidence: 15,
        beneficiariesByMeans: 6,
        refused: 3,
      },
    ],
  });

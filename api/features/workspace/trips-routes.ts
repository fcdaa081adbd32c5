// Trips of volunteer drivers, counted without names, and the report of a year to the préfet.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendCsv } from '#api/http/csv-answer.ts';
import { sendJson } from '#api/http/freshness.ts';
import { requireIfMatch } from '#api/http/if-match.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { dayOf } from '#api/runtime/public-offer.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { LEGAL_REFERENCES } from '#domain/transport/offer-notice.ts';
import { TRIP_COUNT_FIELDS, type TripCounts } from '#domain/transport/trip-counts.ts';
import { noticesSchema } from './answers.ts';
import { workspaceParams } from './contract.ts';
import {
  countTrips,
  type OfferTrips,
  readTrips,
  type TripMonth,
  YEAR_REPORT_HEADER,
  yearReportRows,
} from './count-trips.ts';
import { tripCountBody, yearParams, yearQuery } from './watch-contract.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';
import { actOf } from './write-offer.ts';

export type TripsAnswer = { year: number; offers: OfferTrips[] };

const TRIPS = '/workspaces/{workspaceId}/trip-counts' as const;

const number = z.number();
const countsFields = Object.fromEntries(
  TRIP_COUNT_FIELDS.map((field) => [field, number]),
) as Record<keyof TripCounts, typeof number>;

const monthSchema: z.ZodType<TripMonth> = z
  .object({
    month: z.string(),
    counts: z.object(countsFields).nullable(),
    notices: z.array(
      z.object({
        code: z.enum([
          'mean_distance',
          'no_kilometres',
          'no_drivers',
          'no_beneficiaries',
          'too_many_drivers',
        ]),
        values: z.record(z.string(), z.number()),
        legal: z.array(z.enum(LEGAL_REFERENCES)),
      }),
    ),
    etag: z.string().meta({ description: 'Sent back as If-Match with what is counted' }),
  })
  .meta({ id: 'TripMonth' });

const tripsSchema: z.ZodType<TripsAnswer> = z
  .object({
    year: z.number(),
    offers: z.array(
      z.object({
        offerId: z.string(),
        name: z.string(),
        months: z.array(monthSchema),
        total: z.object({
          ...countsFields,
          meanKm: z.number().nullable(),
          byResidencePercent: z.number().nullable(),
          byMeansPercent: z.number().nullable(),
        }),
        notices: noticesSchema,
      }),
    ),
  })
  .meta({ id: 'TripCounts' });

const read = createRoute({
  method: 'get',
  path: TRIPS,
  tags: ['workspace'],
  summary: 'Trips of volunteer drivers, month by month: numbers, no names',
  request: { params: workspaceParams, query: yearQuery },
  responses: { 200: describeJson('Trips', tripsSchema), ...refusals },
});

const count = createRoute({
  method: 'post',
  path: TRIPS,
  tags: ['workspace'],
  summary: 'Count the trips of one service in one month',
  request: {
    params: workspaceParams,
    body: { content: { 'application/json': { schema: tripCountBody } }, required: true },
  },
  responses: { 200: describeJson('The month as it is now', monthSchema), ...refusals },
});

const yearReport = createRoute({
  method: 'get',
  path: `${TRIPS}/{file}`,
  tags: ['workspace'],
  summary: 'The report of a year to the préfet, due before 1 March: 2026.csv',
  request: { params: yearParams },
  responses: {
    200: { description: 'A table', content: { 'text/csv': { schema: z.string() } } },
    ...refusals,
  },
});

export function tripsRoutes(deps: WorkspaceDeps) {
  const { db } = deps.database;
  return createRoutes()
    .openapi(read, async (c) => {
      const { workspaceId } = c.req.valid('param');
      await requireMember(deps, c, workspaceId, 'trips.count');
      const at = new Date(deps.clock());
      const { year = Number(dayOf(at).slice(0, 4)) } = c.req.valid('query');
      const offers = await inWorkspace(db, workspaceId, (tx) => readTrips(tx, year, at));
      return sendJson<TripsAnswer>(c, { year, offers }, 'never');
    })
    .openapi(count, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'trips.count');
      const sent = requireIfMatch(c);
      const { offerId, month, ...counts } = c.req.valid('json');
      const act = actOf(deps, member);
      const said = { offerId, month, counts, sent };
      const view = await inWorkspace(db, workspaceId, (tx) => countTrips(tx, act, said));
      c.header('etag', view.etag);
      return sendJson<TripMonth>(c, view, 'never');
    })
    .openapi(yearReport, async (c) => {
      const { workspaceId, file } = c.req.valid('param');
      const { workspace } = await requireMember(deps, c, workspaceId, 'trips.count');
      const year = Number(file.slice(0, 4));
      const at = new Date(deps.clock());
      const offers = await inWorkspace(db, workspaceId, (tx) => readTrips(tx, year, at));
      const rows = yearReportRows(workspace.name, year, offers);
      return sendCsv(c, `transport-utilite-sociale-${year}.csv`, YEAR_REPORT_HEADER, rows);
    });
}

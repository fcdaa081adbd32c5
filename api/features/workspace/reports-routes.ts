// What residents report as wrong: read by who can mend it, and answered once.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { requireIfMatch } from '#api/http/if-match.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { requireMember } from '#api/runtime/require-member.ts';
import { isAllowed } from '#domain/account/roles.ts';
import { workspaceParams } from './contract.ts';
import {
  answerReport,
  presentReport,
  type ReportsAnswer,
  type ReportView,
  readReports,
} from './review-reports.ts';
import { reportParams, reportsQuery, reviewBody } from './watch-contract.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';

const REPORTS = '/workspaces/{workspaceId}/reports' as const;

const reportSchema: z.ZodType<ReportView> = z
  .object({
    id: z.string(),
    about: z.object({
      kind: z.enum(['offer', 'entry']),
      id: z.string(),
      name: z.string().meta({ description: 'Empty when it is no more' }),
    }),
    kind: z.string(),
    text: z.string(),
    createdAt: z.iso.datetime(),
    status: z.enum(['new', 'accepted', 'refused']),
    reviewedAt: z.iso.datetime().nullable(),
    reviewedBy: z.string().nullable(),
    note: z.string().nullable(),
    etag: z.string().meta({ description: 'Sent back as If-Match with what is answered' }),
  })
  .meta({ id: 'WorkspaceReport' });

const list = createRoute({
  method: 'get',
  path: REPORTS,
  tags: ['workspace'],
  summary: 'What residents reported about what the workspace looks after, the newest first',
  description:
    'An organization: about the offers it keeps. A coordination: about offers and entries of its territories.',
  request: { params: workspaceParams, query: reportsQuery },
  responses: {
    200: describeJson(
      'Reports',
      z.object({
        reports: z.array(reportSchema),
        mayReview: z.boolean(),
        next: z.string().nullable().meta({ description: 'Sent back as before' }),
      }) satisfies z.ZodType<ReportsAnswer>,
    ),
    ...refusals,
  },
});

const review = createRoute({
  method: 'post',
  path: `${REPORTS}/{reportId}/review`,
  tags: ['workspace'],
  summary: 'Say that a report was right and is seen to, or that nothing has to change',
  request: {
    params: reportParams,
    body: { content: { 'application/json': { schema: reviewBody } }, required: true },
  },
  responses: { 200: describeJson('The report as it is now', reportSchema), ...refusals },
});

export function reportsRoutes(deps: WorkspaceDeps) {
  const { db } = deps.database;
  return createRoutes()
    .openapi(list, async (c) => {
      const { workspaceId } = c.req.valid('param');
      const { state, before, limit } = c.req.valid('query');
      const { workspace, role } = await requireMember(deps, c, workspaceId, 'report.read');
      const reviewed = state === undefined ? undefined : state === 'reviewed';
      const rows = await readReports(db, workspace, { reviewed, before, limit });
      const answer: ReportsAnswer = {
        reports: rows.map(presentReport),
        mayReview: isAllowed(role, 'report.review'),
        next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
      };
      return sendJson(c, answer, 'never');
    })
    .openapi(review, async (c) => {
      const { workspaceId, reportId } = c.req.valid('param');
      const member = await requireMember(deps, c, workspaceId, 'report.review');
      const sent = requireIfMatch(c);
      const at = new Date(deps.clock());
      const view = await answerReport(db, member, { reportId, sent, at, ...c.req.valid('json') });
      c.header('etag', view.etag);
      return sendJson<ReportView>(c, view, 'never');
    });
}

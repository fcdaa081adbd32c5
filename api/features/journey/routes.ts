// What can be asked about the way there and back.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { answerPlaces } from './answer-places.ts';
import {
  type JourneyBody,
  journeysBody,
  type PlacesBody,
  type SlotsBody,
  slotsBody,
  slotsQuery,
  visitsBody,
} from './contract.ts';
import { findVisitSlots, startSlots } from './find-visit-slots.ts';
import { findVisits } from './find-visits.ts';
import { type JourneyDeps, type JourneyTools, withRoads } from './journey-deps.ts';
import {
  journeyAnswerSchema,
  type PlacesLine,
  placesLineSchema,
  placesSchema,
  type SlotsLine,
  slotsLineSchema,
  slotsSchema,
  visitsSchema,
} from './place-answers.ts';
import { startPlaces } from './plan-places.ts';
import { planVisit } from './plan-visit.ts';
import { LINES_TYPE, sendLines, wantsLines } from './send-lines.ts';

const json = <Schema>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } }, required: true },
});

const plan = createRoute({
  method: 'post',
  path: '/journeys',
  tags: ['journey'],
  summary: 'The ways from home to care and back, to one place or to several, for one appointment',
  description:
    'No way that day is an answer, not an error: every list may be empty. To several places the ' +
    'request has a time limit: what was not computed by then is named in leftOut. With ' +
    '« Accept: application/x-ndjson » each place is sent on a line as soon as it is known.',
  request: json(journeysBody),
  responses: {
    200: {
      description: 'Ways, in the published order',
      content: {
        'application/json': { schema: z.union([journeyAnswerSchema, placesSchema]) },
        [LINES_TYPE]: { schema: placesLineSchema },
      },
    },
    ...refusals,
  },
});

const visits = createRoute({
  method: 'post',
  path: '/journeys/visits',
  tags: ['journey'],
  summary: 'The services that come to the person, or near, for a need',
  request: json(visitsBody),
  responses: { 200: describeJson('Services, soonest first', visitsSchema), ...refusals },
});

const calendar = {
  description: 'A calendar; in lines, each day as soon as it is known',
  content: {
    'application/json': { schema: slotsSchema },
    [LINES_TYPE]: { schema: slotsLineSchema },
  },
};

const slots = createRoute({
  method: 'get',
  path: '/slots',
  tags: ['journey'],
  summary: 'Days and hours of a fortnight an appointment can be reached at, from a commune',
  description:
    'With what comes to the person instead: for the need asked, else those of the place.',
  request: { query: slotsQuery },
  responses: { 200: calendar, ...refusals },
});

const personalSlots = createRoute({
  method: 'post',
  path: '/slots',
  tags: ['journey'],
  summary: 'The same from an address or a point, with answers about the person',
  request: json(slotsBody),
  responses: { 200: calendar, ...refusals },
});

export function journeyRoutes(given: JourneyDeps) {
  const deps = withRoads(given);
  return createRoutes()
    .openapi(plan, async (c) => {
      const body = c.req.valid('json');
      if (wantsLines(c)) {
        // Types know answers of one piece only; the document describes this one.
        return sendLines(c, await placesLines(deps, body)) as never;
      }
      const answer = 'to' in body ? await planVisit(deps, body) : await answerPlaces(deps, body);
      return sendJson(c, answer, 'never');
    })
    .openapi(visits, async (c) => sendJson(c, await findVisits(deps, c.req.valid('json')), 'never'))
    .openapi(slots, async (c) => {
      const { from, to, on = null, days = 14, duration = null, mode, need } = c.req.valid('query');
      const asked = {
        from: { insee: from },
        to: { entryId: to },
        fromDate: on,
        dayCount: days,
        durationMinutes: duration,
        mode,
        profile: {},
        needs: [],
        ...(need === undefined ? {} : { need }),
      };
      if (wantsLines(c)) return sendLines(c, await slotsLines(deps, asked)) as never;
      return sendJson(c, await findVisitSlots(deps, asked), 'never');
    })
    .openapi(personalSlots, async (c) => {
      const body = c.req.valid('json');
      if (wantsLines(c)) return sendLines(c, await slotsLines(deps, body)) as never;
      return sendJson(c, await findVisitSlots(deps, body), 'never');
    });
}

/** What can be refused is before the first line. */
async function placesLines(
  deps: JourneyTools,
  body: JourneyBody | PlacesBody,
): Promise<AsyncGenerator<PlacesLine>> {
  const { answers, end } = await startPlaces(deps, 'to' in body ? toPlaces(body) : body);
  async function* lines(): AsyncGenerator<PlacesLine> {
    for await (const place of answers) yield { line: 'place', place };
    yield { line: 'end', ...end() };
  }
  return lines();
}

async function slotsLines(deps: JourneyTools, body: SlotsBody): Promise<AsyncGenerator<SlotsLine>> {
  const { days, end } = await startSlots(deps, body);
  async function* lines(): AsyncGenerator<SlotsLine> {
    for await (const day of days) yield { line: 'day', day };
    yield { line: 'end', ...end() };
  }
  return lines();
}

function toPlaces({ to, ...body }: JourneyBody): PlacesBody {
  return { ...body, places: [to], answer: 'plan' };
}

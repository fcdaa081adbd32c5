// What can be asked about transport offers.

import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '#api/http/create-routes.ts';
import { sendJson } from '#api/http/freshness.ts';
import { describeJson, refusals } from '#api/http/schemas/problem.ts';
import { marksOfOffer, type OfferMark } from '#api/runtime/line-marks.ts';
import { requireTerritory } from '#api/runtime/require-territory.ts';
import type { Stores } from '#api/runtime/stores.ts';
import { adviseMedicalTransport } from '#domain/transport/medical-advice.ts';
import { offerSchema, offersSchema } from './answers.ts';
import { medicalAdviceBody, offerParams, offersQuery } from './contract.ts';
import { offerMarkSchema } from './mark-answers.ts';
import { medicalAdviceSchema } from './medical-answers.ts';

const FRESH = { seconds: 60 } as const;

const listOffers = createRoute({
  method: 'get',
  path: '/transport/offers',
  tags: ['transport'],
  summary: 'Every transport offer, of one territory or of one kind',
  request: { query: offersQuery },
  responses: { 200: describeJson('Offers', offersSchema), ...refusals },
});

const getOffer = createRoute({
  method: 'get',
  path: '/transport/offers/{id}',
  tags: ['transport'],
  summary: 'One transport offer: for whom, where, when, how to book, what it costs',
  request: { params: offerParams },
  responses: { 200: describeJson('The offer', offerSchema), ...refusals },
});

const getOfferMarks = createRoute({
  method: 'get',
  path: '/transport/offers/{id}/marks',
  tags: ['transport'],
  summary: 'What organizations say of the line an offer describes: reserved, on booking, notes',
  request: { params: offerParams },
  responses: { 200: describeJson('Marks', z.array(offerMarkSchema)), ...refusals },
});

const medicalAdvice = createRoute({
  method: 'post',
  path: '/transport/medical-advice',
  tags: ['transport'],
  summary:
    'What to ask the doctor, before a trip to care, and the official amounts with their date',
  description:
    'Never a verdict. The answers are used for this reply only: neither kept nor logged.',
  request: {
    body: { content: { 'application/json': { schema: medicalAdviceBody } }, required: true },
  },
  responses: { 200: describeJson('The advice', medicalAdviceSchema), ...refusals },
});

export function transportRoutes({
  stores,
}: {
  stores: Pick<Stores, 'offers' | 'communesOfTerritory' | 'marks'>;
}) {
  return createRoutes()
    .openapi(listOffers, (c) => {
      const filter = c.req.valid('query');
      requireTerritory(stores, filter.territory);
      return sendJson(c, stores.offers.list(filter), FRESH);
    })
    .openapi(getOffer, (c) => sendJson(c, stores.offers.get(c.req.valid('param').id), FRESH))
    .openapi(getOfferMarks, async (c) => {
      const offer = stores.offers.get(c.req.valid('param').id);
      const marks = await marksOfOffer(stores.marks.current(), stores.offers.list({}), offer);
      return sendJson<OfferMark[]>(c, marks, FRESH);
    })
    .openapi(medicalAdvice, (c) =>
      sendJson(c, adviseMedicalTransport(c.req.valid('json')), 'never'),
    );
}

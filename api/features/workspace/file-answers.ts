// What is answered about a file somebody sends: its offers one by one, and its faults.

import { z } from 'zod';
import type { FeedNotice } from '#domain/transport/feed-reading.ts';
import { OFFER_KINDS } from '#domain/transport/offer.ts';
import { comparisonSchema } from './answers.ts';
import type { ProposedOffer } from './import-offers.ts';

export type FileProposal = {
  source: 'sidecar' | 'flex';
  offers: ProposedOffer[];
  notices: FeedNotice[];
  ignored: string[];
};

const noticeSchema = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    file: z.string(),
    line: z.number().nullable(),
    field: z.string().nullable(),
    value: z.string().nullable(),
    reason: z.string(),
  })
  .meta({
    id: 'FileNotice',
    description: 'Codes of the canonical GTFS validator where it has one',
  });

export const proposalSchema = z
  .object({
    source: z.enum(['sidecar', 'flex']),
    offers: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(OFFER_KINDS).nullable(),
        state: z.enum(['new', 'changed', 'unchanged', 'refused']),
        revision: z.number(),
        changes: comparisonSchema,
        notices: z.array(noticeSchema),
      }),
    ),
    notices: z.array(noticeSchema),
    ignored: z.array(z.string()),
  })
  .meta({ id: 'FileProposal' });

export const acceptedSchema = z.object({ ids: z.array(z.string()) });

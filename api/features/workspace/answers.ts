// How the API's document describes the offers of a workspace, their drafts and their versions.

import { z } from 'zod';
import { OFFER_KINDS } from '#domain/transport/offer.ts';
import {
  CANONICAL_CODES,
  LEGAL_REFERENCES,
  type OfferNotice,
  OWN_CODES,
} from '#domain/transport/offer-notice.ts';
import { FIELD_STEPS } from '#domain/transport/offer-steps.ts';
import type { DraftView, OfferView } from './present-offer.ts';

const moment = z.iso.datetime();

export const suspensionSchema = z.object({
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  note: z.string().nullable(),
});

export const offerViewSchema: z.ZodType<OfferView> = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(OFFER_KINDS),
    state: z.enum([
      'active',
      'to_confirm',
      'to_document',
      'suspended',
      'historic',
      'not_published',
      'withdrawn',
      'archived',
    ]),
    stateNote: z.string().nullable(),
    versionInUse: z.number().nullable(),
    publishedAt: moment.nullable(),
    lastVersion: z.number().nullable(),
    draft: z
      .object({ revision: z.number(), updatedAt: moment, updatedBy: z.string().nullable() })
      .nullable(),
    scheduled: z.object({ number: z.number(), publishAt: moment }).nullable(),
    suspension: suspensionSchema.nullable(),
    verifiedOn: z.iso.date().nullable(),
    verifiedBy: z.string().nullable(),
    reviewEveryDays: z.number(),
    reviewDueOn: z.iso.date().nullable(),
    isReviewDue: z.boolean(),
    archivedAt: moment.nullable(),
    etag: z.string(),
  })
  .meta({ id: 'KeptOffer' });

/** The document is described where it is read strictly. */
const documentSchema = z.object({ schema: z.literal(1) }) as unknown as z.ZodType<
  DraftView['document']
>;

export const draftViewSchema: z.ZodType<DraftView> = z
  .object({
    offerId: z.string(),
    revision: z.number().meta({ description: 'Sent back between quotes as If-Match' }),
    basedOn: z.number().nullable(),
    document: documentSchema,
    isSaved: z.boolean(),
    savedAt: moment.nullable(),
    savedBy: z.string().nullable(),
  })
  .meta({ id: 'OfferDraft' });

export const noticesSchema: z.ZodType<OfferNotice[]> = z
  .array(
    z.object({
      code: z.enum([...CANONICAL_CODES, ...OWN_CODES]),
      severity: z.enum(['error', 'warning', 'info']),
      step: z.enum(FIELD_STEPS),
      field: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
      legal: z.array(z.enum(LEGAL_REFERENCES)),
    }),
  )
  .meta({ id: 'OfferNotices' });

export const versionRowSchema = z
  .object({
    number: z.number(),
    note: z.string(),
    author: z.string().nullable(),
    createdAt: moment,
    publishAt: moment.nullable(),
    publishedAt: moment.nullable(),
    cancelledAt: moment.nullable(),
    restores: z.number().nullable(),
    inUse: z.boolean(),
  })
  .meta({ id: 'OfferVersion' });

export const versionSchema = z.object({ number: z.number(), document: documentSchema });
export const publishedSchema = z.object({ version: z.number(), offer: offerViewSchema });

export const comparisonSchema = z
  .array(
    z.object({
      path: z.string(),
      step: z.string(),
      label: z.string(),
      change: z.enum(['added', 'removed', 'changed', 'order']),
      before: z.unknown(),
      after: z.unknown(),
    }),
  )
  .meta({ id: 'FieldChanges' });

export const historySchema = z
  .object({
    entries: z.array(
      z.object({
        position: z.number(),
        at: moment,
        actor: z.string().nullable(),
        action: z.string(),
        subjectKind: z.string(),
        subjectId: z.string(),
        before: z.unknown(),
        after: z.unknown(),
        saves: z.number().meta({ description: 'Saves of a draft told as one' }),
      }),
    ),
    next: z.number().nullable().meta({ description: 'Sent back as before' }),
  })
  .meta({ id: 'History' });

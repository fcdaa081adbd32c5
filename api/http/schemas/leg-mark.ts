// How the API's document describes what organizations say of imported lines.

import { z } from 'zod';
import { dateSchema, orNull } from '#api/http/schemas/common.ts';
import {
  type LegMark,
  OVERLAY_TARGETS,
  type OverlayMark,
  type ReservedCondition,
} from '#domain/transport/line-overlay.ts';
import type { BookingRule } from '#domain/transport/offer.ts';

export const conditionSchema: z.ZodType<ReservedCondition> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('age'),
    min: z.int().min(0).max(130).nullable(),
    max: z.int().min(0).max(130).nullable(),
  }),
  z.strictObject({ kind: z.literal('disability_card') }),
  z.strictObject({ kind: z.literal('member') }),
  z.strictObject({ kind: z.literal('prescription') }),
]);

/** The rule of an offer, described where offers are. */
const bookingSchema = z.looseObject({
  phone: z.string().nullable(),
}) as unknown as z.ZodType<BookingRule>;

const markSchema: z.ZodType<OverlayMark> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('reserved'),
    forWhom: z.string(),
    condition: orNull(conditionSchema),
  }),
  z.object({ kind: z.literal('on_booking'), booking: orNull(bookingSchema) }),
  z.object({ kind: z.literal('school_open') }),
  z.object({ kind: z.literal('school_only') }),
  z.object({ kind: z.literal('hidden') }),
  z.object({ kind: z.literal('note') }),
]);

export const legMarkSchema: z.ZodType<LegMark> = z
  .intersection(
    markSchema,
    z.object({
      id: z.string(),
      target: z.enum(OVERLAY_TARGETS),
      note: z.string(),
      saidBy: z.string().meta({ description: 'The organization' }),
      saidOn: dateSchema,
    }),
  )
  .meta({ id: 'LineMark' });

// How an offer being written says that one books.

import { z } from 'zod';
import type { BookingNotice, BookingRule, LineHours } from '#domain/transport/offer.ts';
import {
  contactFields,
  dateSchema,
  dayHoursSchema,
  lineSchema,
  named,
  nullable,
  provenanceSchema,
} from './document-pattern-schema.ts';

const MOST_DAYS = 365;
const days = z.int().min(0).max(MOST_DAYS);
const atMinute = z.int().min(0).max(1440);
const minutes = z
  .int()
  .min(0)
  .max(MOST_DAYS * 1440);

const noticeSchema: z.ZodType<BookingNotice> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('real_time') }),
  z.strictObject({
    kind: z.literal('elapsed'),
    minMinutes: minutes,
    maxMinutes: nullable(minutes),
    opensDaysBefore: days.exactOptional(),
    opensAtMinute: atMinute.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('days_before'),
    days,
    businessDays: z.boolean(),
    atMinute,
    opensDaysBefore: nullable(days),
    opensAtMinute: atMinute.exactOptional(),
    opensBusinessDays: z.boolean().exactOptional(),
  }),
]);

const slots = z.array(dayHoursSchema).max(12);

const lineHoursSchema: z.ZodType<LineHours> = z.strictObject({
  week: z.array(slots).length(7),
  closedOnHolidays: z.boolean(),
  exceptions: named(
    z.array(z.strictObject({ date: dateSchema, slots })).max(400),
    ({ date }) => date,
  ).exactOptional(),
});

export const bookingSchema: z.ZodType<BookingRule> = z.strictObject({
  notice: noticeSchema,
  channels: z.array(z.enum(['phone', 'online', 'email', 'text', 'none'])).max(5),
  ...contactFields,
  lineHours: nullable(lineHoursSchema),
  firstTripDays: nullable(days),
  urgentPossible: z.boolean(),
  cancelBeforeMinutes: nullable(minutes),
  toSay: z.array(lineSchema).max(30),
  provenance: provenanceSchema,
});

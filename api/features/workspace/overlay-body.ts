// What may be said of an imported line, and how it is answered.

import { z } from 'zod';
import { conditionSchema } from '#api/http/schemas/leg-mark.ts';
import { isPlainText, PLAIN_TEXT } from '#domain/plain-text.ts';
import {
  type KeptMark,
  OVERLAY_TARGETS,
  type OverlayMark,
  type OverlayTarget,
} from '#domain/transport/line-overlay.ts';
import type { BookingNotice, BookingRule } from '#domain/transport/offer.ts';
import { workspaceParams } from './contract.ts';

/** As many as are read in one page; what is to be said of more lines is said in their file. */
export const MOST_OVERLAYS = 500;

/** An id of a feed, which may hold anything but control characters. */
const feedText = z.string().min(1).max(300).refine(isPlainText, PLAIN_TEXT);
const line = (most: number) => z.string().trim().max(most).refine(isPlainText, PLAIN_TEXT);
const days = z.int().min(0).max(60);

const noticeSchema: z.ZodType<BookingNotice> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('real_time') }),
  z.strictObject({
    kind: z.literal('elapsed'),
    minMinutes: z.int().min(1).max(20_160),
    maxMinutes: z.null(),
  }),
  z.strictObject({
    kind: z.literal('days_before'),
    days,
    businessDays: z.boolean(),
    atMinute: z.int().min(0).max(1440),
    opensDaysBefore: z.null(),
  }),
]);

const bookingSaid = z.strictObject({
  notice: noticeSchema,
  phone: line(60).min(3),
  url: z.union([z.null(), z.url({ protocol: /^https?$/ }).max(500)]),
});

export const saidSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('reserved'),
    forWhom: line(120).min(1),
    condition: z.union([z.null(), conditionSchema]).default(null),
  }),
  z.strictObject({
    kind: z.literal('on_booking'),
    booking: z
      .union([z.null(), bookingSaid])
      .meta({ description: 'Null: the rule of the line itself' }),
  }),
  z.strictObject({ kind: z.literal('school_open') }),
  z.strictObject({ kind: z.literal('school_only') }),
  z.strictObject({ kind: z.literal('hidden') }),
  z.strictObject({ kind: z.literal('note') }),
]);

const isSaid = ({ mark, note }: { mark: { kind: string }; note: string }) =>
  mark.kind !== 'note' || note !== '';
const NOTE_NEEDED = { error: 'some words, when nothing else is said', path: ['note'] };
const said = { mark: saidSchema, note: line(500).default('') };

export const overlayBody = z
  .strictObject(said)
  .refine(isSaid, NOTE_NEEDED)
  .meta({ id: 'OverlayBody', examples: [{ mark: { kind: 'school_open' }, note: '' }] });

export const newOverlayBody = z
  .strictObject({
    feedId: feedText,
    target: z.enum(OVERLAY_TARGETS),
    targetId: feedText.meta({ description: 'route_id, trip_id or stop_id of the feed' }),
    ...said,
  })
  .refine(isSaid, NOTE_NEEDED)
  .meta({
    id: 'NewOverlay',
    examples: [
      {
        feedId: 'cars',
        target: 'route',
        targetId: 'R13',
        mark: { kind: 'reserved', forWhom: 'abonnés Handibus', condition: null },
        note: '',
      },
    ],
  });

export const overlayParams = workspaceParams.extend({
  overlayId: z.string().regex(/^[\w.:-]{1,120}$/, 'an id'),
});

export const linesQuery = z.strictObject({
  q: z.string().trim().max(100).refine(isPlainText, PLAIN_TEXT).default(''),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const lineQuery = z.strictObject({ feed: feedText, route: feedText });

export type SaidOfLine = z.infer<typeof overlayBody>;
export type NewOverlayBody = z.infer<typeof newOverlayBody>;

/** What was said, with the origin of the rule of booking. */
export function markOf(mark: SaidOfLine['mark'], sourceId: string, saidOn: string): OverlayMark {
  if (mark.kind !== 'on_booking' || mark.booking === null) return mark as OverlayMark;
  const { notice, phone, url } = mark.booking;
  const booking: BookingRule = {
    notice,
    channels: ['phone', ...(url === null ? [] : ['online' as const])],
    phone,
    url,
    email: null,
    lineHours: null,
    firstTripDays: null,
    urgentPossible: false,
    cancelBeforeMinutes: null,
    toSay: [],
    provenance: { sourceId, asOf: saidOn, confirmedOn: saidOn, confidence: 'high' },
  };
  return { kind: 'on_booking', booking };
}

/** What is shown of it to who keeps it. */
export type OverlayView = {
  id: string;
  feedId: string;
  feedName: string;
  target: OverlayTarget;
  targetId: string;
  /** How the target was named when it was marked. */
  label: string;
  /** Of the line, as the feed in use names it; null when it holds it no more. */
  lineName: string | null;
  routeId: string | null;
  /** As in GTFS. */
  routeType: number | null;
  mark: SaidOfLine['mark'];
  note: string;
  saidOn: string;
  /** False: it says nothing until the target comes back. */
  applies: boolean;
  /** Import since which the feed does not hold the target any more. */
  goneSince: string | null;
  etag: string;
};

export const overlaySchema: z.ZodType<OverlayView> = z
  .object({
    id: z.string(),
    feedId: z.string(),
    feedName: z.string(),
    target: z.enum(OVERLAY_TARGETS),
    targetId: z.string(),
    label: z.string(),
    lineName: z.string().nullable(),
    routeId: z.string().nullable(),
    routeType: z.number().nullable(),
    mark: saidSchema,
    note: z.string(),
    saidOn: z.iso.date(),
    applies: z.boolean(),
    goneSince: z.iso.datetime().nullable(),
    etag: z.string(),
  })
  .meta({ id: 'Overlay' });

/** As it was said, to be said otherwise. */
export function saidOf(mark: KeptMark): SaidOfLine['mark'] {
  switch (mark.kind) {
    case 'reserved':
      return { kind: mark.kind, forWhom: mark.forWhom, condition: mark.condition };
    case 'on_booking': {
      if (mark.booking === null) return { kind: mark.kind, booking: null };
      const { notice, phone, url } = mark.booking;
      return { kind: mark.kind, booking: { notice, phone: phone ?? '', url } };
    }
    default:
      return { kind: mark.kind };
  }
}

// What an organization knows about an imported line that its file does not say.

import type { BookingRule } from '#domain/transport/offer.ts';

export const OVERLAY_TARGETS = ['route', 'trip', 'stop'] as const;
export type OverlayTarget = (typeof OVERLAY_TARGETS)[number];

export type OverlayMark =
  /** Only for these people, said as residents read it: « abonnés Handibus ». */
  | { kind: 'reserved'; forWhom: string }
  /** Nobody is taken without a booking; the line's own rule when null. */
  | { kind: 'on_booking'; booking: BookingRule | null }
  /** A school service everybody may board. */
  | { kind: 'school_open' }
  /** A school service nobody else may board. */
  | { kind: 'school_only' }
  /** Does not run although the file says so. */
  | { kind: 'hidden' }
  | { kind: 'note' };

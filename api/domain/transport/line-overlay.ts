// What an organization knows about an imported line that its file does not say.

import type { LocalDate } from '#domain/time.ts';
import type { Criterion, Eligibility } from '#domain/transport/eligibility.ts';
import type { BookingRule } from '#domain/transport/offer.ts';

export const OVERLAY_TARGETS = ['route', 'trip', 'stop'] as const;
export type OverlayTarget = (typeof OVERLAY_TARGETS)[number];

export const OVERLAY_KINDS = [
  'reserved',
  'on_booking',
  'school_open',
  'school_only',
  'hidden',
  'note',
] as const;
export type OverlayKind = (typeof OVERLAY_KINDS)[number];

/** What may be asked of a person to know whether a reserved line is for them. */
export type ReservedCondition = Extract<
  Criterion,
  { kind: 'age' | 'disability_card' | 'member' | 'prescription' }
>;

export type OverlayMark =
  /**
   * Only for these people, said as residents read it: « abonnés Handibus ». `condition`: the question
   * that tells them from the others; null: to be asked on the phone.
   */
  | { kind: 'reserved'; forWhom: string; condition: ReservedCondition | null }
  /** Nobody is taken without a booking; the line's own rule when null. */
  | { kind: 'on_booking'; booking: BookingRule | null }
  /** A school service everybody may board. */
  | { kind: 'school_open' }
  /** A school service nobody else may board. */
  | { kind: 'school_only' }
  /** Does not run although the file says so. */
  | { kind: 'hidden' }
  | { kind: 'note' };

/** What tells a trip from the others of its line, when its feed names trips anew in each edition. */
export type TripSign = {
  routeId: string;
  headsign: string | null;
  shortName: string | null;
  departSeconds: number | null;
};

/** As it is kept. `label`: how the target was named then, to name it when its feed no longer does. */
export type KeptMark = OverlayMark & { label: string; saidOn: LocalDate; trip?: TripSign };

/** As residents read it, with who said it and when. `note`: empty when there is nothing to add. */
export type LegMark = OverlayMark & {
  id: string;
  target: OverlayTarget;
  note: string;
  saidBy: string;
  saidOn: LocalDate;
};

/** With what it is about: ids of the feed, which its next edition uses again. */
export type LineMark = LegMark & { feedId: string; targetId: string; trip?: TripSign };

/** What a reserved line asks of who boards it. */
export function conditionOf(mark: Extract<OverlayMark, { kind: 'reserved' }>): Eligibility {
  const criterion = mark.condition ?? { kind: 'other', label: mark.forWhom };
  return { criterion, proof: null, weight: 'hard' };
}
